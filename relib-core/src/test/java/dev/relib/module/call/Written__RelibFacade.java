// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import dev.relib.facade.RelibCalls;
import dev.relib.facade.RelibGenerated;
import dev.relib.facade.RelibHandles;

/**
 * What the processor would generate, without the calls.
 */
@RelibGenerated(version = RelibGenerated.VERSION, contract = "f40816a1784ddc2f")
final class Written__RelibFacade implements Written {

	static final RelibHandles HANDLES = RelibHandles.of(Written__RelibFacade.class);

	Written__RelibFacade(RelibCalls calls, int first) {
	}

	@Override
	public void nothing() {
		// For the host's eyes only.
	}

}
