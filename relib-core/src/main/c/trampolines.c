/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "trampolines.h"

#include "hooks.h"

#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CODE_SIZE 48

/* At the beginning of pages that can be written; the code is on the pages behind, which can not. */
struct trampolines {
	const struct redirected *caller; /* the code loads it */
	struct trampolines *next_free;
	unsigned char *code;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct trampolines *unused;

/* Where a thread keeps redirected_caller, from its thread pointer on: the same in all threads. */
static intptr_t caller_offset(void)
{
	uintptr_t thread;
#if defined(__x86_64__)
	__asm__("mov %%fs:0, %0" : "=r"(thread));
#elif defined(__aarch64__)
	__asm__("mrs %0, tpidr_el0" : "=r"(thread));
#else
	return 0;
#endif
	return (intptr_t)((uintptr_t)&redirected_caller - thread);
}

#if defined(__x86_64__)

static unsigned char *put(unsigned char *code, const void *bytes, size_t size)
{
	memcpy(code, bytes, size);
	return code + size;
}

/* endbr64; mov caller, %r11; mov %r11, %fs:offset; mov $hook, %r11; jmp *%r11 */
static bool write_code(unsigned char *code, const void *caller, intptr_t offset, const void *hook)
{
	int32_t thread_offset = (int32_t)offset;
	uint64_t target = (uintptr_t)hook;
	int32_t distance = (int32_t)((intptr_t)caller - (intptr_t)(code + 11));
	code = put(code, "\xf3\x0f\x1e\xfa\x4c\x8b\x1d", 7);
	code = put(code, &distance, sizeof(distance));
	code = put(code, "\x64\x4c\x89\x1c\x25", 5);
	code = put(code, &thread_offset, sizeof(thread_offset));
	code = put(code, "\x49\xbb", 2);
	code = put(code, &target, sizeof(target));
	put(code, "\x41\xff\xe3", 3);
	return offset == thread_offset;
}

#elif defined(__aarch64__)

/* ldr register, address: of something within a mebibyte. */
static uint32_t load(unsigned target, intptr_t distance)
{
	return 0x58000000u | ((uint32_t)(distance / 4) & 0x7ffff) << 5 | target;
}

/* bti c; mrs x16, tpidr_el0; ldr x17, offset; add x16, x16, x17; ldr x17, caller; str x17, [x16]; ldr x16, hook; br x16 */
static bool write_code(unsigned char *code, const void *caller, intptr_t offset, const void *hook)
{
	const uint32_t instructions[] = {
		0xd503245f, 0xd53bd050, load(17, 32 - 8),  0x8b110210, load(17, (intptr_t)caller - (intptr_t)(code + 16)),
		0xf9000211, load(16, 40 - 24), 0xd61f0200,
	};
	const uint64_t words[] = {(uint64_t)offset, (uintptr_t)hook};
	memcpy(code, instructions, sizeof(instructions));
	memcpy(code + sizeof(instructions), words, sizeof(words));
	return true;
}

#else

static bool write_code(unsigned char *code, const void *caller, intptr_t offset, const void *hook)
{
	(void)code, (void)caller, (void)offset, (void)hook;
	return false;
}

#endif

/* Precondition: the lock is held. */
static struct trampolines *make(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t size = (hook_count * CODE_SIZE + page - 1) & ~(page - 1);
	unsigned char *memory = mmap(NULL, page + size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED) {
		return NULL;
	}
	struct trampolines *made = (struct trampolines *)(void *)memory;
	made->code = memory + page;
	bool complete = true;
	for (size_t i = 0; i < hook_count; i++) {
		complete &= write_code(made->code + i * CODE_SIZE, &made->caller, caller_offset(), hooks[i].function);
	}
	if (!complete || mprotect(made->code, size, PROT_READ | PROT_EXEC) != 0) {
		munmap(memory, page + size);
		return NULL;
	}
	__builtin___clear_cache((char *)made->code, (char *)made->code + size);
	return made;
}

struct trampolines *trampolines_take(const struct redirected *caller)
{
	pthread_mutex_lock(&lock);
	struct trampolines *taken = unused;
	if (taken != NULL) {
		unused = taken->next_free;
	} else {
		taken = make();
	}
	if (taken != NULL) {
		__atomic_store_n(&taken->caller, caller, __ATOMIC_RELEASE);
	}
	pthread_mutex_unlock(&lock);
	return taken;
}

void *trampoline(const struct trampolines *trampolines, size_t hook)
{
	return trampolines->code + hook * CODE_SIZE;
}

void trampolines_release(struct trampolines *trampolines)
{
	pthread_mutex_lock(&lock);
	__atomic_store_n(&trampolines->caller, NULL, __ATOMIC_RELEASE);
	trampolines->next_free = unused;
	unused = trampolines;
	pthread_mutex_unlock(&lock);
}
