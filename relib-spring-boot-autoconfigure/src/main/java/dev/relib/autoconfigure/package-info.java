/**
 * Auto-configuration of native modules.
 */
@NullMarked
package dev.relib.autoconfigure;

import org.jspecify.annotations.NullMarked;
