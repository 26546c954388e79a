// SPDX-License-Identifier: Apache-2.0
/**
 * Models the contract between a module and its host: traits, functions and value types,
 * which are read from Java interfaces or from the canonical text of a module.
 */
@NullMarked
package dev.relib.contract;

import org.jspecify.annotations.NullMarked;
