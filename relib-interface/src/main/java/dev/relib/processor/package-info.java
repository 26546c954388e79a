/**
 * Writes the bindings of contracts for module authors while the contracts' interfaces are
 * compiled.
 */
@NullMarked
package dev.relib.processor;

import org.jspecify.annotations.NullMarked;

