package dev.relib.contract;

import java.util.regex.Pattern;

import dev.relib.RelibName;
import org.jspecify.annotations.Nullable;

/**
 * What a method is called in native code.
 */
public final class NativeName {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private NativeName() {
	}

	/**
	 * The name of a method.
	 * @param method its name in Java
	 * @param given its annotation, {@code null} if it has none
	 * @return the annotation's name, or the method's in snake case
	 */
	public static String of(String method, @Nullable RelibName given) {
		return (given != null) ? given.value() : SnakeCase.of(method);
	}

	/**
	 * Whether C allows a name.
	 * @param name the name
	 * @return {@code false} if a {@link RelibName} of it is a mistake
	 */
	public static boolean isPossible(String name) {
		return IDENTIFIER.matcher(name).matches();
	}

}
