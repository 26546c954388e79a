package dev.relib.runtime;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.image.UpstreamInfo;

/**
 * A library was built without upstream's crates, or with but a part of them.
 */
public final class NoUpstreamCratesException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	NoUpstreamCratesException(ModuleSource source) {
		this(source, UpstreamInfo.SYMBOL);
	}

	NoUpstreamCratesException(ModuleSource source, String symbol) {
		super(source, "the library has no symbol " + symbol + ": it was not built with the crate relib_module",
				"Add the crate relib_module 0.7.0 to it, or set its kind to what it was built with.");
	}

}
