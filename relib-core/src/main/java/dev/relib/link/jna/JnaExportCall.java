package dev.relib.link.jna;

import java.lang.ref.Reference;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.contract.Direction;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import dev.relib.link.ExportAddress;
import dev.relib.link.ExportCall;
import dev.relib.marshal.LentArgument;
import dev.relib.marshal.Marshaller;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An export called through a JNA function.
 */
final class JnaExportCall implements ExportCall {

	private static final @Nullable LentArgument[] NOTHING = {};

	private final Function function;

	private final JnaParameters parameters;

	private final JnaArgument[] arguments;

	private final boolean lends;

	private final ValueType returnType;

	private final Class<?> jnaReturnType;

	private final Marshaller returned;

	private final @Nullable JnaBox box;

	private final @Nullable JnaBox error;

	JnaExportCall(JavaFunction function, ExportAddress address) {
		this.function = Function.getFunction(new Pointer(address.function()));
		this.parameters = new JnaParameters(function.exception().isPresent() ? 2 : 1, function.signature().parameters(),
				Registers.ofThisMachine());
		this.arguments = JnaArgument.of(function, Direction.EXPORTS);
		this.lends = !JnaTypes.areItself(function.signature());
		this.returnType = function.signature().returns();
		this.jnaReturnType = JnaTypes.of(this.returnType);
		this.returned = Marshaller.returned(function);
		this.box = function.signature().returnsOwned() ? JnaBox.of(this.returned, address.post()) : null;
		this.error = Marshaller.error(function).map((crossing) -> JnaBox.of(crossing, address.error())).orElse(null);
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] values) {
		if (this.error == null) {
			return call(outcome, values, 0);
		}
		long slot = CHeap.allocateZeros(Long.BYTES);
		try {
			return call(outcome, values, slot);
		}
		finally {
			CHeap.free(slot);
		}
	}

	/**
	 * Calls the function.
	 * @param slot where it leaves the box of a declared error, 0 if it declares none
	 */
	private @Nullable Object call(long outcome, @Nullable Object[] values, long slot) {
		Object[] natives = this.parameters.arguments();
		natives[0] = new Pointer(outcome);
		if (slot != 0) {
			natives[1] = new Pointer(slot);
		}
		@Nullable LentArgument[] lent = this.lends ? new LentArgument[values.length] : NOTHING;
		try {
			pass(values, natives, lent);
			Object result = this.function.invoke(this.jnaReturnType, natives);
			return switch (LentMemory.getByte(outcome)) {
				case RETURNED -> fromNative(result);
				case DECLARED_ERROR -> (this.error != null) ? this.error.take(LentMemory.word(slot)) : null;
				default -> null;
			};
		}
		finally {
			// Not before the return is read, which may point into what is lent.
			Reference.reachabilityFence(values);
			giveBack(lent);
		}
	}

	private void pass(@Nullable Object[] values, Object[] natives, @Nullable LentArgument[] lent) {
		for (int i = 0; i < values.length; i++) {
			JnaArgument argument = this.arguments[i];
			int place = this.parameters.place(i);
			if (argument.isItself()) {
				natives[place] = argument.pass(values[i]);
			}
			else {
				LentArgument memory = argument.lend(values[i]);
				lent[i] = memory;
				argument.pass(memory, natives, place);
			}
		}
	}

	private static void giveBack(@Nullable LentArgument[] lent) {
		for (LentArgument memory : lent) {
			if (memory != null) {
				memory.close();
			}
		}
	}

	private @Nullable Object fromNative(@Nullable Object result) {
		if (this.box != null) {
			return this.box.take(Pointer.nativeValue((Pointer) result));
		}
		if (result == null) {
			return null;
		}
		return (this.returnType == Scalar.BOOL) ? (Byte) result != 0 : this.returned.receive(result);
	}

}
