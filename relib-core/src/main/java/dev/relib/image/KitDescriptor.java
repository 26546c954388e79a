package dev.relib.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a library built with the module kit says of itself.
 *
 * @param abiVersion the version of the interface between kit and host
 * @param structSize the size of the kit's descriptor in bytes
 * @param buildInfo keys and values, for example {@code compiler} and {@code version}
 * @param contract the canonical text of the module's contract
 */
public record KitDescriptor(long abiVersion, long structSize, Map<String, String> buildInfo, String contract) {

	/** The symbol that carries the descriptor. */
	public static final String SYMBOL = "relib_module";

	public KitDescriptor {
		buildInfo = Map.copyOf(buildInfo);
	}

	static Map<String, String> parseBuildInfo(String text) {
		return text.lines()
			.map((line) -> line.split(" ", 2))
			.filter((words) -> words.length == 2)
			.collect(Collectors.toMap((words) -> words[0], (words) -> words[1], (first, second) -> first,
					LinkedHashMap::new));
	}

}
