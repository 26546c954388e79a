// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.relib.module.CallDurations;
import dev.relib.module.ExportCalls;
import org.jspecify.annotations.Nullable;

/**
 * How often an export was called, in all generations of its module.
 *
 * @param calls how many calls there were
 * @param panics how many of them have panicked
 * @param failedImports how many of them an import has failed in
 * @param durations how long they have taken, {@code null} if none was timed
 */
public record CallsDescriptor(long calls, long panics, long failedImports, @Nullable CallDurations durations) {

	/** Describes exports by their names. */
	static Map<String, CallsDescriptor> of(List<ExportCalls> exports) {
		Map<String, CallsDescriptor> calls = new LinkedHashMap<>();
		exports.forEach((export) -> calls.put(export.export(), new CallsDescriptor(export.calls(), export.panics(),
				export.failedImports(), export.durations().orElse(null))));
		return calls;
	}

}
