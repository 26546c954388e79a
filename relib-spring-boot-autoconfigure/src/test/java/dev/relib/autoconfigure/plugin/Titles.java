package dev.relib.autoconfigure.plugin;

import dev.relib.RelibImports;

@RelibImports
public interface Titles {

	String title(String name);

}
