package dev.relib.processor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

import dev.relib.contract.NamedType;

/**
 * Lets several headers define one type, as long as they mean the same.
 */
final class TypeGuard {

	private static final String TEMPLATE = """
			#ifndef ${guard}
			#define ${guard} ${mark}
			${text}#elif ${guard} != ${mark}
			#error ${name} is defined by another header as something else than ${line}
			#endif

			""";

	private TypeGuard() {
	}

	/**
	 * Guards a definition.
	 * @param prefix what the guard's name begins with
	 * @param name what is defined
	 * @param type what it means
	 * @param text the definition
	 * @return the definition in between of conditions, and an empty line
	 */
	static String of(String prefix, String name, NamedType type, String text) {
		CRC32 checksum = new CRC32();
		checksum.update(type.line().getBytes(StandardCharsets.UTF_8));
		return Template.fill(TEMPLATE, Map.of("guard", prefix + name, "mark", "0x%08x".formatted(checksum.getValue()),
				"name", name, "line", type.line(), "text", text));
	}

}
