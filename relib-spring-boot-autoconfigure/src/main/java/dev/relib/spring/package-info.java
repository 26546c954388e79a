// SPDX-License-Identifier: Apache-2.0
/**
 * Connects native modules to a bean factory: their export interfaces become beans and
 * resolve injection points, and beans implement their import interfaces.
 */
@NullMarked
package dev.relib.spring;

import org.jspecify.annotations.NullMarked;
