// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import dev.relib.os.NativeAccess;

/**
 * Threads of native code that call once more while they end. The JVM takes leave of a
 * thread in a destructor of its own, once: a later destructor of a library that calls
 * attaches the thread again, for good, and the JVM would meet a thread that has ended.
 * Values of thread-specific keys are destroyed after that, in rounds: the value of ours
 * is the JVM, and its destructor the JVM's function that takes leave of a thread.
 */
final class LateThreads {

	/** Of the number of the key, which all class loaders share: the process has few. */
	private static final String KEY = "dev.relib.link.ffm.key";

	/** Where the function stands in the table of {@code JNIInvokeInterface_}. */
	private static final long DETACH = 5 * ValueLayout.ADDRESS.byteSize();

	private static final MethodHandle SET = call("pthread_setspecific",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));

	private static final long JVM = jvm();

	private static final int NUMBER = key();

	private LateThreads() {
	}

	/**
	 * Initializes this class.
	 */
	static void prepare() {
	}

	/** Has the calling thread leave the JVM however often it comes back. */
	static void expect() {
		try {
			int _ = (int) SET.invokeExact(NUMBER, JVM);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle call(String function, FunctionDescriptor descriptor) {
		return FfmLinker.NATIVE
			.downcallHandle(MemorySegment.ofAddress(NativeAccess.current().loader().global(function)), descriptor);
	}

	private static long jvm() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment found = arena.allocate(ValueLayout.JAVA_LONG);
			MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
			int failed = (int) FfmLinker.NATIVE.downcallHandle(
					SymbolLookup.libraryLookup("libjvm.so", Arena.global()).find("JNI_GetCreatedJavaVMs").orElseThrow(),
					FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT,
							ValueLayout.ADDRESS))
				.invokeExact(found, 1, count);
			if (failed != 0) {
				throw new IllegalStateException("the JVM does not tell where it is");
			}
			return found.get(ValueLayout.JAVA_LONG, 0);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	private static int key() {
		synchronized (System.getProperties()) {
			String known = System.getProperty(KEY);
			int key = (known != null) ? Integer.parseInt(known) : create();
			System.setProperty(KEY, Integer.toString(key));
			return key;
		}
	}

	private static int create() {
		long table = MemorySegment.ofAddress(JVM).reinterpret(Long.BYTES).get(ValueLayout.JAVA_LONG, 0);
		long detach = MemorySegment.ofAddress(table + DETACH).reinterpret(Long.BYTES).get(ValueLayout.JAVA_LONG, 0);
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment key = arena.allocate(ValueLayout.JAVA_INT);
			int failed = (int) call("pthread_key_create",
					FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG))
				.invokeExact(key, detach);
			if (failed != 0) {
				throw new IllegalStateException("the process has no thread-specific key left");
			}
			return key.get(ValueLayout.JAVA_INT, 0);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	private static RuntimeException failure(Throwable thrown) {
		return (thrown instanceof RuntimeException failure) ? failure : new IllegalStateException(thrown);
	}

}
