// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

/**
 * Where an export and its free functions are.
 *
 * @param function the address of the export
 * @param free the address of the function that frees an owned return, 0 if the export
 * returns a primitive, an enum or nothing
 * @param freeError the address of the function that frees a declared error, 0 if the
 * export declares none
 */
public record ExportAddress(long function, long free, long freeError) {

}
