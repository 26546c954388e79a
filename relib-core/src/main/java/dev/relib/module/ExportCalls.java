// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.Optional;

/**
 * How often an export was called, by all threads and in all generations of its module.
 * Numbers never decrease.
 *
 * @param export the qualified name of the export, for example {@code ImageFilter.apply}
 * @param calls how many calls there were, those included that have not ended, or have
 * ended in another way than they should
 * @param panics how many of them have panicked
 * @param failedImports how many of them an import has failed in, whose exception the
 * caller got
 * @param durations how long they have taken; empty if none was timed
 */
public record ExportCalls(String export, long calls, long panics, long failedImports,
		Optional<CallDurations> durations) {

}
