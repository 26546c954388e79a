/* SPDX-License-Identifier: Apache-2.0 */
#include <cstdarg>
#include <cstdio>
#include <cstring>

#define EXPORT __attribute__((visibility("default")))

namespace calc {
EXPORT int twice(int a) { return 2 * a; }
}

extern "C" {
EXPORT int letter(int c) { return (c >= 'a' && c <= 'z') ? 1024 : 0; }
EXPORT unsigned char truth(void) { return 2; }
EXPORT bool negate(bool flag) { return !flag; }
EXPORT int is_one(int flag) { return flag == 1 ? 256 : 0; }
EXPORT const char *find(const char *key) { return (key != nullptr && strcmp(key, "a") == 0) ? "1" : nullptr; }
EXPORT int length(const char *text) { return text != nullptr ? static_cast<int>(strlen(text)) : -1; }
EXPORT int format(char *into, size_t room, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(into, room, format, arguments);
	va_end(arguments);
	return length;
}
EXPORT int dotted(void) __asm__("a.b$c");
int dotted(void) { return 7; }
EXPORT int old_answer(void) { return 41; }
EXPORT int new_answer(void) { return 42; }
__asm__(".symver old_answer, answer@PLAIN_1");
__asm__(".symver new_answer, answer@@PLAIN_2");
}
