package dev.relib.values;

record Tiny(byte x) {

}
