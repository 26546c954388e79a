// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderIsValidCppTests {

	@TempDir
	Path folder;

	@Test
	void headersCompileTogetherAndDeclareFunctionsOfC() {
		Compilation compilation = Sources.compile(Sources.resource("ImageFilter.java.txt"),
				Sources.resource("Progress.java.txt"), Sources.resource("Drawing.java.txt"));
		Sources.write(compilation, this.folder);
		Tools.write(this.folder, "module.cc", """
				#include "progress.h"
				#include "image_filter.h"
				#include "progress.h"
				#include "drawing.h"

				relib_string image_filter_name()
				{
					progress_report(100);
					return relib_string_of("sepia");
				}

				bool drawing_draw(const Shape *shape, relib_i32_slice, PointList *result, OutOfPaper *)
				{
					Shape copy = shape_copy(shape);
					*result = copy.corners;
					copy.corners = point_list_new(1);
					shape_free(&copy);
					return true;
				}

				extern const char contract[] = RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS;
				""");
		Tools.run(this.folder, "c++ -std=c++17 " + Tools.WARNINGS + " -I" + Tools.KIT + " -c module.cc -o module.o");
		assertThat(Tools.run(this.folder, "nm module.o")).contains("U progress_report\n")
			.contains("T image_filter_name\n")
			.contains("T drawing_draw\n");
	}

}
