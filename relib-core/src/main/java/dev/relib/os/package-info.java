/**
 * What the operating system offers: its loader, raw memory, the process maps, private
 * directories.
 */
@NullMarked
package dev.relib.os;

import org.jspecify.annotations.NullMarked;
