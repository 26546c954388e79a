// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.NativeModule;
import dev.relib.failure.MissingExportException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.test.upstreamexamples.Squaring.Large;
import dev.relib.test.upstreamexamples.Squaring.Point;
import dev.relib.test.upstreamexamples.Squaring.Small;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The shape of {@code different_interfaces}: modules implement some of the host's
 * interfaces.
 */
@OnOneJdk
class DifferentInterfacesTests {

	@Test
	void structuresArePassedByValue() {
		try (Examples examples = new Examples()) {
			NativeModule module = examples.add("interfaces");
			Point point = new Point(0.25, -1);
			assertThat(module.exports(Squaring.class)
				.moved(new Small(1.5f, 2), 3, point, new Large(true, new Point(10, 20), 'ß')))
				.isEqualTo(new Point(16.75, 25.5));
			assertThat(Examples.unload(module).leaks().count()).isLessThan(20);
		}
	}

	@Test
	void eachModuleIsAskedForThoseThatItHas() {
		try (Examples examples = new Examples()) {
			NativeModule both = examples.add("interfaces");
			NativeModule other = examples.add("screen");
			assertThat(both.exports(Numbered.class).number()).isEqualTo(7);
			assertThat(both.exports(Squaring.class).square(-9)).isEqualTo(81);
			assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> other.exports(Numbered.class))
				.withMessageContaining("module 'screen'")
				.withMessageContaining("Numbered.number");
			Examples.unload(both);
			Examples.unload(other);
		}
	}

}
