// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.List;

import dev.relib.module.LinkerInfo;

/**
 * How native code is called.
 *
 * @param used a value of {@code relib.linker}
 * @param marks how calls are marked for unloads: {@code asymmetric} or {@code volatile}
 * @param notes for each faster way why it is not used
 */
public record LinkerDescriptor(String used, String marks, List<String> notes) {

	static LinkerDescriptor of(LinkerInfo info) {
		return new LinkerDescriptor(info.used().text(), info.marks(), info.notes());
	}

}
