// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import dev.relib.link.Upcall;

/**
 * A function of librelib_rt that calls Java.
 *
 * @param address where it is
 * @param code what it calls as long as this object holds it
 */
record JniUpcall(long address, UpcallCode code) implements Upcall {

}
