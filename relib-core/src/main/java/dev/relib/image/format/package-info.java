// SPDX-License-Identifier: Apache-2.0
/**
 * Identifies a file's format by its first bytes.
 */
@NullMarked
package dev.relib.image.format;

import org.jspecify.annotations.NullMarked;
