// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleSource;
import dev.relib.module.Resource;
import dev.relib.os.LibrarySymbols;

/**
 * The runtime of a library without a toolkit: librelib_rt redirects its calls, so that
 * they report to a ledger.
 */
final class PlainRuntime extends KitRuntime {

	private final RuntimeLibrary library;

	private volatile boolean redirected = true;

	PlainRuntime(RuntimeLibrary library, ModuleSource source, Path copy, long id, int siteInterval) {
		super(library, source, copy, id, siteInterval);
		this.library = library;
	}

	@Override
	public long open(LongSupplier open) {
		long handle = open.getAsLong();
		long base = this.library.function("relib_rt_redirect").call(ledger(), handle);
		if (base == 0) {
			this.redirected = false;
			leaveAllocations();
		}
		beginsAt(base);
		return handle;
	}

	/** Returns all kinds where the system allows no new code, so that calls stay. */
	@Override
	public Set<Resource> notCounted() {
		return this.redirected ? super.notCounted() : EnumSet.allOf(Resource.class);
	}

	@Override
	public void attach(LibrarySymbols symbols) {
	}

	/**
	 * Keeps memory: a library that was never told of a host may have given it to the
	 * caller, or to another library.
	 */
	@Override
	public LeakReport close(Cleanup cleanup) {
		return super.close(new Cleanup(false, cleanup.closeDescriptors(), false, cleanup.runDestructors()));
	}

}
