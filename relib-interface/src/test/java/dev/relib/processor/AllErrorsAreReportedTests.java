// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;

class AllErrorsAreReportedTests {

	@Test
	void atOnce() {
		Compilation compilation = Sources.contract("RelibExports", "Filter",
				"char apply(Object image, Number strength) throws Exception;", "<T> void reset();", "void ok();");
		assertThat(compilation).hadErrorCount(5);
	}

}
