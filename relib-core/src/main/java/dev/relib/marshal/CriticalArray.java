// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.contract.JavaFunction;
import dev.relib.link.FunctionShape;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * An array that crosses as it is: native code sees its elements where they are.
 */
final class CriticalArray implements ArgumentCodec {

	private final Class<?> type;

	private final PassedType machineType;

	private CriticalArray(Class<?> type, PassedType machineType) {
		this.type = type;
		this.machineType = machineType;
	}

	/** Has the arrays of a function cross as they are. */
	static List<ArgumentCodec> in(JavaFunction function, List<? extends ArgumentCodec> codecs) {
		return IntStream.range(0, codecs.size())
			.<ArgumentCodec>mapToObj((i) -> isArray(function.parameters().get(i))
					? new CriticalArray((Class<?>) function.parameters().get(i), codecs.get(i).machineType())
					: codecs.get(i))
			.toList();
	}

	/**
	 * The type of a target that takes arrays in place of addresses.
	 * @param shape the function's shape
	 */
	static MethodType type(JavaFunction function, FunctionShape shape) {
		MethodType type = shape.targetType();
		int parameters = function.parameters().size();
		int at = type.parameterCount();
		for (int i = parameters - 1; i >= 0; i--) {
			at -= shape.parameters().get(shape.parameters().size() - parameters + i).valueCount();
			if (isArray(function.parameters().get(i))) {
				type = type.changeParameterType(at, (Class<?>) function.parameters().get(i));
			}
		}
		return type;
	}

	private static boolean isArray(Type type) {
		return type instanceof Class<?> known && known.isArray();
	}

	@Override
	public PassedType machineType() {
		return this.machineType;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		Object array = ValueCodec.require(this.type, value);
		values[at] = array;
		values[at + 1] = (long) Array.getLength(array);
		return 0;
	}

}
