package dev.relib.link;

/**
 * Where an export is, and what belongs to it.
 *
 * @param function the address of the function
 * @param post the address of the function that gives a boxed return back, 0 if it returns
 * no box
 * @param error the address of the function that gives the box of a declared error back, 0
 * if it declares none
 */
public record ExportAddress(long function, long post, long error) {

}
