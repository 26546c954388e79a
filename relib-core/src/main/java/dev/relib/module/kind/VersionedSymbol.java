// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.OptionalLong;

import dev.relib.image.LibraryImage;
import dev.relib.module.LibrarySymbol;
import org.jspecify.annotations.Nullable;

/**
 * A symbol as a method names it: {@code memcpy}, or {@code memcpy@GLIBC_2.14} for one of
 * its versions.
 *
 * @param name its name
 * @param version its version; {@code null} for the one that the library offers by default
 */
record VersionedSymbol(String name, @Nullable String version) {

	static VersionedSymbol of(String text) {
		int end = text.indexOf('@', 1);
		if (end < 0) {
			return new VersionedSymbol(text, null);
		}
		return new VersionedSymbol(text.substring(0, end), text.substring(end).replaceFirst("^@+", ""));
	}

	boolean isFunctionOf(LibraryImage image) {
		if (this.version == null) {
			return image.hasFunction(this.name);
		}
		return image.symbolTable()
			.offered()
			.stream()
			.anyMatch((symbol) -> symbol.type() == LibrarySymbol.Type.FUNCTION && symbol.name().equals(this.name)
					&& this.version.equals(symbol.version()));
	}

	OptionalLong find(OpenLibrary library) {
		return (this.version != null) ? library.symbol(this.name, this.version) : library.symbol(this.name);
	}

}
