package dev.relib.runtime;

import java.util.List;
import java.util.Optional;

import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The account of a library that reports nothing.
 */
final class NoRuntime implements ModuleRuntime {

	@Override
	public void attach(LibrarySymbols symbols) {
	}

	@Override
	public MemoryUsage memory() {
		return MemoryUsage.NONE;
	}

	@Override
	public List<ModuleThread> threads() {
		return List.of();
	}

	@Override
	public Optional<String> takePanicMessage(NativeMemory buffer, int size) {
		return Optional.empty();
	}

	@Override
	public void joinEndedThreads() {
	}

	@Override
	public Leftovers close(Cleanup cleanup) {
		return Leftovers.NONE;
	}

}
