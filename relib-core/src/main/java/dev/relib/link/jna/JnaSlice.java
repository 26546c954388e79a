package dev.relib.link.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

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

	/**
	 * A slice whose words are in memory already. Memory that JNA would make for it takes
	 * a lock when it is freed, and is freed by the garbage collector only.
	 * @param words where they are
	 */
	JnaSlice(Pointer words) {
		super(words, ALIGN_NONE);
		setAutoSynch(false);
	}

}
