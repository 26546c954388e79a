// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SnakeCaseTests {

	@ParameterizedTest
	@CsvSource({ "apply,apply", "alphaBlend,alpha_blend", "ImageFilter,image_filter", "toRGBA,to_rgba",
			"toRGBAImage,to_rgba_image", "x2,x2", "sha256Of,sha256_of", "already_snake,already_snake", "A,a",
			"HTTPServer,http_server" })
	void convertsJavaNames(String java, String snake) {
		assertThat(SnakeCase.of(java)).isEqualTo(snake);
	}

}
