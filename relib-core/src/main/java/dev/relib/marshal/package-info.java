/**
 * Moves values between Java and native memory, whatever linker makes the call.
 */
@NullMarked
package dev.relib.marshal;

import org.jspecify.annotations.NullMarked;
