package dev.relib.link;

/**
 * A native function of words: integers and pointers.
 */
@FunctionalInterface
public interface WordFunction {

	/**
	 * Calls the function.
	 * @param arguments 64 bits each
	 * @return 64 bits; the upper half is undefined if the function returns less
	 */
	long call(long... arguments);

}
