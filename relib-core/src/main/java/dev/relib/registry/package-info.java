// SPDX-License-Identifier: Apache-2.0
/**
 * Modules by name: handles and facades that stay the same across generations.
 */
@NullMarked
package dev.relib.registry;

import org.jspecify.annotations.NullMarked;
