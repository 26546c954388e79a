// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.link.Linker;
import dev.relib.module.call.ExportFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once of a registry that calls which should stay in Java's state are ordinary ones.
 */
final class CriticalCalls {

	private static final Logger logger = LoggerFactory.getLogger(CriticalCalls.class);

	private final Linker linker;

	private volatile @Nullable String note;

	CriticalCalls(Linker linker) {
		this.linker = linker;
	}

	/** Looks at an interface that is called from now on. */
	void bound(ContractInterface contractInterface) {
		if (this.note == null) {
			ExportFacade.ordinaryCritical(this.linker, contractInterface).ifPresent(this::say);
		}
	}

	private synchronized void say(String function) {
		if (this.note == null) {
			this.note = "critical calls: those of " + function + " and all others are ordinary ones, as the linker "
					+ this.linker.name() + " has no other; JDK 22 and later have, with relib.linker ffm";
			logger.info("{}", this.note);
		}
	}

	/** What was said, for whoever asks how native code is called. */
	Optional<String> note() {
		return Optional.ofNullable(this.note);
	}

}
