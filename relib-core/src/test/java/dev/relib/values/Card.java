package dev.relib.values;

record Card(String name, Suit suit) {

}
