package dev.relib.runtime;

import dev.relib.link.ImportStub;

/**
 * Native functions in place of an import.
 *
 * @param address what is called
 * @param postAddress what gives a box back, 0 if there is none
 */
record AbsentImport(long address, long postAddress) implements ImportStub {

}
