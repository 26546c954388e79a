package dev.relib.link.jna;

import java.util.List;
import java.util.stream.IntStream;

import com.sun.jna.Pointer;
import dev.relib.contract.Direction;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import dev.relib.marshal.LentArgument;
import dev.relib.marshal.Marshaller;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * How JNA passes an argument, in both directions.
 */
final class JnaArgument {

	private final ValueType type;

	private final Marshaller crossing;

	private final boolean itself;

	private final boolean slice;

	private JnaArgument(ValueType type, Marshaller crossing) {
		this.type = type;
		this.crossing = crossing;
		this.itself = JnaTypes.isItself(type);
		this.slice = JnaParameters.isSlice(type);
	}

	static JnaArgument[] of(JavaFunction function, Direction direction) {
		List<Parameter> parameters = function.signature().parameters();
		List<Marshaller> crossings = Marshaller.arguments(function, direction);
		return IntStream.range(0, parameters.size())
			.mapToObj((i) -> new JnaArgument(parameters.get(i).type(), crossings.get(i)))
			.toArray(JnaArgument[]::new);
	}

	/** Whether no native memory is needed to pass it. */
	boolean isItself() {
		return this.itself;
	}

	/**
	 * Passes what is itself. A boolean is passed as a number whose sign JNA can extend.
	 */
	Object pass(@Nullable Object value) {
		Object passed = this.crossing.pass(value);
		return (this.type == Scalar.BOOL) ? Integer.valueOf(((Boolean) passed) ? 1 : 0) : passed;
	}

	LentArgument lend(@Nullable Object value) {
		return this.crossing.lend(value);
	}

	/** Passes what is not itself: a record by its address, a slice by its two words. */
	void pass(LentArgument lent, Object[] natives, int place) {
		if (this.slice) {
			natives[place] = LentMemory.word(lent.address());
			natives[place + 1] = LentMemory.word(lent.address() + Long.BYTES);
		}
		else {
			natives[place] = new Pointer(lent.address());
		}
	}

	/** Makes a Java value of what native code passes. */
	Object receive(@Nullable Object[] natives, int place) {
		Object value = natives[place];
		if (this.slice) {
			return this.crossing.read((Long) value, (Long) natives[place + 1]);
		}
		if (!this.itself) {
			return this.crossing.read(Pointer.nativeValue((Pointer) value));
		}
		Object passed = (this.type == Scalar.BOOL) ? Boolean.valueOf((Byte) value != 0) : value;
		return this.crossing.receive(passed);
	}

}
