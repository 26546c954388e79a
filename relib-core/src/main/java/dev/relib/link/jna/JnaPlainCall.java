package dev.relib.link.jna;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.List;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.ExportCall;
import dev.relib.marshal.TerminatedText;
import dev.relib.os.LentMemory;
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
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		List<Parameter> parameters = this.signature.parameters();
		Object[] natives = new Object[arguments.length];
		try {
			for (int i = 0; i < arguments.length; i++) {
				natives[i] = toNative(parameters.get(i), arguments[i]);
			}
			Object result = fromNative(this.function.invoke(this.returnType, natives));
			LentMemory.putByte(outcome, RETURNED);
			return result;
		}
		finally {
			for (int i = 0; i < arguments.length; i++) {
				if (natives[i] != null && parameters.get(i).type() == Sequence.STR) {
					Native.free(Pointer.nativeValue((Pointer) natives[i]));
				}
			}
			Reference.reachabilityFence(arguments);
		}
	}

	private Object toNative(Parameter parameter, @Nullable Object value) {
		String name = "argument " + parameter.name();
		if (value == null) {
			throw new InvalidValueException(this.signature.qualifiedName(), name, "is null");
		}
		if (parameter.type() == Sequence.STR) {
			return copy(TerminatedText.encode(this.signature, name, (String) value));
		}
		if (value instanceof ByteBuffer buffer) {
			return memory(name, buffer);
		}
		return (parameter.type() == Scalar.BOOL) ? Integer.valueOf(((Boolean) value) ? 1 : 0) : value;
	}

	/** What the function writes has to arrive: a copy will not do. */
	private Pointer memory(String name, ByteBuffer buffer) {
		if (!buffer.isDirect()) {
			throw new InvalidValueException(this.signature.qualifiedName(), name,
					"is a buffer on the heap; use ByteBuffer.allocateDirect");
		}
		return Native.getDirectBufferPointer(buffer).share(buffer.position());
	}

	private static Pointer copy(byte[] bytes) {
		long address = Native.malloc(bytes.length);
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for an argument of " + bytes.length + " bytes");
		}
		Pointer pointer = new Pointer(address);
		pointer.write(0, bytes, 0, bytes.length);
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
			throw new InvalidValueException(this.signature.qualifiedName(), "the return value", "is a null pointer");
		}
		byte[] bytes = text.getByteArray(0, Math.toIntExact(text.indexOf(0, (byte) 0)));
		return TerminatedText.decode(this.signature, "the return value", bytes);
	}

}
