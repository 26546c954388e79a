package dev.relib.values;

import dev.relib.RelibImports;

@RelibImports
interface Tray {

	int refill(int pages);

}
