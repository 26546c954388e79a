/**
 * Modules by name: stable handles and interfaces over changing versions.
 */
@NullMarked
package dev.relib.registry;

import org.jspecify.annotations.NullMarked;
