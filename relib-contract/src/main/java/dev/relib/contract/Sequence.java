package dev.relib.contract;

/**
 * A run of elements: an argument is passed as a slice {@code {ptr, len}} by value, a
 * return is a box whose first two words are pointer and length.
 */
public enum Sequence implements ValueType {

	/** UTF-8 text. */
	STR("str", "java.lang.String"),
	/** Bytes. */
	BYTES("bytes", "byte[]");

	private final String text;

	private final String javaName;

	Sequence(String text, String javaName) {
		this.text = text;
		this.javaName = javaName;
	}

	@Override
	public String text() {
		return this.text;
	}

	/**
	 * The Java type.
	 * @return its canonical name
	 */
	public String javaName() {
		return this.javaName;
	}

}
