// SPDX-License-Identifier: Apache-2.0
/**
 * Explains why an application with native modules did not start.
 */
@NullMarked
package dev.relib.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
