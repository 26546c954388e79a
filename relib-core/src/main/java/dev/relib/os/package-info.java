// SPDX-License-Identifier: Apache-2.0
/**
 * What differs by operating system, as interfaces: the loader, memory mappings, threads,
 * files. Native memory, which is the same everywhere.
 */
@NullMarked
package dev.relib.os;

import org.jspecify.annotations.NullMarked;
