package dev.relib.runtime;

import java.util.List;
import java.util.Optional;

import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.os.LibrarySymbols;

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
	public Optional<String> takePanicMessage() {
		return Optional.empty();
	}

	@Override
	public void joinEndedThreads() {
	}

	@Override
	public LeakReport close(Cleanup cleanup) {
		return LeakReport.NONE;
	}

}
