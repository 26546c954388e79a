// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FailedImportTests {

	@TempDir
	Path folder;

	private String output;

	@BeforeEach
	void runExportsWithImportsThatFailInSeveralWays() {
		Compilation contract = Sources.contract("RelibImports", "Host", "int number();", "String text();");
		Sources.write(contract, this.folder);
		Sources.write(Sources.contract("RelibExports", "Module", "int number();", "String text();"), this.folder);
		Tools.write(this.folder, "author.c", """
				#include "module.h"
				#include "host.h"

				int32_t module_number(void)
				{
					return host_number() + 1;
				}

				relib_string module_text(void)
				{
					return host_text();
				}

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""");
		this.output = Tools.runHost(Tools.link(this.folder, "cc -O2"), "failing_host.c", "");
	}

	@Test
	void endsTheExportIfTheHostReportsFailure() {
		assertThat(this.output).contains("number failing: success 2, result 0\n")
			.contains("text failing: success 2, result 0\n");
	}

	@Test
	void endsTheExportIfTheHostReportsNothing() {
		assertThat(this.output).contains("number silent: success 2, result 0\n");
	}

	@Test
	void panicsIfTheHostHasNotBoundTheSlot() {
		assertThat(this.output)
			.contains("the import Host.number was called before the host had bound it\n"
					+ "number unbound: success 0, result 0\n")
			.contains("the import Host.text was called before the host had bound it\n"
					+ "text unbound: success 0, result 0\n");
	}

	@Test
	void panicsBeforeTheCallIfTheHostCouldNotGetItsBoxBack() {
		assertThat(this.output).contains("the import Host.text was called before the host had bound it\n"
				+ "text without post: success 0, result 0\n");
	}

}
