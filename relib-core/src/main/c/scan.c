/* SPDX-License-Identifier: Apache-2.0 */
#include "scan.h"

#include "peek.h"

/* How far a stack is read whose end is unknown. */
#define FOREIGN_STACK (64 * 1024)

#define LONGEST_STACK ((uintptr_t)1 << 30)

bool code_has(const struct code *code, uintptr_t address)
{
	for (size_t i = 0; i < code->count; i++) {
		if (address >= code->ranges[i].begin && address < code->ranges[i].end) {
			return true;
		}
	}
	return false;
}

/*
 * Whether a call ends right before the address: other words that look like an address of code are data. The code may
 * have been unmapped meanwhile.
 */
#if defined(__x86_64__)
static bool follows_call(const struct code *code, uintptr_t address)
{
	static const int indirect[] = {2, 3, 4, 6, 7};
	unsigned char bytes[7];
	const unsigned char *next = bytes + sizeof(bytes);
	if (!code_has(code, address - sizeof(bytes)) ||
		memory_copy(bytes, address - sizeof(bytes), sizeof(bytes)) != sizeof(bytes)) {
		return false;
	}
	bool call = next[-5] == 0xE8;
	for (size_t i = 0; i < sizeof(indirect) / sizeof(*indirect) && !call; i++) {
		call = next[-indirect[i]] == 0xFF && (next[1 - indirect[i]] & 0x38) == 0x10;
	}
	return call;
}
#elif defined(__aarch64__)
static bool follows_call(const struct code *code, uintptr_t address)
{
	uint32_t before;
	if (address % 4 != 0 || !code_has(code, address - 4) || memory_copy(&before, address - 4, 4) != 4) {
		return false;
	}
	return (before & 0xFC000000u) == 0x94000000u || (before & 0xFEFFF000u) == 0xD63F0000u;
}
#else
static bool follows_call(const struct code *code, uintptr_t address)
{
	(void)code;
	(void)address;
	return true;
}
#endif

/* The first address between begin and end that code in the ranges may return to; 0 if there is none. */
static uintptr_t scan(const struct code *code, uintptr_t begin, uintptr_t end)
{
	uintptr_t words[2048];
	uintptr_t from = begin & ~(uintptr_t)(sizeof(*words) - 1);
	while (from < end) {
		size_t wanted = end - from < sizeof(words) ? end - from : sizeof(words);
		size_t length = memory_copy(words, from, wanted) / sizeof(*words);
		for (size_t i = 0; i < length; i++) {
			if (code_has(code, words[i]) && follows_call(code, words[i])) {
				return words[i];
			}
		}
		if (length * sizeof(*words) < wanted) {
			break;
		}
		from += length * sizeof(*words);
	}
	return 0;
}

uintptr_t scan_stack(const struct code *code, uintptr_t stack_pointer, uintptr_t stack_end)
{
	if (stack_pointer < stack_end && stack_end - stack_pointer < LONGEST_STACK) {
		return scan(code, stack_pointer, stack_end);
	}
	uintptr_t found = scan(code, stack_pointer, stack_pointer + FOREIGN_STACK);
	return found != 0 || stack_end == 0 ? found : scan(code, stack_end - FOREIGN_STACK, stack_end);
}

#define PIECE 4096 /* no page is smaller */

bool scan_mentions(const struct code *ranges, uintptr_t stack_end)
{
	uintptr_t words[PIECE / sizeof(uintptr_t)];
	uintptr_t begin = (stack_end - 1) & ~(uintptr_t)(PIECE - 1);
	size_t size = stack_end - begin;
	while (memory_copy(words, begin, size) == size && stack_end - begin < LONGEST_STACK) {
		for (size_t i = 0; i < size / sizeof(*words); i++) {
			if (code_has(ranges, words[i])) {
				return true;
			}
		}
		begin -= PIECE;
		size = PIECE;
	}
	return false;
}
