package dev.relib.link.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

import dev.relib.link.Lent;
import org.jspecify.annotations.Nullable;

/**
 * A slice {@code {ptr, len}} by value. It has to be a real structure: two flattened
 * arguments break when registers run out.
 */
@FieldOrder({ "ptr", "len" })
public final class JnaSlice extends Structure implements Structure.ByValue {

	/** Where the elements begin, never {@code NULL} on the way to native code. */
	public @Nullable Pointer ptr;

	/** How many elements. */
	public long len;

	/**
	 * Called by JNA for each slice that native code passes.
	 */
	public JnaSlice() {
		super(ALIGN_NONE);
	}

	static JnaSlice of(Lent elements) {
		JnaSlice slice = new JnaSlice();
		slice.ptr = new Pointer(elements.address());
		slice.len = elements.length();
		return slice;
	}

}
