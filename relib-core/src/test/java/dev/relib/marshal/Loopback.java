// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.link.Linker;
import dev.relib.link.jna.JnaLinker;
import dev.relib.os.NativeMemory;

/**
 * An import that is called as if it were an export: the ABI of both is one.
 */
final class Loopback {

	private final Linker linker = new JnaLinker();

	private final NativeMemory outcomes = NativeMemory.allocate(1);

	/** Keeps the function pointer. */
	private final ImportStub stub;

	private final ExportCall call;

	/** What the import has thrown, or what was wrong with its return. */
	Throwable failure;

	Loopback(Class<?> type, String method, byte toldAfterFailure, Function<Object, Object> body) {
		Method found = Arrays.stream(type.getDeclaredMethods())
			.filter((each) -> each.getName().equals(method))
			.findFirst()
			.orElseThrow();
		JavaFunction function = JavaFunction.of(found, ContractInterface.of(type).methods().get(found));
		this.stub = ImportStub.of(this.linker, function, new ImportTarget() {

			@Override
			public String module() {
				return "loopback";
			}

			@Override
			public Object call(Object[] arguments) {
				return body.apply(arguments[0]);
			}

			@Override
			public byte failed(Throwable thrown) {
				Loopback.this.failure = thrown;
				return toldAfterFailure;
			}

		});
		this.call = ExportCall.of(this.linker, function,
				new ExportAddress(this.stub.address(), this.stub.freeAddress(), 0));
	}

	Object call(Object argument) {
		this.outcomes.putByte(0, ExportCall.PANICKED);
		return this.call.call(this.outcomes.address(), new Object[] { argument });
	}

	byte outcome() {
		return this.outcomes.getByte(0);
	}

}
