// SPDX-License-Identifier: Apache-2.0
/**
 * Native memory through JNA.
 */
@NullMarked
package dev.relib.os.jna;

import org.jspecify.annotations.NullMarked;
