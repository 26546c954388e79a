// SPDX-License-Identifier: Apache-2.0
/**
 * Calls native code through {@code java.lang.foreign}. Compiled for JDK 22 and later.
 */
@NullMarked
package dev.relib.link.ffm;

import org.jspecify.annotations.NullMarked;
