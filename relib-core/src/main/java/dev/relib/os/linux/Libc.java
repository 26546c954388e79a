// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import org.jspecify.annotations.Nullable;

/**
 * The functions of the C library that this package calls, by their own names and with
 * their own errors. How they are called is the implementation's affair. Pointers are
 * addresses, whose memory stays the caller's.
 */
interface Libc {

	/** The error number of the function that failed last on this thread. */
	int errno();

	/** The text for an error number. */
	String strerror(int error);

	/** A handle, to be closed by the caller; 0 on error, which {@link #dlerror} tells. */
	long dlopen(long path, int flags);

	/** An address, valid while the library is open; 0 if there is none. */
	long dlsym(long handle, String symbol);

	/**
	 * As {@link #dlsym}, of a version.
	 * @param function where {@code dlvsym} is, which not every C library has
	 */
	long dlvsym(long function, long handle, String symbol, String version);

	/** 0, or something else on error, which {@link #dlerror} tells. */
	int dlclose(long handle);

	/** Why the loader's last call on this thread failed, once; then {@code null}. */
	@Nullable String dlerror();

	/** A descriptor, to be closed by the caller; -1 on error. */
	int open(long path, int flags);

	/** 0, or -1 on error; the descriptor is closed in either case. */
	int close(int descriptor);

	/** The user whose rights this process has. */
	int geteuid();

	/** The size of a file's attribute, which is read if it fits; -1 on error. */
	long getxattr(long path, String name, long value, long size);

	/**
	 * Fills a {@code struct passwd}, which points into the buffer. Stores its address as
	 * the result, or 0 if there is no such user.
	 * @return 0, or an error number; ERANGE if the buffer is too small
	 */
	int getpwuid_r(int user, long entry, long buffer, long size, long result);

	/** As {@link #getpwuid_r}, with a {@code struct group}. */
	int getgrgid_r(int group, long entry, long buffer, long size, long result);

}
