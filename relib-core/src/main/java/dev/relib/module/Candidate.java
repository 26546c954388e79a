package dev.relib.module;

import dev.relib.ModuleSource;
import dev.relib.contract.Contract;
import dev.relib.image.KitDescriptor;
import dev.relib.image.PrivateCopy;

/**
 * A library that has passed all checks and is not opened yet.
 *
 * @param id the id of the version that it becomes
 * @param source the module and its library
 * @param copy the file to be mapped
 * @param descriptor what the library says of itself
 * @param contract what it exports and imports
 */
record Candidate(long id, ModuleSource source, PrivateCopy copy, KitDescriptor descriptor, Contract contract) {

}
