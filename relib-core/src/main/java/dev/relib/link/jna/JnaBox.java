package dev.relib.link.jna;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.marshal.Marshaller;

/**
 * A box of the module's: what is read out of it, and the function that gives it back,
 * whatever came of the reading.
 *
 * @param crossing the value in it
 * @param post gives it back
 */
record JnaBox(Marshaller crossing, Function post) {

	static JnaBox of(Marshaller crossing, long post) {
		return new JnaBox(crossing, Function.getFunction(new Pointer(post)));
	}

	Object take(long address) {
		try {
			return this.crossing.read(address);
		}
		finally {
			if (address != 0) {
				this.post.invokeVoid(new Object[] { new Pointer(address) });
			}
		}
	}

}
