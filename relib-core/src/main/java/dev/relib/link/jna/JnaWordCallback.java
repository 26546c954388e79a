package dev.relib.link.jna;

import java.util.Arrays;

import com.sun.jna.CallbackProxy;
import dev.relib.link.WordCallback;
import org.jspecify.annotations.Nullable;

/**
 * A callback of words.
 */
final class JnaWordCallback implements CallbackProxy {

	private final Class<?>[] parameterTypes;

	private final WordCallback target;

	JnaWordCallback(int parameters, WordCallback target) {
		this.parameterTypes = new Class<?>[parameters];
		Arrays.fill(this.parameterTypes, long.class);
		this.target = target;
	}

	@Override
	public @Nullable Object callback(Object[] args) {
		this.target.call(Arrays.stream(args).mapToLong((word) -> (Long) word).toArray());
		return null;
	}

	@Override
	public Class<?>[] getParameterTypes() {
		return this.parameterTypes.clone();
	}

	@Override
	public Class<?> getReturnType() {
		return void.class;
	}

}
