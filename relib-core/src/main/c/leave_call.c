/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "leave_call.h"

#include "redirect.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

#define MOST_FRAMES 1000

#if defined(__x86_64__)

/* Code that is of no file, as the JVM's own is: a made-up return address lies elsewhere. */
static bool is_made_code(uintptr_t address)
{
	char line[512];
	bool found = false;
	FILE *maps = fopen("/proc/self/maps", "re");
	while (maps != NULL && !found && fgets(line, sizeof(line), maps) != NULL) {
		uintptr_t begin;
		uintptr_t end;
		char executable;
		unsigned long inode;
		found = sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %*2c%c%*c %*s %*s %lu", &begin, &end, &executable, &inode) == 4 &&
				begin <= address && address < end && executable == 'x' && inode == 0;
	}
	if (maps != NULL) {
		fclose(maps);
	}
	return found;
}

/* JNA's own library is a file of this name, wherever it lies. */
static bool calls_for_java(const struct image *images, uintptr_t counter)
{
	const struct image *image = images_at(images, counter);
	const char *name = image != NULL ? strrchr(image->path, '/') : NULL;
	if (image == NULL) {
		return is_made_code(counter);
	}
	return name != NULL && (strncmp(name, "/jna", 4) == 0 || strstr(name, "jnidispatch") != NULL);
}

static struct registers registers_now(const ucontext_t *context)
{
	const greg_t *all = context->uc_mcontext.gregs;
	struct registers registers = {.counter = (uintptr_t)all[REG_RIP]};
	registers.values[3] = (uintptr_t)all[REG_RBX];
	registers.values[6] = (uintptr_t)all[REG_RBP];
	registers.values[7] = (uintptr_t)all[REG_RSP];
	registers.values[12] = (uintptr_t)all[REG_R12];
	registers.values[13] = (uintptr_t)all[REG_R13];
	registers.values[14] = (uintptr_t)all[REG_R14];
	registers.values[15] = (uintptr_t)all[REG_R15];
	return registers;
}

__attribute__((noinline)) bool leave_call_find(struct registers *caller)
{
	ucontext_t context;
	bool found = false;
	struct image *images = images_read();
	if (images == NULL || getcontext(&context) != 0) {
		images_free(images);
		return false;
	}
	struct registers registers = registers_now(&context);
	uintptr_t called = registers.counter;
	for (int i = 0; i < MOST_FRAMES && !found && unwind_step(images, &registers, i == 0); i++) {
		found = calls_for_java(images, registers.counter);
		called = found ? called : registers.counter;
	}
	images_free(images);
	*caller = registers;
	return found && redirected_without_kit(called);
}

void leave_call(const struct registers *caller)
{
	relib_rt_compute_as_java();
	__asm__ volatile("cld\n\t"
					 "emms\n\t"
					 "mov 24(%0), %%rbx\n\t"
					 "mov 48(%0), %%rbp\n\t"
					 "mov 96(%0), %%r12\n\t"
					 "mov 104(%0), %%r13\n\t"
					 "mov 112(%0), %%r14\n\t"
					 "mov 120(%0), %%r15\n\t"
					 "mov 56(%0), %%rsp\n\t"
					 "xor %%eax, %%eax\n\t"
					 "xor %%edx, %%edx\n\t"
					 "pxor %%xmm0, %%xmm0\n\t"
					 "pxor %%xmm1, %%xmm1\n\t"
					 "jmp *%1"
					 :
					 : "c"(caller->values), "S"(caller->counter)
					 : "memory");
	__builtin_unreachable();
}

#else

bool leave_call_find(struct registers *caller)
{
	(void)caller;
	return false;
}

void leave_call(const struct registers *caller)
{
	(void)caller;
	abort();
}

#endif
