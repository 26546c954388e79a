package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImportWithoutMemoryTests {

	@TempDir
	Path folder;

	@Test
	void givesTheBoxBackBeforeItPanics() {
		Sources.write(Sources.contract("RelibImports", "Host", "byte[] read();"), this.folder);
		Tools.write(this.folder, "program.c", Sources.resource("short_memory.c"));
		Tools.run(this.folder, "cc -Dmalloc=no_memory -I" + Tools.KIT + " -c host.c -o host.o");
		Tools.run(this.folder, "cc -I" + Tools.KIT + " program.c host.o -o program");
		assertThat(Tools.run(this.folder, "./program"))
			.isEqualTo("given back\nno memory for the 3 bytes that an import returned\n");
	}

}
