// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.function.Consumer;

/**
 * One step of a load.
 *
 * @param text the step as a clause without subject, for log messages
 * @param action takes the step; an exception ends the load
 */
record LoadStep(String text, Consumer<Load> action) {

}
