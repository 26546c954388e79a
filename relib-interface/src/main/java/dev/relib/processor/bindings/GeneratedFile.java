// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

/**
 * A source file that the processor writes.
 *
 * @param path the path relative to the folder of the class files
 * @param text the content
 */
public record GeneratedFile(String path, String text) {

}
