package dev.relib.marshal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * Finds the codec for a type of the contract and the Java type behind it.
 */
final class ValueCodecs {

	private ValueCodecs() {
	}

	/**
	 * The codec for a component of a record, or an element of a list.
	 */
	static ValueCodec of(ValueType type, Type javaType) {
		if (type instanceof Scalar scalar) {
			return new ScalarCodec(scalar);
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
		return (type == Sequence.STR) ? new TextCodec() : new ArrayCodec(Scalar.I8);
	}

}
