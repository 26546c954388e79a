// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.ArrayList;
import java.util.List;

import dev.relib.failure.LinkerUnavailableException;
import dev.relib.link.Linker;
import dev.relib.link.jna.JnaLinker;
import dev.relib.link.jni.JniLinker;
import dev.relib.module.LinkerInfo;
import dev.relib.module.LinkerOption;
import dev.relib.module.call.CallMark;
import dev.relib.os.LentMemory;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;

/**
 * The way to call native code that a registry uses.
 *
 * @param linker calls native code
 * @param info says which and why
 */
record LinkerChoice(Linker linker, LinkerInfo info) {

	private static final String FFM = "dev.relib.link.ffm.FfmLinker";

	/** The JDK that has {@code java.lang.foreign}. */
	private static final int WITH_FFM = 22;

	/** From the fastest. */
	private static final List<LinkerOption> ALL = List.of(LinkerOption.FFM, LinkerOption.JNI, LinkerOption.JNA);

	static LinkerChoice of(LinkerOption wanted, PrivateDirectory copies) {
		List<String> notes = new ArrayList<>();
		for (LinkerOption option : ALL) {
			if (wanted != LinkerOption.AUTO && option != wanted) {
				notes.add(option.text() + ": relib.linker is " + wanted.text());
				continue;
			}
			try {
				return new LinkerChoice(create(option, copies), info(option, notes));
			}
			catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
				String problem = problem(ex);
				if (option == wanted) {
					throw new LinkerUnavailableException(option, problem, ex);
				}
				notes.add(option.text() + ": " + problem);
			}
		}
		throw new IllegalStateException("no way to call native code works: " + notes);
	}

	private static LinkerInfo info(LinkerOption used, List<String> notes) {
		notes.addAll(LentMemory.notes());
		return new LinkerInfo(used, CallMark.VOLATILE, notes);
	}

	/**
	 * Adds how calls are marked, which is decided when librelib_rt is loaded.
	 */
	LinkerInfo info(CallMark mark) {
		List<String> notes = new ArrayList<>(this.info.notes());
		if (!mark.isAsymmetric()) {
			notes.add("asymmetric marks: " + mark.reason());
		}
		return new LinkerInfo(this.info.used(), mark.name(), notes);
	}

	private static Linker create(LinkerOption option, PrivateDirectory copies) throws ReflectiveOperationException {
		return switch (option) {
			case FFM -> ffm(Runtime.version().feature());
			case JNI -> new JniLinker(RuntimeLibrary.natives(copies));
			case JNA, AUTO -> new JnaLinker();
		};
	}

	/** By its name: older JDKs can not load it, and a build may have had no newer one. */
	private static Linker ffm(int jdk) throws ReflectiveOperationException {
		if (jdk < WITH_FFM) {
			throw new UnsupportedOperationException("it needs JDK " + WITH_FFM + " or later, and this is " + jdk);
		}
		try {
			return (Linker) Class.forName(FFM).getConstructor().newInstance();
		}
		catch (ClassNotFoundException ex) {
			throw new UnsupportedOperationException(
					"this relib-core was built without a JDK " + WITH_FFM + " or later, and lacks it", ex);
		}
	}

	private static String problem(Throwable thrown) {
		if (thrown instanceof UnsupportedOperationException) {
			return thrown.getMessage();
		}
		Throwable cause = thrown;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause.toString();
	}

}
