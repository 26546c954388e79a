/**
 * The kinds of libraries, and what each of them can be asked.
 */
@NullMarked
package dev.relib.module.kind;

import org.jspecify.annotations.NullMarked;
