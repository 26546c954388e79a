// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.relib.failure.InvalidValueException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Java values that cannot be converted are refused before the module is called.
 */
class RefusedArgumentsTests {

	@TempDir
	static Path directory;

	private static EchoModule module;

	@BeforeAll
	static void load() {
		module = new EchoModule(directory);
	}

	@AfterAll
	static void unload() {
		module.close();
	}

	static Stream<Arguments> values() {
		return Stream.of(refused((echo) -> echo.hostText(null), "Echo.host_text: argument v is null"),
				refused((echo) -> echo.hostBytes(null), "Echo.host_bytes: argument v is null"),
				refused((echo) -> echo.hostBuffer(null), "Echo.host_buffer: argument v is null"),
				refused((echo) -> echo.hostDoubles(null), "Echo.host_doubles: argument v is null"),
				refused((echo) -> echo.hostSuit(null), "Echo.host_suit: argument v is null"),
				refused((echo) -> echo.hostFlat(null), "Echo.host_flat: argument v is null"),
				refused((echo) -> echo.hostTexts(null), "Echo.host_texts: argument v is null"),
				refused((echo) -> echo.hostTexts(Arrays.asList("a", null)), "Echo.host_texts: argument v[1] is null"),
				refused((echo) -> echo.hostFlats(Collections.singletonList(null)),
						"Echo.host_flats: argument v[0] is null"),
				refused((echo) -> echo.hostText("\uD83E"),
						"Echo.host_text: argument v holds half a surrogate pair, which UTF-8 can not express"),
				refused((echo) -> echo.hostText("?\uDD80\uD83E"),
						"Echo.host_text: argument v holds half a surrogate pair, which UTF-8 can not express"),
				refused((echo) -> echo.hostTexts(List.of("", "a\uDD80b")),
						"Echo.host_texts: argument v[1] holds half a surrogate pair, which UTF-8 can not express"),
				refused((echo) -> echo.hostDeep(Deep.EMPTY.withName(null)), "Echo.host_deep: argument v.name is null"),
				refused((echo) -> echo.hostDeeps(List.of(Deep.EMPTY, Deep.EMPTY.withNames(Arrays.asList("a", null)))),
						"Echo.host_deeps: argument v[1].names[1] is null"),
				refused((echo) -> echo
					.hostOuter(new Outer(List.of(), (short) 1, Deep.EMPTY.withName("\uD800"), (byte) 1)),
						"Echo.host_outer: argument v.inner.name holds half a surrogate pair, which UTF-8 can not "
								+ "express"),
				refused((echo) -> echo.hostFlat(new Flat(true, 1, (byte) 1, 1, (short) 1, 1, true, 1, null, null)),
						"Echo.host_flat: argument v.suit is null"),
				refused((echo) -> echo.hostTinies(polluted()),
						"Echo.host_tinies: argument v[0] is a java.lang.String, no dev.relib.values.Tiny"));
	}

	private static Arguments refused(Consumer<Echo> call, String message) {
		return arguments(call, message);
	}

	@ParameterizedTest
	@MethodSource("values")
	void areNamed(Consumer<Echo> call, String message) {
		int calls = module.hostCalls.get();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call.accept(module.echo))
			.withMessage(message);
		assertThat(module.hostCalls).hasValue(calls);
		assertThat(module.echo.hostI32(5)).isEqualTo(5);
	}

	@Test
	void leaveTheListOfTheCallerAlone() {
		List<String> texts = new ArrayList<>(List.of("a", "b"));
		module.echo.hostTexts(texts);
		assertThat(texts).containsExactly("a", "b");
	}

	@SuppressWarnings("unchecked")
	private static List<Tiny> polluted() {
		return (List<Tiny>) (List<?>) List.of("text");
	}

}
