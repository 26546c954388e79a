package dev.relib.link.jna;

import java.lang.ref.WeakReference;
import java.util.List;

import com.sun.jna.CallbackProxy;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.link.ExportCall;
import dev.relib.link.ImportTarget;
import dev.relib.link.InvalidValueException;
import dev.relib.link.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * An import as a JNA callback. Nothing may leave it: JNA would print the exception and
 * return 0 as if that were the value.
 * <p>
 * JNA keeps a callback of this kind for good. So that it does not keep the host as well,
 * with an application context behind it, its target belongs to the stub.
 */
final class JnaImport implements CallbackProxy {

	private static final int BOX_SIZE = 2 * Native.POINTER_SIZE;

	private final FunctionSignature function;

	private final WeakReference<ImportTarget> target;

	JnaImport(FunctionSignature function, ImportTarget target) {
		this.function = function;
		this.target = new WeakReference<>(target);
	}

	@Override
	public Class<?>[] getParameterTypes() {
		List<Parameter> parameters = this.function.parameters();
		Class<?>[] types = new Class<?>[parameters.size() + 1];
		types[0] = Pointer.class;
		for (int i = 0; i < parameters.size(); i++) {
			types[i + 1] = JnaTypes.ofParameter(parameters.get(i).type());
		}
		return types;
	}

	@Override
	public Class<?> getReturnType() {
		return JnaTypes.of(this.function.returns());
	}

	@Override
	public @Nullable Object callback(Object[] args) {
		Pointer outcome = (Pointer) args[0];
		try {
			Object result = toNative(target().call(fromNative(args)));
			outcome.setByte(0, ExportCall.RETURNED);
			return result;
		}
		catch (Throwable ex) {
			byte told = failed(ex);
			outcome.setByte(0, told);
			return nothing(told);
		}
	}

	private ImportTarget target() {
		ImportTarget found = this.target.get();
		if (found == null) {
			throw new IllegalStateException(this.function.qualifiedName() + " belongs to a host that has left");
		}
		return found;
	}

	/** Nothing may leave the callback, and the outcome has to be written. */
	private byte failed(Throwable failure) {
		try {
			return target().failed(failure);
		}
		catch (Throwable ex) {
			return ExportCall.PANICKED;
		}
	}

	private @Nullable Object[] fromNative(Object[] args) {
		List<Parameter> parameters = this.function.parameters();
		Object[] arguments = new Object[parameters.size()];
		for (int i = 0; i < arguments.length; i++) {
			Parameter parameter = parameters.get(i);
			Object value = args[i + 1];
			if (parameter.type() instanceof Sequence) {
				Pointer slice = (Pointer) value;
				byte[] bytes = JnaSlice.bytes(this.function, parameter.name(), slice);
				arguments[i] = (parameter.type() == Sequence.STR) ? Utf8.decode(this.function, parameter.name(), bytes)
						: bytes;
			}
			else {
				arguments[i] = (parameter.type() == Scalar.BOOL) ? Boolean.valueOf((Byte) value != 0) : value;
			}
		}
		return arguments;
	}

	private @Nullable Object toNative(@Nullable Object value) {
		if (this.function.returns() == Scalar.UNIT) {
			return null;
		}
		if (value == null) {
			throw new InvalidValueException(this.function, "the return value", "is null");
		}
		if (this.function.returns() instanceof Sequence) {
			return box((value instanceof String text) ? Utf8.encode(this.function, "the return value", text)
					: (byte[]) value);
		}
		return (value instanceof Boolean flag) ? Byte.valueOf((byte) (flag ? 1 : 0)) : value;
	}

	private static Pointer box(byte[] bytes) {
		long address = Native.malloc(BOX_SIZE + (long) bytes.length);
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for a return of " + bytes.length + " bytes");
		}
		Pointer box = new Pointer(address);
		box.setPointer(0, box.share(BOX_SIZE));
		box.setLong(Native.POINTER_SIZE, bytes.length);
		box.write(BOX_SIZE, bytes, 0, bytes.length);
		return box;
	}

	private @Nullable Object nothing(byte told) {
		if (!(this.function.returns() instanceof Scalar scalar)) {
			return (told == ExportCall.RETURNED) ? box(new byte[0]) : Pointer.NULL;
		}
		return switch (scalar) {
			case UNIT -> null;
			case BOOL, I8 -> (byte) 0;
			case I16 -> (short) 0;
			case I32 -> 0;
			case I64 -> 0L;
			case F32 -> 0f;
			case F64 -> 0d;
		};
	}

}
