package dev.relib.link;

/**
 * A function pointer that ends in Java.
 */
public interface ImportStub {

	/**
	 * The function pointer.
	 * @return its address
	 */
	long address();

	/**
	 * The function that gives this stub's boxed returns back.
	 * @return its address; 0 if the stub returns no box
	 */
	long postAddress();

}
