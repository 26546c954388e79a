/**
 * Reads what the loader reads of a 64-bit little-endian ELF library: segments and the
 * dynamic section. Section headers are not needed and may be stripped.
 */
@NullMarked
package dev.relib.image.elf;

import org.jspecify.annotations.NullMarked;
