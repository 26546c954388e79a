// SPDX-License-Identifier: Apache-2.0
/**
 * Holds what the Java code that the annotation processor writes calls: it is for
 * generated code, and nobody else. The host implements each of the abstract classes once,
 * so that the JIT sees through them.
 */
@NullMarked
package dev.relib.facade;

import org.jspecify.annotations.NullMarked;
