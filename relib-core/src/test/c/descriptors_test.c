/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "files.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/wait.h>

static struct module module;
static struct files *files;

static void open_module(void)
{
	module = module_open("files_module");
	files = module_symbol(&module, "files");
}

static size_t listed(void)
{
	return relib_rt_descriptors(module.ledger, NULL, 0);
}

static relib_descriptor_info only_descriptor(void)
{
	relib_descriptor_info info;
	CHECK_EQUAL(1, relib_rt_descriptors(module.ledger, &info, 1));
	return info;
}

static bool is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

/* Unloads, and returns how many descriptors were closed. */
static size_t unload(void)
{
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(0, module_mappings(&module));
	size_t closed = relib_rt_close_descriptors(module.ledger);
	CHECK_EQUAL(0, listed());
	relib_rt_ledger_close(module.ledger);
	return closed;
}

static void check_leak(int fd, const char *kind)
{
	Dl_info origin;
	CHECK(fd >= 0);
	relib_descriptor_info info = only_descriptor();
	CHECK_EQUAL(fd, info.fd);
	if (strcmp(kind, info.kind) != 0) {
		printf("     %s is listed as %s\n", kind, info.kind);
		exit(1);
	}
	CHECK(dladdr((void *)(uintptr_t)info.origin, &origin) != 0);
	CHECK_EQUAL(0, files->close(fd));
	CHECK_EQUAL(0, listed());
	CHECK(!is_open(fd));
}

TEST(lists_descriptors_of_every_kind)
{
	sigset_t signals;
	int ends[2];
	char path[] = "/tmp/relib-test-XXXXXX";
	open_module();
	sigemptyset(&signals);
	check_leak(files->open("/proc/self/stat", O_RDONLY), "file");
	check_leak(files->open64("/proc/self/stat", O_RDONLY), "file");
	check_leak(files->openat(AT_FDCWD, "/proc/self/stat", O_RDONLY), "file");
	check_leak(files->openat64(AT_FDCWD, "/proc/self/stat", O_RDONLY), "file");
	check_leak(files->open("/tmp", O_RDWR | O_TMPFILE, 0600), "file");
	check_leak(files->open("/tmp", O_RDONLY | O_DIRECTORY), "directory");
	check_leak(files->open("/dev/null", O_RDONLY), "device");
	check_leak(files->mkstemp(path), "file");
	check_leak(files->creat(path, 0600), "file");
	check_leak(files->creat64(path, 0600), "file");
	unlink(path);
	check_leak(files->socket(AF_UNIX, SOCK_STREAM, 0), "socket");
	CHECK_EQUAL(0, pipe(ends));
	check_leak(files->dup(ends[0]), "pipe");
	check_leak(files->fcntl(ends[0], F_DUPFD, 100), "pipe");
	check_leak(files->fcntl(ends[0], F_DUPFD_CLOEXEC, 0), "pipe");
	check_leak(files->fcntl64(ends[0], F_DUPFD_CLOEXEC, 0), "pipe");
	check_leak(files->epoll_create(1), "epoll");
	check_leak(files->epoll_create1(0), "epoll");
	check_leak(files->eventfd(0, 0), "eventfd");
	check_leak(files->timerfd_create(CLOCK_MONOTONIC, 0), "timerfd");
	check_leak(files->signalfd(-1, &signals, 0), "signalfd");
	check_leak(files->inotify_init(), "inotify");
	check_leak(files->inotify_init1(0), "inotify");
	check_leak(files->memfd_create("test", 0), "memfd");
	CHECK_EQUAL(0, unload());
}

TEST(lists_both_ends_of_pairs)
{
	relib_descriptor_info infos[8];
	int pipes[2][2];
	int sockets[2];
	open_module();
	CHECK_EQUAL(0, files->pipe(pipes[0]));
	CHECK_EQUAL(0, files->pipe2(pipes[1], O_CLOEXEC));
	CHECK_EQUAL(0, files->socketpair(AF_UNIX, SOCK_STREAM, 0, sockets));
	CHECK_EQUAL(6, relib_rt_descriptors(module.ledger, infos, 8));
	for (int i = 0; i < 5; i++) {
		CHECK(infos[i].fd < infos[i + 1].fd);
	}
	CHECK(strcmp(infos[0].kind, "pipe") == 0 && strcmp(infos[5].kind, "socket") == 0);
	infos[1].fd = -5;
	CHECK_EQUAL(6, relib_rt_descriptors(module.ledger, infos, 1));
	CHECK_EQUAL(-5, infos[1].fd);
	CHECK_EQUAL(6, unload());
	CHECK(!is_open(pipes[0][0]) && !is_open(pipes[1][1]) && !is_open(sockets[1]));
}

