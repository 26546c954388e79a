// SPDX-License-Identifier: Apache-2.0
/**
 * The exceptions that relib throws, each with the data behind its message.
 */
@NullMarked
package dev.relib.failure;

import org.jspecify.annotations.NullMarked;
