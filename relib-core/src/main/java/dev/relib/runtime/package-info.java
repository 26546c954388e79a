// SPDX-License-Identifier: Apache-2.0
/**
 * The native runtime librelib_rt: ledgers of the resources that modules hold, and their
 * release after an unload.
 */
@NullMarked
package dev.relib.runtime;

import org.jspecify.annotations.NullMarked;
