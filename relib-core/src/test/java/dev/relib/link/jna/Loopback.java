package dev.relib.link.jna;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.link.ExportAddress;
import dev.relib.link.ExportCall;
import dev.relib.link.ImportStub;
import dev.relib.link.ImportTarget;
import dev.relib.os.NativeMemory;

/**
 * An import that is called as if it were an export: the ABI of both is one.
 */
final class Loopback {

	private final JnaLinker linker = new JnaLinker();

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
		this.stub = this.linker.importStub(function, new ImportTarget() {

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
		this.call = this.linker.exportCall(function,
				new ExportAddress(this.stub.address(), this.stub.postAddress(), 0));
	}

	Object call(Object argument) {
		this.outcomes.putByte(0, ExportCall.PANICKED);
		return this.call.call(this.outcomes.address(), new Object[] { argument });
	}

	byte outcome() {
		return this.outcomes.getByte(0);
	}

}
