// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfMemory;
import dev.relib.image.elf.ElfSymbol;
import dev.relib.image.file.DamagedFileException;

/**
 * The descriptor that the module kit puts into a library. Immutable.
 *
 * @param abiVersion the version of the ABI between kit and host
 * @param structSize the size of the descriptor in bytes
 * @param buildInfo keys and values, for example {@code compiler} and {@code version}
 * @param contract the canonical text of the module's contract
 */
public record KitDescriptor(long abiVersion, long structSize, Map<String, String> buildInfo, String contract) {

	/** The symbol of the descriptor. */
	public static final String SYMBOL = "relib_module";

	private static final int MINIMAL_SIZE = 40;

	private static final int BUILD_INFO = 8;

	private static final int CONTRACT = 24;

	private static final int MAX_BUILD_INFO = 1 << 14;

	private static final int MAX_CONTRACT = 1 << 20;

	public KitDescriptor {
		buildInfo = Map.copyOf(buildInfo);
	}

	static Optional<KitDescriptor> read(ElfFile elf) {
		return elf.symbols().find(SYMBOL).map((symbol) -> read(symbol, elf.memory()));
	}

	private static KitDescriptor read(ElfSymbol symbol, ElfMemory memory) {
		if (symbol.size() < MINIMAL_SIZE) {
			throw new DamagedFileException(SYMBOL + " has " + symbol.size() + " bytes");
		}
		long address = symbol.address();
		long structSize = memory.u32(address + 4);
		String buildInfo = hasText(structSize, BUILD_INFO) ? memory.text(address + BUILD_INFO, MAX_BUILD_INFO) : "";
		String contract = hasText(structSize, CONTRACT) ? memory.text(address + CONTRACT, MAX_CONTRACT) : "";
		return new KitDescriptor(memory.u32(address), structSize, parseBuildInfo(buildInfo), contract);
	}

	/** A field is there if the kit's descriptor reaches past it. */
	private static boolean hasText(long structSize, int offset) {
		return structSize >= offset + 16;
	}

	private static Map<String, String> parseBuildInfo(String text) {
		return text.lines()
			.map((line) -> line.split(" ", 2))
			.filter((words) -> words.length == 2)
			.collect(Collectors.toMap((words) -> words[0], (words) -> words[1], (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * Tells whether a panic in the library ends the process.
	 * @return {@code true} if it was built with {@code panic = "abort"}
	 */
	public boolean hasAbortingPanics() {
		return "abort".equals(this.buildInfo.get("panic"));
	}

}
