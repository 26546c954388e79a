// SPDX-License-Identifier: Apache-2.0
/**
 * Calls between Java and native code as the ABI has them: moves values between Java and
 * native memory and keeps the protocol of outcomes and owned returns, whatever linker
 * makes the call.
 */
@NullMarked
package dev.relib.marshal;

import org.jspecify.annotations.NullMarked;
