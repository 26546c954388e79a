/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "peek.h"

#include "thread_file.h"

#include <dirent.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* No C library's description of a thread is longer. */
#define DESCRIPTOR_WORDS 1024

/* Places in the C library's description of a thread, which its handle points at. 0: unknown. */
static struct {
	pthread_once_t once;
	ptrdiff_t robust_list; /* what the kernel is told of every thread */
	size_t tid;
	size_t start; /* the function; its argument follows */
	uintptr_t outermost;
} known = {.once = PTHREAD_ONCE_INIT};

static bool use_file(void *to, uintptr_t from, size_t size, ssize_t *count)
{
	int file = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
	if (file < 0) {
		return false;
	}
	*count = pread(file, to, size, (off_t)from);
	close(file);
	return true;
}

size_t memory_copy(void *to, uintptr_t from, size_t size)
{
	struct iovec local = {to, size};
	struct iovec remote = {(void *)from, size};
	ssize_t count = process_vm_readv(getpid(), &local, 1, &remote, 1, 0);
	if (count < 0 && errno != EFAULT && !use_file(to, from, size, &count)) { /* some sandboxes forbid the call */
		count = -1;
	}
	return count < 0 ? 0 : (size_t)count;
}

static uintptr_t robust_list(int64_t tid)
{
	void *head = NULL;
	size_t size = 0;
	return syscall(SYS_get_robust_list, (pid_t)tid, &head, &size) == 0 ? (uintptr_t)head : 0;
}

static void *probe(void *argument)
{
	static uintptr_t words[DESCRIPTOR_WORDS];
	void *frames[16];
	int count = backtrace(frames, 16);
	uintptr_t self = (uintptr_t)pthread_self();
	uintptr_t list = robust_list(0);
	int32_t tid = (int32_t)syscall(SYS_gettid);
	size_t length = 0;
	while (length < DESCRIPTOR_WORDS &&
		   memory_copy(&words[length], self + length * sizeof(*words), sizeof(*words)) == sizeof(*words)) {
		length++;
	}
	for (size_t i = 0; i + 1 < length; i++) {
		int32_t halves[2];
		memcpy(halves, &words[i], sizeof(halves));
		if (known.tid == 0 && (halves[0] == tid || halves[1] == tid)) {
			known.tid = i * sizeof(*words) + (halves[0] == tid ? 0 : sizeof(int32_t));
		}
		if (known.start == 0 && words[i] == (uintptr_t)probe && words[i + 1] == (uintptr_t)argument) {
			known.start = i * sizeof(*words);
		}
	}
	known.robust_list = list != 0 ? (ptrdiff_t)(list - self) : 0;
	known.outermost = count > 1 && count < 16 ? (uintptr_t)frames[count - 1] : 0;
	return NULL;
}

static void find_out(void)
{
	pthread_t thread;
	if (pthread_create(&thread, NULL, probe, &known) == 0) {
		pthread_join(thread, NULL);
	}
}

uintptr_t thread_outermost(void)
{
	pthread_once(&known.once, find_out);
	return known.outermost;
}

/* What a thread has begun with follows its id; both are read at once, as each look reads them of all threads. */
struct thread_origin thread_origin(int64_t tid)
{
	struct thread_origin origin = {0};
	unsigned char block[DESCRIPTOR_WORDS * sizeof(uintptr_t)];
	int32_t written = 0;
	uintptr_t began[2] = {0};
	pthread_once(&known.once, find_out);
	uintptr_t list = known.robust_list != 0 && known.tid != 0 ? robust_list(tid) : 0;
	uintptr_t descriptor = list - (uintptr_t)known.robust_list;
	bool together = known.start > known.tid && known.start + sizeof(began) - known.tid <= sizeof(block);
	size_t size = together ? known.start + sizeof(began) - known.tid : sizeof(written);
	if (list == 0 || memory_copy(block, descriptor + known.tid, size) != size) {
		return origin;
	}
	memcpy(&written, block, sizeof(written));
	if (written != tid) {
		return origin;
	}
	origin.stack_end = tid == getpid() ? 0 : descriptor;
	if (together) {
		memcpy(began, block + (known.start - known.tid), sizeof(began));
	} else if (known.start != 0 && memory_copy(began, descriptor + known.start, sizeof(began)) != sizeof(began)) {
		return origin;
	}
	origin.start = began[0];
	origin.argument = began[1];
	return origin;
}

/* The end of the mapping that an address lies in; 0 if it is unknown. */
static uintptr_t mapping_end(uintptr_t address, bool *of_first_thread)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	char *line = NULL;
	size_t size = 0;
	uintptr_t found = 0;
	while (maps != NULL && found == 0 && getline(&line, &size, maps) > 0) {
		uintptr_t begin = 0;
		uintptr_t end = 0;
		if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR, &begin, &end) == 2 && address >= begin && address < end) {
			found = end;
			*of_first_thread = strstr(line, "[stack]") != NULL;
		}
	}
	free(line);
	if (maps != NULL) {
		fclose(maps);
	}
	return found;
}

/* A page that nobody may touch lies below each stack: what is mapped together with its end is the stack. */
bool is_on_a_stack(uintptr_t address)
{
	bool found = false;
	uintptr_t end = mapping_end(address, &found);
	DIR *tasks = end != 0 && !found ? opendir("/proc/self/task") : NULL;
	for (struct dirent *task; tasks != NULL && !found && (task = readdir(tasks)) != NULL;) {
		int64_t tid = strtoll(task->d_name, NULL, 10);
		uintptr_t stack_end = tid != 0 ? thread_origin(tid).stack_end : 0;
		found = address < stack_end && stack_end < end;
	}
	if (tasks != NULL) {
		closedir(tasks);
	}
	return found;
}

static bool is_ending(int64_t tid)
{
	char text[512];
	const char *after = thread_file_read(tid, "stat", text, sizeof(text)) > 0 ? strrchr(text, ')') : NULL;
	return after == NULL || after[1] == '\0' || after[2] == 'Z' || after[2] == 'X' || after[2] == 'x';
}

/* "number six arguments stack-pointer counter", "-1 stack-pointer counter", or "running". */
struct thread_place thread_place(int64_t tid)
{
	struct thread_place place = {.state = THREAD_HIDDEN};
	char text[256];
	size_t length = thread_file_read(tid, "syscall", text, sizeof(text));
	if (length == 0 || strncmp(text, "running", 7) == 0) {
		bool ending = is_ending(tid);
		place.state = ending ? THREAD_GONE : length == 0 ? THREAD_HIDDEN : THREAD_RUNNING;
		return place;
	}
	char *counter = strrchr(text, ' ');
	if (counter == NULL) {
		return place;
	}
	*counter = '\0';
	const char *stack = strrchr(text, ' ');
	place.counter = strtoull(counter + 1, NULL, 16);
	place.stack_pointer = stack != NULL ? strtoull(stack + 1, NULL, 16) : 0;
	place.state = place.stack_pointer != 0 ? THREAD_SLEEPING : THREAD_HIDDEN;
	return place;
}
