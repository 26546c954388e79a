// SPDX-License-Identifier: Apache-2.0
/**
 * The API of an application: the registry, its modules and their events.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;
