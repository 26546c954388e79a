// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the libraries that a library needs as the loader would, without opening them.
 */
@NullMarked
package dev.relib.image.search;

import org.jspecify.annotations.NullMarked;
