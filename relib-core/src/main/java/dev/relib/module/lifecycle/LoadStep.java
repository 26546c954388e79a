package dev.relib.module.lifecycle;

import java.util.function.Consumer;

/**
 * One step of a load.
 *
 * @param text what the step does, for log messages: a clause without subject
 * @param action takes the step, or throws the exception that ends the load
 */
record LoadStep(String text, Consumer<Load> action) {

}
