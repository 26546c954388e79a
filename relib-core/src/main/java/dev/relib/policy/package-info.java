/**
 * Decides whose code may run: where libraries come from, who can change them, and what
 * vouches for their bytes.
 */
@NullMarked
package dev.relib.policy;

import org.jspecify.annotations.NullMarked;
