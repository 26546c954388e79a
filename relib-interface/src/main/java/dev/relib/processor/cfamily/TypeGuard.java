// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cfamily;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

import dev.relib.contract.NamedType;
import dev.relib.processor.bindings.Template;

/**
 * Guards the definition of a type, so that several headers may define it. The guard's
 * value is a checksum of the type: headers that define different types of one name do not
 * compile together.
 */
public final class TypeGuard {

	private static final String TEMPLATE = """
			#ifndef ${guard}
			#define ${guard} ${checksum}
			${text}#elif ${guard} != ${checksum}
			#error ${name} is defined by another header as something else than ${line}
			#endif

			""";

	private TypeGuard() {
	}

	/**
	 * Guards a definition.
	 * @param prefix the beginning of the guard's name
	 * @param name the name that is defined
	 * @param type the type in the contract
	 * @param text the definition
	 * @return the definition between preprocessor conditions, and an empty line
	 */
	public static String of(String prefix, String name, NamedType type, String text) {
		CRC32 checksum = new CRC32();
		checksum.update(type.definition().getBytes(StandardCharsets.UTF_8));
		return Template.fill(TEMPLATE, Map.of("guard", prefix + name, "checksum",
				"0x%08x".formatted(checksum.getValue()), "name", name, "line", type.definition(), "text", text));
	}

}
