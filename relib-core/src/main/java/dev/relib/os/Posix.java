package dev.relib.os;

import java.nio.charset.Charset;
import java.nio.file.Path;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.relib.module.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What Java does not tell of files and users. Paths are passed as the bytes that Java
 * itself would pass.
 */
final class Posix {

	static final int O_PATH = 0x200000;

	static final int O_CLOEXEC = 0x80000;

	static final int O_NOFOLLOW = Platform.current().machine().equals("aarch64") ? 0x8000 : 0x20000;

	private static final Charset FILE_NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));

	static {
		Native.register(Posix.class, NativeLibrary.getProcess());
	}

	private Posix() {
	}

	/** The bytes of a path, with the zero byte that ends it. */
	static byte[] bytes(Path path) {
		return (path + "\0").getBytes(FILE_NAMES);
	}

	static native int open(byte[] path, int flags);

	static native int close(int descriptor);

	static native int geteuid();

	static native long getxattr(byte[] path, String name, byte @Nullable [] value, long size);

	static native String strerror(int error);

	static native int getgrgid_r(int group, Pointer entry, Pointer buffer, long size, PointerByReference result);

}
