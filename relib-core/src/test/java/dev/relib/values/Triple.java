package dev.relib.values;

record Triple(byte a, byte b, byte c) {

}
