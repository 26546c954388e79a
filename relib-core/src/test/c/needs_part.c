/*
 * A library without the kit that needs another one.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define EXPORT __attribute__((visibility("default")))

int part_thread(void);
const char *part_write(const char *text);
void part_keep(int (*function)(void));

EXPORT int needing_thread(void);
EXPORT int needing_thread(void)
{
	return part_thread();
}

EXPORT const char *needing_write(const char *text);
EXPORT const char *needing_write(const char *text)
{
	return part_write(text);
}

EXPORT void needing_keep(void);
EXPORT void needing_keep(void)
{
	part_keep(needing_thread);
}
