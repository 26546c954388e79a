// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.relib.image.elf.ElfDynamic;
import dev.relib.image.elf.ElfFile;
import dev.relib.module.Hazard;
import dev.relib.module.LibrarySymbolTable;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The content of a 64-bit little-endian ELF library.
 */
final class ElfImage implements LibraryImage {

	private static final String PREFIX = "__relib__";

	private static final String INTERNAL = PREFIX + "___Internal___";

	private final ModuleSource source;

	private final Path file;

	private final Platform platform;

	private final List<String> needed;

	private final Map<String, SymbolKind> relib;

	private final Optional<KitDescriptor> kit;

	private final Optional<UpstreamInfo> upstream;

	private final Set<Sanitizer> sanitizers;

	private final List<Hazard> hazards;

	private ElfImage(ModuleSource source, Path file, ElfFile elf) {
		this.source = source;
		this.file = file;
		this.platform = new Platform(elf.header().system(), elf.header().machine());
		this.needed = elf.strings().names(ElfDynamic.NEEDED);
		this.kit = KitDescriptor.read(elf);
		this.upstream = UpstreamInfo.read(elf);
		OfferedSymbols offered = OfferedSymbols.of(elf);
		this.relib = offered.relib();
		this.sanitizers = Sanitizer.of(elf);
		this.hazards = FileHazards.of(elf, offered, this.kit, this.kit.isEmpty() && this.upstream.isEmpty(),
				this.sanitizers);
	}

	static ElfImage read(ModuleSource source, Path file) {
		return LibraryReader.read(source, file, (elf) -> new ElfImage(source, file, elf));
	}

	private <T> T ask(Function<ElfFile, T> question) {
		return LibraryReader.read(this.source, this.file, question);
	}

	@Override
	public Platform platform() {
		return this.platform;
	}

	@Override
	public List<String> needed() {
		return this.needed;
	}

	@Override
	public List<String> relibFunctions() {
		return relib(SymbolKind.FUNCTION);
	}

	@Override
	public List<String> relibSlots() {
		return relib(SymbolKind.SLOT);
	}

	private List<String> relib(SymbolKind kind) {
		return this.relib.entrySet()
			.stream()
			.filter((symbol) -> symbol.getValue() == kind && symbol.getKey().startsWith(PREFIX)
					&& !symbol.getKey().startsWith(INTERNAL))
			.map((symbol) -> symbol.getKey().substring(PREFIX.length()))
			.sorted()
			.toList();
	}

	@Override
	public List<String> relibSymbols(String prefix) {
		return this.relib.keySet().stream().filter((symbol) -> symbol.startsWith(prefix)).sorted().toList();
	}

	@Override
	public boolean hasSymbol(String symbol) {
		return kind(symbol) != null;
	}

	@Override
	public boolean hasFunction(String symbol) {
		return kind(symbol) == SymbolKind.FUNCTION;
	}

	@Override
	public boolean hasSlot(String symbol) {
		return kind(symbol) == SymbolKind.SLOT;
	}

	@Override
	public boolean isThreadLocal(String symbol) {
		return kind(symbol) == SymbolKind.THREAD_LOCAL;
	}

	private @Nullable SymbolKind kind(String symbol) {
		SymbolKind known = this.relib.get(symbol);
		if (known != null || OfferedSymbols.isRelib(symbol)) {
			return known;
		}
		return ask((elf) -> elf.symbols().find(symbol).map((found) -> SymbolKind.of(elf, found))).orElse(null);
	}

	@Override
	public Optional<KitDescriptor> kit() {
		return this.kit;
	}

	@Override
	public Optional<UpstreamInfo> upstream() {
		return this.upstream;
	}

	@Override
	public List<Hazard> hazards() {
		return this.hazards;
	}

	@Override
	public Set<Sanitizer> sanitizers() {
		return this.sanitizers;
	}

	@Override
	public Linkage linkage() {
		return ask(LinkageReader::read);
	}

	@Override
	public LibrarySymbolTable symbolTable() {
		return ask(SymbolTableReader::read);
	}

}
