package dev.relib.link.jna;

import java.lang.ref.WeakReference;

import com.sun.jna.CallbackProxy;
import com.sun.jna.Pointer;
import dev.relib.contract.Direction;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import dev.relib.link.ExportCall;
import dev.relib.link.ImportTarget;
import dev.relib.marshal.Marshaller;
import org.jspecify.annotations.Nullable;

/**
 * An import as a JNA callback. Nothing may leave it: JNA would print the exception and
 * return 0 as if that were the value.
 * <p>
 * JNA keeps a callback of this kind for good. So that it does not keep the host as well,
 * with an application context behind it, its target belongs to the stub.
 */
final class JnaImport implements CallbackProxy {

	private final String name;

	private final ValueType returnType;

	private final JnaParameters parameters;

	private final JnaArgument[] arguments;

	private final Marshaller returned;

	private final WeakReference<ImportTarget> target;

	JnaImport(JavaFunction function, ImportTarget target) {
		this.name = function.signature().qualifiedName();
		this.returnType = function.signature().returns();
		this.parameters = new JnaParameters(1, function.signature().parameters(), Registers.ofThisMachine());
		this.arguments = JnaArgument.of(function, Direction.IMPORTS);
		this.returned = Marshaller.returned(function);
		this.target = new WeakReference<>(target);
	}

	@Override
	public Class<?>[] getParameterTypes() {
		return this.parameters.types();
	}

	@Override
	public Class<?> getReturnType() {
		return JnaTypes.of(this.returnType);
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
			throw new IllegalStateException(this.name + " belongs to a host that has left");
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
		Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].receive(args, this.parameters.place(i));
		}
		return values;
	}

	private @Nullable Object toNative(@Nullable Object value) {
		if (this.returnType == Scalar.UNIT) {
			return null;
		}
		if (!JnaTypes.isItself(this.returnType)) {
			return new Pointer(this.returned.box(value));
		}
		Object passed = this.returned.pass(value);
		return (passed instanceof Boolean flag) ? Byte.valueOf((byte) (flag ? 1 : 0)) : passed;
	}

	private @Nullable Object nothing(byte told) {
		if (!JnaTypes.isItself(this.returnType)) {
			return (told == ExportCall.RETURNED) ? new Pointer(this.returned.emptyBox()) : Pointer.NULL;
		}
		return (this.returnType instanceof Scalar scalar) ? zero(scalar) : (Integer) 0;
	}

	private static @Nullable Object zero(Scalar scalar) {
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
