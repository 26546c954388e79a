package dev.relib.link.jna;

import java.util.Arrays;

import com.sun.jna.CallbackProxy;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.link.ExportAddress;
import dev.relib.link.ExportCall;
import dev.relib.link.ImportStub;
import dev.relib.link.ImportTarget;
import dev.relib.link.Linker;
import dev.relib.link.WordCallback;
import dev.relib.link.WordFunction;

/**
 * The linker that works on every supported JDK.
 */
public final class JnaLinker implements Linker {

	@Override
	public String name() {
		return "jna";
	}

	@Override
	public ExportCall exportCall(JavaFunction function, ExportAddress address) {
		return new JnaExportCall(function, address);
	}

	@Override
	public ExportCall plainCall(FunctionSignature function, long address) {
		return new JnaPlainCall(function, Function.getFunction(new Pointer(address)));
	}

	@Override
	public ImportStub importStub(JavaFunction function, ImportTarget target) {
		JnaImport callback = new JnaImport(function, target);
		Native.setCallbackThreadInitializer(callback, new JnaThreads("relib-" + target.module()));
		return new JnaStub(callback, target, function.signature().returnsOwned());
	}

	@Override
	public WordFunction wordFunction(long address) {
		Function function = Function.getFunction(new Pointer(address));
		return (arguments) -> function.invokeLong(Arrays.stream(arguments).boxed().toArray());
	}

	@Override
	public ImportStub wordCallback(int parameters, WordCallback target) {
		CallbackProxy callback = new JnaWordCallback(parameters, target);
		Native.setCallbackThreadInitializer(callback, new JnaThreads("relib"));
		return new JnaStub(callback, target, false);
	}

}
