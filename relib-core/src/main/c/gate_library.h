/*
 * A library that is made on the spot and needs one other library. The loader relocates it last of all that it opens with
 * it, and has it call a function then: everything is mapped and bound, and no constructor has run.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_GATE_LIBRARY_H
#define RELIB_GATE_LIBRARY_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Writes it to a new file. The function is called on the thread that opens it, inside of the loader, and returns any
 * address but 0. Returns false, and leaves no file, if that is not possible on this machine.
 */
bool gate_library_write(const char *file, const char *needed, uintptr_t (*function)(void));

#endif
