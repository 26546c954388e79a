// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Calls the C library through JNA's direct mapping. The class fails to initialize, with a
 * {@link LinkageError}, where the JVM refuses native access.
 */
final class JnaLibc implements Libc {

	static {
		Native.register(JnaLibc.class, NativeLibrary.getProcess());
	}

	@Override
	public int errno() {
		return Native.getLastError();
	}

	@Override
	public native String strerror(int error);

	@Override
	public native long dlopen(long path, int flags);

	@Override
	public native long dlsym(long handle, String symbol);

	@Override
	public native int dlclose(long handle);

	@Override
	public native @Nullable String dlerror();

	@Override
	public native int open(long path, int flags);

	@Override
	public native int close(int descriptor);

	@Override
	public native int geteuid();

	@Override
	public native long getxattr(long path, String name, long value, long size);

	@Override
	public native int getpwuid_r(int user, long entry, long buffer, long size, long result);

	@Override
	public native int getgrgid_r(int group, long entry, long buffer, long size, long result);

}
