// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.cold;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.benchmarks.contract.Adder;
import dev.relib.benchmarks.contract.Work;
import dev.relib.benchmarks.peer.RelibPeer;

/**
 * The program of a process that calls once. It prints nanoseconds: of loading the
 * library, of making what a caller holds, and of the first call.
 */
public final class FirstCall {

	private FirstCall() {
	}

	/**
	 * Calls.
	 * @param arguments who calls, the module's library and that of what is written by
	 * hand for JNI
	 */
	public static void main(String[] arguments) {
		long began = System.nanoTime();
		Supplier<IntBinaryOperator> caller = load(arguments);
		long loaded = System.nanoTime();
		IntBinaryOperator add = caller.get();
		long bound = System.nanoTime();
		int sum = add.applyAsInt(20, 22);
		long called = System.nanoTime();
		if (sum != 42) {
			throw new IllegalStateException("20 + 22 = " + sum);
		}
		System.out.println((loaded - began) + " " + (bound - loaded) + " " + (called - bound));
		System.exit(0);
	}

	private static Supplier<IntBinaryOperator> load(String[] arguments) {
		return switch (arguments[0]) {
			case "Relib" -> relib(Path.of(arguments[1]), (module) -> module.exports(Adder.class)::add);
			case "RelibOfNine" -> relib(Path.of(arguments[1]), (module) -> module.exports(Work.class)::add);
			case "FfmByHand" -> byHand(".ffm.FirstForeignCall", arguments[1]);
			default -> byHand(".FirstJniCall", arguments[2]);
		};
	}

	private static Supplier<IntBinaryOperator> relib(Path library, Function<NativeModule, IntBinaryOperator> exports) {
		ModuleRegistry registry = ModuleRegistry.builder().imports(RelibPeer.host(() -> null)).build();
		NativeModule module = registry.add(new ModuleDefinition("work", library));
		return () -> exports.apply(module);
	}

	@SuppressWarnings("unchecked")
	private static Supplier<IntBinaryOperator> byHand(String type, String library) {
		try {
			return (Supplier<IntBinaryOperator>) Class.forName(RelibPeer.class.getPackageName() + type)
				.getDeclaredConstructor(String.class)
				.newInstance(library);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
