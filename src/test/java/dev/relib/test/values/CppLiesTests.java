package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.test.CppModule;

class CppLiesTests extends AbstractLiesTests {

	@Override
	Path compile(Path directory) {
		return CppModule.compile(directory, "cpplies", "lies", "lies_host");
	}

}
