// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.contract.ArrayType;
import dev.relib.contract.Direction;
import dev.relib.contract.EnumType;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.ListType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import dev.relib.failure.InvalidContractException;

/**
 * Finds the codec for a type of the contract and the Java type behind it.
 */
final class ValueCodecs {

	private ValueCodecs() {
	}

	/**
	 * The codecs for the parameters of a function.
	 * @param direction which side implements it; an import is lent the buffers that it
	 * takes
	 */
	static List<ValueCodec> ofParameters(JavaFunction function, Direction direction) {
		List<Parameter> parameters = function.signature().parameters();
		parameters.forEach((parameter) -> requirePassable(function, parameter));
		return IntStream.range(0, parameters.size())
			.mapToObj((i) -> (function.parameters().get(i) == ByteBuffer.class)
					? new BufferCodec(direction == Direction.IMPORTS)
					: of(parameters.get(i).type(), function.parameters().get(i)))
			.toList();
	}

	/** The codecs for the parameters of an export that takes records by value. */
	static List<ArgumentCodec> ofParametersByValue(JavaFunction function) {
		return ofParameters(function, Direction.EXPORTS).stream()
			.<ArgumentCodec>map(
					(codec) -> (codec instanceof RecordCodec composed) ? new StructureCodec(composed) : codec)
			.toList();
	}

	/** libffi places them as two words there, and C as an even pair of registers. */
	private static void requirePassable(JavaFunction function, Parameter parameter) {
		if (parameter.type() instanceof Scalar scalar && scalar.isWide()
				&& System.getProperty("os.arch").equals("aarch64")) {
			throw new InvalidContractException(function.signature().qualifiedName(), "takes " + parameter
					+ ", which no function can take on AArch64; use String, or two parameters of long");
		}
	}

	/** The codec for a return, a component of a record or an element of a list. */
	static ValueCodec of(ValueType type, Type javaType) {
		if (type instanceof Scalar scalar) {
			return switch (scalar) {
				case BOOL -> new BooleanCodec();
				case CHAR -> new CodePointCodec();
				case I128, U128 -> new WideCodec(scalar == Scalar.I128);
				default -> new ScalarCodec(scalar);
			};
		}
		if (type instanceof EnumType enumeration) {
			return new EnumCodec(enumeration, (Class<?>) javaType);
		}
		if (type instanceof RecordType record) {
			return new RecordCodec(record, new JavaRecord((Class<?>) javaType));
		}
		if (type instanceof ListType list) {
			return new ListCodec(of(list.element(), ((ParameterizedType) javaType).getActualTypeArguments()[0]));
		}
		if (type instanceof ArrayType array) {
			return new ArrayCodec(array.element());
		}
		if (javaType == ByteBuffer.class) {
			return new BufferCodec(false);
		}
		return (type == Sequence.STR) ? new TextCodec() : new ArrayCodec(Scalar.I8);
	}

}
