/*
 * Small files that the kernel has of each thread of this process. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_THREAD_FILE_H
#define RELIB_THREAD_FILE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Reads a file of /proc/self/task/<tid>, cut off at size - 1 bytes and terminated. Returns its length; 0 if there is no
 * such thread, or the file is hidden or empty.
 */
size_t thread_file_read(int64_t tid, const char *name, char *text, size_t size);

#endif
