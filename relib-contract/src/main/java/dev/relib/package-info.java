// SPDX-License-Identifier: Apache-2.0
/**
 * Holds the annotations for an application's interfaces.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;
