package dev.relib.marshal;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import dev.relib.failure.InvalidValueException;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * One argument, the return or the declared error of a function on its way between Java
 * and native code, whatever calls it. Every method throws {@link InvalidValueException}
 * if the value can not cross, saying which one of which function it is. Usable by any
 * thread.
 */
public final class Marshaller {

	private final FunctionSignature function;

	private final String label;

	private final ValueCodec codec;

	private Marshaller(FunctionSignature function, String label, ValueCodec codec) {
		this.function = function;
		this.label = label;
		this.codec = codec;
	}

	/**
	 * The arguments of a function.
	 * @param function the function
	 * @param direction which side implements it
	 * @return one for each parameter, in order
	 */
	public static List<Marshaller> arguments(JavaFunction function, Direction direction) {
		FunctionSignature signature = function.signature();
		return IntStream.range(0, signature.parameters().size())
			.mapToObj((i) -> new Marshaller(signature, "argument " + signature.parameters().get(i).name(),
					codec(signature.parameters().get(i).type(), function.parameters().get(i),
							direction == Direction.IMPORTS)))
			.toList();
	}

	/**
	 * The return of a function.
	 * @param function the function
	 * @return what it returns
	 */
	public static Marshaller returned(JavaFunction function) {
		FunctionSignature signature = function.signature();
		return new Marshaller(signature, "the return value", codec(signature.returns(), function.returns(), false));
	}

	/**
	 * The declared error of a function.
	 * @param function the function
	 * @return its error, if it declares one
	 */
	public static Optional<Marshaller> error(JavaFunction function) {
		return function.exception()
			.map((exception) -> new Marshaller(function.signature(), "the declared error",
					ValueCodecs.of(function.signature().error().orElseThrow(), exception.recordType())));
	}

	private static ValueCodec codec(ValueType type, Type javaType, boolean lent) {
		return (type == Sequence.BYTES && javaType == ByteBuffer.class) ? new BufferCodec(lent)
				: ValueCodecs.of(type, javaType);
	}

	/**
	 * Makes of an argument or return what crosses as itself.
	 * @param value the Java value of a scalar or enum
	 * @return the same, or the ordinal of a constant
	 */
	public Object pass(@Nullable Object value) {
		return prepare(value, SizeCounter.NONE);
	}

	/**
	 * Makes a Java value of what has crossed as itself.
	 * @param value a value of a scalar's Java type, or an ordinal
	 * @return the same, or the constant
	 */
	public Object receive(Object value) {
		try {
			return (this.codec instanceof EnumCodec constants) ? constants.constant((Integer) value) : value;
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, this.label);
		}
	}

	/**
	 * Writes an argument for the time of a call. The content of a direct buffer is not
	 * copied.
	 * @param value the Java value of a sequence or record, to be kept reachable during
	 * the call
	 * @return where it is, to be closed after the call
	 */
	public LentArgument lend(@Nullable Object value) {
		if (this.codec instanceof BufferCodec && value instanceof ByteBuffer buffer && buffer.isDirect()) {
			requireReadable(buffer);
			return new LentArgument(NativeBlock.ofSlice(LentMemory.address(buffer), buffer.remaining()));
		}
		return new LentArgument(write(value));
	}

	/** A buffer of a closed arena still has an address. */
	private void requireReadable(ByteBuffer buffer) {
		try {
			if (buffer.hasRemaining()) {
				buffer.get(buffer.position());
			}
		}
		catch (RuntimeException ex) {
			throw new InvalidValueException(this.function.qualifiedName(), this.label,
					"can not be read (" + ex.getMessage() + ")");
		}
	}

	/**
	 * Writes a return into one block of the C library's allocator.
	 * @param value the Java value of a sequence or record
	 * @return the address of the box, to be given back by {@code free}
	 */
	public long box(@Nullable Object value) {
		return write(value).address();
	}

	private NativeBlock write(@Nullable Object value) {
		SizeCounter space = new SizeCounter();
		space.reserve(1, this.codec.size());
		Object prepared = prepare(value, space);
		NativeBlock block = NativeBlock.allocate(space);
		try {
			this.codec.write(prepared, block, block.take(1, this.codec.size()));
			return block;
		}
		catch (RuntimeException | Error ex) {
			block.free();
			throw ex;
		}
	}

	/**
	 * Makes a box of nothing: a sequence without elements, or a record of zeros.
	 * @return the address of the box, to be given back by {@code free}
	 */
	public long emptyBox() {
		long size = this.codec.size();
		long address = CHeap.allocateZeros(size);
		if (this.codec instanceof SequenceCodec) {
			NativeMemory.putLongAt(address, address + size);
		}
		return address;
	}

	/**
	 * Reads a slice that was passed by value.
	 * @param address its first word, where its elements begin
	 * @param length its second word, how many there are
	 * @return the Java value of a sequence
	 */
	public Object read(long address, long length) {
		try {
			return ((SequenceCodec) this.codec).read(address, length);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, this.label);
		}
	}

	/**
	 * Reads a box or a record that is lent.
	 * @param address where it is
	 * @return the Java value of a sequence or record
	 */
	public Object read(long address) {
		if (address == 0) {
			throw new InvalidValueException(this.function.qualifiedName(), this.label, "is a null pointer");
		}
		if (this.codec instanceof SequenceCodec) {
			return read(LentMemory.word(address), LentMemory.word(address + Long.BYTES));
		}
		try {
			return this.codec.read(LentMemory.view(address, this.codec.size()), 0);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, this.label);
		}
	}

	private Object prepare(@Nullable Object value, SizeCounter space) {
		try {
			return this.codec.prepare(value, space);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, this.label);
		}
	}

}
