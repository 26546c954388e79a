// SPDX-License-Identifier: Apache-2.0
/**
 * The exceptions of relib. All of them are unchecked, immutable and serializable, and
 * carry the data behind their messages.
 */
@NullMarked
package dev.relib.failure;

import org.jspecify.annotations.NullMarked;
