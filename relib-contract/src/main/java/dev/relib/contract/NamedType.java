package dev.relib.contract;

/**
 * A type that has a line of its own in the canonical text. Types are equal if their lines
 * and those of the types that they use are; which Java class stands behind them is not
 * part of the agreement.
 */
public sealed interface NamedType extends ValueType permits EnumType, RecordType {

	/**
	 * What the type is called.
	 * @return the simple name of the Java class
	 */
	String name();

	@Override
	default String text() {
		return name();
	}

	/**
	 * The type's line in the canonical text, without a line feed.
	 * @return for example {@code record Point { x: i32, y: i32 }}
	 */
	String line();

}
