// SPDX-License-Identifier: Apache-2.0
/**
 * Spring Boot auto-configuration of native modules and their configuration properties.
 */
@NullMarked
package dev.relib.autoconfigure;

import org.jspecify.annotations.NullMarked;
