package dev.relib.link.jna;

import java.util.List;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import dev.relib.link.ExportCall;
import dev.relib.link.InvalidValueException;
import dev.relib.link.Utf8;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * An export called through a JNA function.
 */
final class JnaExportCall implements ExportCall {

	private final FunctionSignature signature;

	private final Function function;

	private final @Nullable Function post;

	private final Class<?> returnType;

	JnaExportCall(FunctionSignature signature, Function function, @Nullable Function post) {
		this.signature = signature;
		this.function = function;
		this.post = post;
		this.returnType = JnaTypes.of(signature.returns());
	}

	/**
	 * Frees what is lent for the call at once: left to the garbage collector, native
	 * memory grows faster than the heap tells it to run. Not before the return is read,
	 * which may point into it.
	 */
	@Override
	public @Nullable Object call(NativeMemory outcomes, int at, @Nullable Object[] arguments) {
		List<Parameter> parameters = this.signature.parameters();
		Object[] natives = new Object[arguments.length + 1];
		natives[0] = new Pointer(outcomes.address() + at);
		try {
			for (int i = 0; i < arguments.length; i++) {
				natives[i + 1] = toNative(parameters.get(i), arguments[i]);
			}
			Object result = this.function.invoke(this.returnType, natives);
			if (outcomes.getByte(at) != RETURNED) {
				return null;
			}
			return (this.post != null) ? unbox((Pointer) result, this.post) : fromNative(result);
		}
		finally {
			for (Object lent : natives) {
				if (lent instanceof JnaSlice slice) {
					slice.close();
				}
			}
		}
	}

	private Object toNative(Parameter parameter, @Nullable Object value) {
		ValueType type = parameter.type();
		if (value == null) {
			throw new InvalidValueException(this.signature, "argument " + parameter.name(), "is null");
		}
		if (type == Sequence.STR) {
			return JnaSlice.of(Utf8.encode(this.signature, "argument " + parameter.name(), (String) value));
		}
		if (type == Sequence.BYTES) {
			return JnaSlice.of((byte[]) value);
		}
		return (type == Scalar.BOOL) ? Integer.valueOf(((Boolean) value) ? 1 : 0) : value;
	}

	private @Nullable Object fromNative(@Nullable Object result) {
		return (this.signature.returns() == Scalar.BOOL && result != null) ? ((Byte) result != 0) : result;
	}

	private Object unbox(@Nullable Pointer box, Function post) {
		if (box == null) {
			throw new InvalidValueException(this.signature, "the return value", "is a null box");
		}
		try {
			byte[] bytes = JnaSlice.bytes(this.signature, "the return value", box);
			return (this.signature.returns() == Sequence.STR) ? Utf8.decode(this.signature, "the return value", bytes)
					: bytes;
		}
		finally {
			post.invokeVoid(new Object[] { box });
		}
	}

}
