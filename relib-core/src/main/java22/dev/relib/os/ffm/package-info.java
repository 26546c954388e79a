// SPDX-License-Identifier: Apache-2.0
/**
 * Memory through {@code java.lang.foreign}. Compiled for JDK 22 and later.
 */
@NullMarked
package dev.relib.os.ffm;

import org.jspecify.annotations.NullMarked;
