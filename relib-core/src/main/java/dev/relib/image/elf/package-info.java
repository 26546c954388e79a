// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the parts of a 64-bit little-endian ELF library that the loader reads: segments
 * and the dynamic section. The section headers may be stripped.
 */
@NullMarked
package dev.relib.image.elf;

import org.jspecify.annotations.NullMarked;
