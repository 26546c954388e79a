// SPDX-License-Identifier: Apache-2.0
/**
 * Defines what bindings are in any language, with the rules that all languages share.
 */
@NullMarked
package dev.relib.processor.bindings;

import org.jspecify.annotations.NullMarked;
