// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.module.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Finds the implementations of this package's interfaces.
 */
final class Providers {

	private static volatile @Nullable NativeAccess access;

	private Providers() {
	}

	static RawMemory memory() {
		return Memory.CHOICE.memory();
	}

	static List<String> memoryNotes() {
		return Memory.CHOICE.notes();
	}

	/** Without a lock: threads ask on their way from native code into Java. */
	static NativeAccess access() {
		NativeAccess found = access;
		if (found == null) {
			found = access(Platform.current(), services(NativeAccess.class));
			access = found;
		}
		return found;
	}

	static NativeAccess access(Platform platform, Iterable<NativeAccess> candidates) {
		List<String> systems = new ArrayList<>();
		for (NativeAccess candidate : candidates) {
			if (candidate.system().equals(platform.system())) {
				return candidate;
			}
			systems.add(candidate.system());
		}
		throw new RuntimeUnavailableException("native modules can be loaded on " + String.join(" and ", systems)
				+ " only, and this JVM runs on " + platform);
	}

	/** Beside the interface, whichever class loader the calling thread has. */
	private static <T> ServiceLoader<T> services(Class<T> type) {
		return ServiceLoader.load(type, type.getClassLoader());
	}

	/** Looked up once, and a constant for the compiler. */
	private static final class Memory {

		static final MemoryChoice CHOICE = MemoryChoice.of(Runtime.version().feature(),
				() -> services(RawMemory.class).findFirst()
					.orElseThrow(() -> new IllegalStateException("relib-core is incomplete: it holds no RawMemory")));

	}

}
