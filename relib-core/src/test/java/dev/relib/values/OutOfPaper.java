package dev.relib.values;

record OutOfPaper(int sheets, String tray) {

}
