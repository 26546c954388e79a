package dev.relib.link.jna;

import java.util.List;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.link.ExportCall;
import dev.relib.link.InvalidValueException;
import dev.relib.link.Utf8;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * A C function called as it is, without a success flag. JNA itself copies byte arrays
 * there and back.
 */
final class JnaPlainCall implements ExportCall {

	private final FunctionSignature signature;

	private final Function function;

	private final Class<?> returnType;

	JnaPlainCall(FunctionSignature signature, Function function) {
		this.signature = signature;
		this.function = function;
		this.returnType = JnaTypes.of(signature.returns());
	}

	@Override
	public @Nullable Object call(NativeMemory outcomes, int at, @Nullable Object[] arguments) {
		List<Parameter> parameters = this.signature.parameters();
		Object[] natives = new Object[arguments.length];
		try {
			for (int i = 0; i < arguments.length; i++) {
				natives[i] = toNative(parameters.get(i), arguments[i]);
			}
			Object result = fromNative(this.function.invoke(this.returnType, natives));
			outcomes.putByte(at, RETURNED);
			return result;
		}
		finally {
			for (Object lent : natives) {
				if (lent instanceof Pointer text) {
					Native.free(Pointer.nativeValue(text));
				}
			}
		}
	}

	private Object toNative(Parameter parameter, @Nullable Object value) {
		String name = "argument " + parameter.name();
		if (value == null) {
			throw new InvalidValueException(this.signature, name, "is null");
		}
		if (parameter.type() == Sequence.STR) {
			return terminated(name, Utf8.encode(this.signature, name, (String) value));
		}
		return (parameter.type() == Scalar.BOOL) ? Integer.valueOf(((Boolean) value) ? 1 : 0) : value;
	}

	private Pointer terminated(String name, byte[] text) {
		for (byte character : text) {
			if (character == 0) {
				throw new InvalidValueException(this.signature, name, "holds the character NUL, which ends text in C");
			}
		}
		long address = Native.malloc(text.length + 1L);
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for an argument of " + text.length + " bytes");
		}
		Pointer pointer = new Pointer(address);
		pointer.write(0, text, 0, text.length);
		pointer.setByte(text.length, (byte) 0);
		return pointer;
	}

	private @Nullable Object fromNative(@Nullable Object result) {
		if (this.signature.returns() == Sequence.STR) {
			return text((Pointer) result);
		}
		return (this.signature.returns() == Scalar.BOOL && result != null) ? ((Byte) result != 0) : result;
	}

	private String text(@Nullable Pointer text) {
		if (text == null) {
			throw new InvalidValueException(this.signature, "the return value", "is a null pointer");
		}
		byte[] bytes = text.getByteArray(0, Math.toIntExact(text.indexOf(0, (byte) 0)));
		return Utf8.decode(this.signature, "the return value", bytes);
	}

}
