// SPDX-License-Identifier: Apache-2.0
/**
 * The actuator endpoint of native modules.
 */
@NullMarked
package dev.relib.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
