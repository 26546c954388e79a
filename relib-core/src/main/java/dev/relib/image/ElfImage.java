package dev.relib.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

import dev.relib.os.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit ELF library; for other ELF files only the platform is known.
 */
final class ElfImage implements LibraryImage {

	private static final int MINIMAL_DESCRIPTOR = 40;

	private final Platform platform;

	private final Map<String, ElfSymbol> symbols;

	private final List<String> needed;

	private final LongPredicate writable;

	private final Optional<KitDescriptor> kit;

	private final Optional<UpstreamInfo> upstream;

	ElfImage(Platform platform, Map<String, ElfSymbol> symbols, List<String> needed, LongPredicate writable,
			@Nullable ElfMemory memory) {
		this.platform = platform;
		this.symbols = Map.copyOf(symbols);
		this.needed = List.copyOf(needed);
		this.writable = writable;
		ElfSymbol descriptor = symbols.get(KitDescriptor.SYMBOL);
		this.kit = (descriptor != null && memory != null) ? Optional.of(descriptor(descriptor, memory))
				: Optional.empty();
		ElfSymbol info = symbols.get(UpstreamInfo.SYMBOL);
		this.upstream = (info != null && memory != null)
				? Optional.of(UpstreamInfo.parse(memory.getText(info.address()))) : Optional.empty();
	}

	private static KitDescriptor descriptor(ElfSymbol symbol, ElfMemory memory) {
		if (symbol.size() < MINIMAL_DESCRIPTOR) {
			throw new DamagedImageException(KitDescriptor.SYMBOL + " has " + symbol.size() + " bytes");
		}
		long address = symbol.address();
		long abiVersion = Integer.toUnsignedLong(memory.getInt(address));
		long structSize = Integer.toUnsignedLong(memory.getInt(address + 4));
		return new KitDescriptor(abiVersion, structSize, KitDescriptor.parseBuildInfo(memory.getText(address + 8)),
				memory.getText(address + 24));
	}

	@Override
	public Platform platform() {
		return this.platform;
	}

	@Override
	public Set<String> symbols() {
		return this.symbols.keySet();
	}

	@Override
	public List<String> needed() {
		return this.needed;
	}

	@Override
	public boolean hasFunction(String symbol) {
		ElfSymbol found = this.symbols.get(symbol);
		return found != null && found.isFunction();
	}

	@Override
	public boolean hasSlot(String symbol) {
		ElfSymbol found = this.symbols.get(symbol);
		return found != null && found.isData() && found.size() >= Long.BYTES && this.writable.test(found.address())
				&& this.writable.test(found.address() + Long.BYTES - 1);
	}

	@Override
	public Optional<KitDescriptor> kit() {
		return this.kit;
	}

	@Override
	public Optional<UpstreamInfo> upstream() {
		return this.upstream;
	}

}
