// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The way in which a method returns the result of its function: as itself, or in an
 * optional that is empty when the export panics. The signature of the function is the
 * same in both cases.
 */
public enum OptionalReturn {

	/** The value itself. */
	NONE(Void.class, null, (value) -> value),
	/** An {@link Optional}. */
	OF_OBJECT(Optional.class, Optional.empty(), Optional::of),
	/** An {@link OptionalInt}. */
	OF_INT(OptionalInt.class, OptionalInt.empty(), (value) -> OptionalInt.of((Integer) value)),
	/** An {@link OptionalLong}. */
	OF_LONG(OptionalLong.class, OptionalLong.empty(), (value) -> OptionalLong.of((Long) value)),
	/** An {@link OptionalDouble}. */
	OF_DOUBLE(OptionalDouble.class, OptionalDouble.empty(), (value) -> OptionalDouble.of((Double) value));

	private final Class<?> type;

	private final @Nullable Object empty;

	private final Function<Object, Object> present;

	OptionalReturn(Class<?> type, @Nullable Object empty, Function<Object, Object> present) {
		this.type = type;
		this.empty = empty;
		this.present = present;
	}

	/**
	 * Determines the way in which a method returns.
	 * @param type the return type of the method
	 * @return {@link #NONE} for all types except optionals
	 */
	public static OptionalReturn of(Class<?> type) {
		return Arrays.stream(values()).filter((form) -> form.type == type).findFirst().orElse(NONE);
	}

	Type unwrap(Type type) {
		return switch (this) {
			case NONE -> type;
			case OF_OBJECT -> ((ParameterizedType) type).getActualTypeArguments()[0];
			case OF_INT -> int.class;
			case OF_LONG -> long.class;
			case OF_DOUBLE -> double.class;
		};
	}

	/**
	 * Wraps the result of an export that has returned.
	 * @param value the result, which may be {@code null} for {@link #NONE}, and where a
	 * plain library returns a null pointer
	 * @return the optional with the result, or the result itself for {@link #NONE}
	 */
	public @Nullable Object present(@Nullable Object value) {
		return (value != null) ? this.present.apply(value) : this.empty;
	}

	/**
	 * Returns the result of a method whose export has panicked.
	 * @return an empty optional, or {@code null} for {@link #NONE}, whose method throws
	 */
	public @Nullable Object empty() {
		return this.empty;
	}

}
