// SPDX-License-Identifier: Apache-2.0
/**
 * Linux: the loader of the C library, {@code /proc}, and files that are reached through
 * open descriptors.
 */
@NullMarked
package dev.relib.os.linux;

import org.jspecify.annotations.NullMarked;
