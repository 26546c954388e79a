/**
 * What can be known of a module from inside, and cleaned up after it: the ledgers of
 * librelib_rt, which modules built with the kit report to.
 */
@NullMarked
package dev.relib.runtime;

import org.jspecify.annotations.NullMarked;
