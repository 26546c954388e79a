// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.image.elf.ElfFile;
import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;

/**
 * Finds the hazards in a library's file.
 */
final class FileHazards {

	private static final String UNTIL_THE_END = "for which the loader keeps it mapped until the process ends";

	private static final String UNPIN = "Leave relib.unpin on, which removes this from the copy that is loaded, or ";

	/** Nobody but its author knows what a library needs this for. */
	private static final String UNPIN_PLAIN = "If nothing of it runs on after its last call, set the module's unpin to "
			+ "true (relib.modules.<name>.unpin), which removes this from the copy that is loaded, or ";

	private final List<Hazard> found = new ArrayList<>();

	private FileHazards() {
	}

	/**
	 * Finds the hazards.
	 * @param elf the library
	 * @param symbols the symbols that it offers
	 * @param kit its descriptor, if it was built with the module kit
	 * @param plain whether it was built without a toolkit
	 * @param sanitizers the sanitizers whose runtimes it needs
	 */
	static List<Hazard> of(ElfFile elf, OfferedSymbols symbols, Optional<KitDescriptor> kit, boolean plain,
			Set<Sanitizer> sanitizers) {
		FileHazards hazards = new FileHazards();
		String unpin = plain ? UNPIN_PLAIN : UNPIN;
		boolean go = elf.hasGoRuntime();
		hazards.addIf(go, Type.GO_RUNTIME,
				"it has the runtime of Go, whose threads and signal handlers stay until the process ends, "
						+ "and so does the library",
				"A reload loads another copy of it, with a runtime of its own, beside the former one: reload it rarely.");
		hazards.addIf(elf.dynamic().isNeverUnloaded() && !go, Type.NODELETE,
				"it is marked with -z nodelete, " + UNTIL_THE_END, unpin + "link it without that option.");
		symbols.firstUnique()
			.ifPresent((name) -> hazards.addIf(true, Type.UNIQUE_SYMBOLS,
					"it has unique symbols (" + name
							+ ((symbols.uniqueCount() > 1) ? " and " + (symbols.uniqueCount() - 1) + " more" : "")
							+ "), " + UNTIL_THE_END,
					unpin + "link it with a version script that exports nothing but the contract, "
							+ "such as relib_module.map."));
		hazards.addIf(symbols.hasSharedThreadStart(), Type.THREADS_OF_SHARED_LIBRARY,
				"the shared library of C++ starts its threads (std::thread), which are not counted then: an unload sees "
						+ "only those that are inside the library",
				"Link it with -static-libstdc++ -static-libgcc.");
		if (elf.segments().wantExecutableStack()) {
			hazards.addExecutableStack(elf);
		}
		sanitizers.forEach((sanitizer) -> hazards.found.add(sanitizer.hazard()));
		hazards.addIf(kit.filter(KitDescriptor::hasAbortingPanics).isPresent(), Type.ABORTING_PANICS,
				"its panics end the process", "Build it with panic = \"unwind\".");
		hazards.addIf(elf.dynamic().hasTextRelocations(), Type.TEXT_RELOCATIONS,
				"the loader has to write into its code, which hardened systems refuse",
				"Compile all of it with -fPIC.");
		hazards.addIf(elf.dynamic().needsStaticThreadLocals(), Type.STATIC_THREAD_LOCALS,
				"its thread-locals (" + elf.segments().threadLocalSize()
						+ " bytes) need static TLS, of which each thread has little",
				"Compile it with -ftls-model=global-dynamic.");
		return List.copyOf(hazards.found);
	}

	private void addExecutableStack(ElfFile elf) {
		boolean removable = elf.segments().haveStackHeader();
		if (elf.hasTrampolines()) {
			addIf(true, Type.NEEDS_EXECUTABLE_STACK,
					"it calls nested functions through code on the stack, which Java's stacks do not allow",
					"Move the nested functions out of their functions, "
							+ "or compile with -ftrampoline-impl=heap (GCC 14 and newer).");
		}
		else {
			addIf(true, removable ? Type.EXECUTABLE_STACK : Type.NEEDS_EXECUTABLE_STACK,
					"it asks for executable stacks in all threads, which would remove the guard pages "
							+ "that Java finds endless recursion by, and which the C library refuses from 2.41 on",
					(removable ? "The copy that a host loads asks for none. " : "")
							+ "Link it with -z noexecstack. Sources in assembler that have no section "
							+ ".note.GNU-stack ask for it.");
		}
	}

	private void addIf(boolean condition, Type type, String problem, String fix) {
		if (condition) {
			this.found.add(new Hazard(type, problem, fix));
		}
	}

}
