package dev.relib.test.badinput;

import dev.relib.RelibImports;

@RelibImports
public interface Clock {

	long now();

}