TEST(lists_accepted_connections)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(address);
	open_module();
	int listener = files->socket(AF_INET, SOCK_STREAM, 0);
	CHECK_EQUAL(0, bind(listener, (struct sockaddr *)&address, len));
	CHECK_EQUAL(0, listen(listener, 2));
	CHECK_EQUAL(0, getsockname(listener, (struct sockaddr *)&address, &len));
	for (int i = 0; i < 2; i++) {
		int client = socket(AF_INET, SOCK_STREAM, 0);
		CHECK_EQUAL(0, connect(client, (struct sockaddr *)&address, len));
	}
	CHECK(files->accept(listener, NULL, NULL) >= 0);
	CHECK_EQUAL(2, listed());
	CHECK(files->accept4(listener, (struct sockaddr *)&address, &len, SOCK_CLOEXEC) >= 0);
	CHECK_EQUAL(3, listed());
	CHECK_EQUAL(3, unload());
}

TEST(lists_nothing_that_could_not_be_opened)
{
	open_module();
	errno = 0;
	CHECK_EQUAL(-1, files->open("/nowhere/at/all", O_RDONLY));
	CHECK_EQUAL(ENOENT, errno);
	CHECK(files->fopen("/nowhere/at/all", "r") == NULL);
	CHECK(files->opendir("/nowhere/at/all") == NULL);
	CHECK_EQUAL(-1, files->dup(-1));
	CHECK_EQUAL(-1, files->close(-1));
	CHECK_EQUAL(EBADF, errno);
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
}

TEST(leaves_errno_alone)
{
	open_module();
	errno = 4711;
	int fd = files->open("/proc/self/stat", O_RDONLY);
	CHECK_EQUAL(4711, errno);
	CHECK_EQUAL(0, files->close(fd));
	CHECK_EQUAL(4711, errno);
	CHECK_EQUAL(0, unload());
}

TEST(closes_leaked_streams_and_directories)
{
	char text[32] = "";
	char path[] = "/tmp/relib-test-XXXXXX";
	int fd = mkstemp(path);
	open_module();
	FILE *file = files->fopen(path, "w");
	CHECK(file != NULL);
	CHECK_EQUAL(0, files->setvbuf(file, files->buffer, _IOFBF, sizeof(files->buffer)));
	CHECK(fputs("written at the end", file) >= 0);
	CHECK(files->opendir("/tmp") != NULL);
	CHECK(files->tmpfile() != NULL);
	CHECK(files->fdopen(files->dup(fd), "r") != NULL);
	CHECK(files->fdopendir(files->open("/tmp", O_RDONLY | O_DIRECTORY)) != NULL);
	CHECK_EQUAL(5, listed());
	CHECK_EQUAL(5, unload());
	CHECK(read(fd, text, sizeof(text)) == 18 && strcmp(text, "written at the end") == 0);
	unlink(path);
	close(fd);
}

TEST(forgets_closed_streams_and_directories)
{
	open_module();
	CHECK_EQUAL(0, files->fclose(files->fopen64("/proc/self/stat", "r")));
	CHECK_EQUAL(0, files->fclose(files->tmpfile64()));
	CHECK_EQUAL(0, files->closedir(files->opendir("/tmp")));
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
}

TEST(follows_a_stream_that_is_opened_anew)
{
	open_module();
	FILE *file = files->fopen("/proc/self/stat", "r");
	CHECK(files->freopen("/proc/self/maps", "r", file) == file);
	CHECK_EQUAL(1, listed());
	CHECK(files->freopen64("/dev/null", "r", file) == file);
	CHECK(strcmp(only_descriptor().kind, "device") == 0);
	FILE *foreign = fopen("/dev/null", "r");
	CHECK(files->freopen("/proc/self/maps", "r", foreign) == foreign);
	CHECK_EQUAL(1, listed());
	CHECK_EQUAL(1, unload());
	CHECK(is_open(fileno(foreign)));
	fclose(foreign);
}

