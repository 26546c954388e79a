package dev.relib.link.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

import dev.relib.contract.FunctionSignature;
import dev.relib.link.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A slice {@code {ptr, len}} by value. It has to be a real structure: two flattened
 * arguments break when registers run out.
 */
@FieldOrder({ "ptr", "len" })
public final class JnaSlice extends Structure implements Structure.ByValue, AutoCloseable {

	/** Where the elements begin, never {@code NULL} on the way to native code. */
	public @Nullable Pointer ptr;

	/** How many bytes. */
	public long len;

	/**
	 * Called by JNA for each slice that native code passes.
	 */
	public JnaSlice() {
		super(ALIGN_NONE);
	}

	static JnaSlice of(byte[] bytes) {
		JnaSlice slice = new JnaSlice();
		long address = Native.malloc(Math.max(1, bytes.length));
		if (address == 0) {
			throw new OutOfMemoryError("no native memory for an argument of " + bytes.length + " bytes");
		}
		slice.ptr = new Pointer(address);
		slice.ptr.write(0, bytes, 0, bytes.length);
		slice.len = bytes.length;
		return slice;
	}

	/**
	 * Frees what was lent for a call. Not memory of JNA's own kind: that takes a lock
	 * when it is freed, where a virtual thread may lose its carrier, and with it the
	 * message of a panic.
	 */
	@Override
	public void close() {
		Native.free(Pointer.nativeValue(this.ptr));
	}

	/**
	 * Copies what a slice, or the first two words of a box, points at.
	 */
	static byte[] bytes(FunctionSignature function, String value, Pointer slice) {
		Pointer pointer = slice.getPointer(0);
		long length = slice.getLong(Native.POINTER_SIZE);
		if (length == 0) {
			return new byte[0];
		}
		if (length < 0 || length > Integer.MAX_VALUE) {
			throw new InvalidValueException(function, value,
					"has a length of " + Long.toUnsignedString(length) + " bytes, more than a Java array can hold");
		}
		if (pointer == null) {
			throw new InvalidValueException(function, value, "is a null pointer with a length of " + length);
		}
		return pointer.getByteArray(0, (int) length);
	}

}
