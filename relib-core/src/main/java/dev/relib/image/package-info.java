// SPDX-License-Identifier: Apache-2.0
/**
 * Reads library files without running their code.
 */
@NullMarked
package dev.relib.image;

import org.jspecify.annotations.NullMarked;