TEST(follows_descriptors_that_are_replaced)
{
	open_module();
	int file = files->open("/proc/self/stat", O_RDONLY);
	int other = files->open("/dev/null", O_RDONLY);
	int free_number = fcntl(other, F_DUPFD, 50);
	close(free_number);
	CHECK_EQUAL(other, files->dup2(file, other));
	CHECK_EQUAL(2, listed());
	CHECK_EQUAL(free_number, files->dup3(file, free_number, O_CLOEXEC));
	CHECK_EQUAL(3, listed());
	CHECK_EQUAL(file, files->dup2(file, file));
	CHECK_EQUAL(-1, files->dup2(-1, file));
	CHECK_EQUAL(3, listed());
	CHECK_EQUAL(3, unload());
	CHECK(!is_open(other) && !is_open(free_number));
}

TEST(leaves_descriptors_of_the_process_open_that_the_module_replaced)
{
	int ends[2];
	CHECK_EQUAL(0, pipe(ends));
	open_module();
	int file = files->open("/dev/null", O_RDONLY);
	CHECK_EQUAL(ends[0], files->dup2(file, ends[0]));
	CHECK_EQUAL(1, listed());
	CHECK_EQUAL(1, unload());
	CHECK(is_open(ends[0]));
}

/* Code outside of all modules has closed it, and the process has the number for something else. */
TEST(leaves_what_is_another_file_by_now)
{
	open_module();
	int file = files->open("/proc/self/stat", O_RDONLY);
	int event = files->eventfd(0, 0);
	close(file);
	close(event);
	CHECK_EQUAL(file, open("/dev/null", O_RDONLY));
	CHECK_EQUAL(event, epoll_create1(0));
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
	CHECK(is_open(file) && is_open(event));
}

TEST(forgets_what_another_module_closes)
{
	open_module();
	struct module other = module_open("other_files");
	struct files *other_files = module_symbol(&other, "files");
	int event = files->eventfd(0, 0);
	CHECK_EQUAL(0, other_files->close(event));
	CHECK_EQUAL(event, eventfd(0, 0));
	CHECK_EQUAL(0, listed());
	module_close(&other);
	CHECK_EQUAL(0, unload());
	CHECK(is_open(event));
}

TEST(forgets_what_is_handed_over)
{
	open_module();
	int event = files->eventfd(0, 0);
	files->untrack_descriptor(event);
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
	CHECK(is_open(event));
}

TEST(forgets_ranges_that_are_closed)
{
	open_module();
	int first = files->eventfd(0, 0);
	int second = files->eventfd(0, 0);
	int third = files->eventfd(0, 0);
	CHECK_EQUAL(0, files->close_range((unsigned)second, (unsigned)second, 0));
	CHECK_EQUAL(2, listed());
	CHECK_EQUAL(0, files->close_range((unsigned)first, (unsigned)third, 4 /* CLOSE_RANGE_CLOEXEC */));
	CHECK_EQUAL(2, listed());
	files->closefrom(third);
	CHECK_EQUAL(1, listed());
	CHECK_EQUAL(1, unload());
}

/* What it does to its copies of the descriptors is its own affair, even if it shares the memory. */
TEST(is_not_told_by_a_child_process)
{
	int status;
	open_module();
	int event = files->eventfd(0, 0);
	pid_t child = fork();
	if (child == 0) {
		CHECK_EQUAL(0, files->close(event));
		CHECK_EQUAL(1, files->dup2(0, 1));
		CHECK(files->eventfd(0, 0) >= 0 && files->eventfd(0, 0) >= 0);
		_exit(listed() == 0 ? 0 : 1); /* it is closed here: not the same */
	}
	CHECK_EQUAL(child, waitpid(child, &status, 0));
	CHECK_EQUAL(1, listed());
	CHECK_EQUAL(1, unload());
}

static void *open_and_close(void *unused)
{
	for (int i = 0; i < 2000; i++) {
		int kept = files->eventfd(0, 0);
		int fd = files->open("/dev/null", O_RDONLY);
		CHECK(kept >= 0 && fd >= 0);
		CHECK_EQUAL(0, files->close(fd));
		CHECK_EQUAL(0, i % 100 == 0 ? 0 : files->close(kept));
	}
	return unused;
}

TEST(keeps_up_with_threads_that_open_and_close)
{
	pthread_t threads[4];
	open_module();
	for (int i = 0; i < 4; i++) {
		CHECK_EQUAL(0, pthread_create(&threads[i], NULL, open_and_close, NULL));
	}
	for (int i = 0; i < 4; i++) {
		CHECK_EQUAL(0, pthread_join(threads[i], NULL));
	}
	CHECK_EQUAL(80, listed());
	CHECK_EQUAL(80, unload());
}
