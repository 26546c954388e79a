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
 * How a method returns what its function returns: as itself, or in an optional that is
 * empty when the export panics. Native code knows nothing of it.
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
	 * How a method returns.
	 * @param type its return type
	 * @return {@link #NONE} if the type is no optional
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
	 * What a method returns when its export has.
	 * @param value what the export has returned, {@code null} only for {@link #NONE}
	 * @return the value, in an optional where there is one
	 */
	public @Nullable Object present(@Nullable Object value) {
		return (value != null) ? this.present.apply(value) : null;
	}

	/**
	 * What a method returns when its export has panicked.
	 * @return an empty optional; {@code null} for {@link #NONE}, which throws then
	 */
	public @Nullable Object empty() {
		return this.empty;
	}

}
