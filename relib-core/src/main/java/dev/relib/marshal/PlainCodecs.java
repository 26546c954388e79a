// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.contract.ArrayType;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Parameter;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import dev.relib.link.MachineType;

/**
 * Finds the codecs for arguments of a library that knows nothing of this host: where a
 * module takes a slice, it takes a pointer.
 */
final class PlainCodecs {

	private PlainCodecs() {
	}

	static List<ArgumentCodec> ofParameters(JavaFunction function) {
		List<Parameter> parameters = function.signature().parameters();
		return IntStream.range(0, parameters.size())
			.mapToObj((i) -> of(parameters.get(i).type(), function.parameters().get(i)))
			.toList();
	}

	private static ArgumentCodec of(ValueType type, Type javaType) {
		if (type == Sequence.STR) {
			return new TerminatedTextCodec();
		}
		if (type instanceof ArrayType array) {
			return new CopiedArrayCodec(ScalarCodec.machineType(array.element()));
		}
		if (type == Sequence.BYTES) {
			return (javaType == ByteBuffer.class) ? new BufferAddressCodec() : new CopiedArrayCodec(MachineType.BYTE);
		}
		return ValueCodecs.of(type, javaType);
	}

}
