// SPDX-License-Identifier: Apache-2.0
/**
 * The steps that load and unload one generation of a module.
 */
@NullMarked
package dev.relib.module.lifecycle;

import org.jspecify.annotations.NullMarked;
