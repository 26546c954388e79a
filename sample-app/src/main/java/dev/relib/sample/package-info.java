// SPDX-License-Identifier: Apache-2.0
/**
 * An image workshop whose filters are native modules.
 */
@NullMarked
package dev.relib.sample;

import org.jspecify.annotations.NullMarked;
