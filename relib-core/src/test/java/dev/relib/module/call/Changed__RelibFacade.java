// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import dev.relib.facade.RelibCalls;
import dev.relib.facade.RelibGenerated;

/**
 * A facade of an earlier {@link Changed}.
 */
@RelibGenerated(version = RelibGenerated.VERSION, contract = "f40816a1784ddc2f")
final class Changed__RelibFacade implements Changed {

	Changed__RelibFacade(RelibCalls calls, int first) {
	}

	@Override
	public void nothing(int added) {
		// Nobody calls it.
	}

}
