package dev.relib.processor;

/**
 * A file to write.
 *
 * @param path where, relative to the class files
 * @param text what it contains
 */
record GeneratedFile(String path, String text) {

}
