// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.file.Path;

/**
 * A library that a module has brought into the process.
 *
 * @param file its file
 * @param base the address that it is or was mapped at
 */
record LibraryPart(Path file, long base) {
}
