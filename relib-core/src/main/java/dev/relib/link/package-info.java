/**
 * Turns addresses into callables and Java objects into addresses. One implementation per
 * way to call native code.
 */
@NullMarked
package dev.relib.link;

import org.jspecify.annotations.NullMarked;
