// SPDX-License-Identifier: Apache-2.0
/**
 * Holds the annotation processor, which writes bindings for module authors while an
 * application's interfaces are compiled.
 */
@NullMarked
package dev.relib.processor;

import org.jspecify.annotations.NullMarked;
