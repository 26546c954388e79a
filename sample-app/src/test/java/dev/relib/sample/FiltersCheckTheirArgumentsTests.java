// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.util.Map;

import dev.relib.failure.ModulePanicException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WorkshopTest
class FiltersCheckTheirArgumentsTests {

	@Autowired
	private Map<String, ImageFilter> filters;

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "16, -2, -2", "16, 2, 3", "15, 2, 2", "16, 65536, 65536", "4, 2147483647, 2147483647",
			"16, 1073741826, 1073741826" })
	void panicsUnlessThereAreAsManyBytesAsTheSizesSay(int length, int width, int height) {
		assertThat(this.filters).hasSize(3);
		this.filters.forEach((module, filter) -> assertThatExceptionOfType(ModulePanicException.class)
			.isThrownBy(() -> filter.apply(new byte[length], width, height))
			.satisfies((ex) -> {
				assertThat(ex.module()).isEqualTo(module);
				assertThat(ex.panic())
					.isEqualTo(length + " bytes are not an image of " + width + " x " + height + " pixels");
			}));
	}

}
