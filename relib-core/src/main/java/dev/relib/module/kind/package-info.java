// SPDX-License-Identifier: Apache-2.0
/**
 * The kinds of module libraries: how each is checked, opened and called.
 */
@NullMarked
package dev.relib.module.kind;

import org.jspecify.annotations.NullMarked;
