// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.contract.Contract;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.ContractMismatchException;
import dev.relib.failure.MissingExportException;
import dev.relib.module.ModuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The differences between the contracts of module and host that a load accepts.
 */
class EvolutionTests {

	private static final ModuleSource SOURCE = ModuleSource.of("canvas", Path.of("libcanvas.so"));

	private static final String POINT = "record Point { x: i32, y: i32 }";

	private static final String SHAPE = "record Shape { points: [Point], blend: Blend }";

	private static final String BLEND = "enum Blend { NORMAL, MULTIPLY }";

	private static final String JAM = "record Jam { page: i32 }";

	private static final String DRAW = "draw(shape: Shape, scale: f64) -> [Point]";

	private static final String PRINT = "print(text: str) -> i32 throws Jam";

	private static final String TEXT = String.join("\n", "relib-contract 1", POINT, BLEND, SHAPE, JAM, "exports Canvas",
			"  clear() -> unit", "  " + DRAW, "  " + PRINT, "");

	@Test
	void theHostsOwnTextIsThis() {
		assertThat("relib-contract 1\n" + ContractInterface.of(Canvas.class).trait().text()).isEqualTo(TEXT);
	}

	@ParameterizedTest
	@MethodSource("allowed")
	void allows(String change, String module) {
		assertThat(module).isNotEqualTo(TEXT);
		assertThatCode(() -> check(module)).doesNotThrowAnyException();
	}

	static Stream<Arguments> allowed() {
		return Stream.of(
				arguments("more functions", with("  clear() -> unit", "  clear() -> unit\n  undo(n: i32) -> str")),
				arguments("more traits", TEXT + "exports Other\n  f() -> i32\nimports Clock\n  now() -> i64\n"),
				arguments("more types", with(JAM, JAM + "\nenum Color { RED }\nrecord Pen { color: Color }")),
				arguments("renamed parameters", with("shape: Shape, scale: f64", "form: Shape, factor: f64")),
				arguments("another order of functions",
						with("  clear() -> unit\n  " + DRAW, "  " + DRAW + "\n  clear() -> unit")),
				arguments("another order of types", with(POINT + "\n" + BLEND, BLEND + "\n" + POINT)),
				arguments("a type that is told again", with("exports Canvas", POINT + "\nexports Canvas")));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesWithTheTwoLines(String host, String module, String affects) {
		ContractMismatchException ex = catchThrowableOfType(ContractMismatchException.class,
				() -> check(with(host, module)));
		assertThat(ex).isNotNull();
		assertThat(ex.hostLine()).isEqualTo(host);
		assertThat(ex.moduleLine()).isEqualTo(module);
		assertThat(ex).hasMessageContaining("module and host declare " + affects + " differently:\n  module: " + module
				+ "\n  host:   " + host + "\n");
	}

	static Stream<Arguments> refused() {
		String point = "Point, which Canvas.draw uses,";
		String blend = "Blend, which Canvas.draw uses,";
		String shape = "Shape, which Canvas.draw uses,";
		String jam = "Jam, which Canvas.print uses,";
		return Stream.of(
				// Functions.
				arguments(DRAW, "draw(shape: Shape, scale: f32) -> [Point]", "Canvas.draw"),
				arguments(DRAW, "draw(shape: [Shape], scale: f64) -> [Point]", "Canvas.draw"),
				arguments(DRAW, "draw(shape: Shape, scale: f64) -> Point", "Canvas.draw"),
				arguments(DRAW, "draw(shape: Shape, scale: f64) -> unit", "Canvas.draw"),
				arguments(DRAW, "draw(shape: Shape) -> [Point]", "Canvas.draw"),
				arguments(DRAW, "draw(shape: Shape, scale: f64, more: i32) -> [Point]", "Canvas.draw"),
				arguments(DRAW, "draw(scale: f64, shape: Shape) -> [Point]", "Canvas.draw"),
				arguments("clear() -> unit", "clear() -> i32", "Canvas.clear"),
				// Records.
				arguments(POINT, "record Point { x: i32, z: i32 }", point),
				arguments(POINT, "record Point { x: i32, y: i64 }", point),
				arguments(POINT, "record Point { y: i32, x: i32 }", point),
				arguments(POINT, "record Point { x: i32, y: i32, z: i32 }", point),
				arguments(POINT, "record Point { x: i32 }", point),
				arguments(SHAPE, "record Shape { points: [Point], blend: i32 }", shape),
				// Enums.
				arguments(BLEND, "enum Blend { NORMAL, TIMES }", blend),
				arguments(BLEND, "enum Blend { NORMAL, MULTIPLY, SCREEN }", blend),
				arguments(BLEND, "enum Blend { NORMAL }", blend),
				arguments(BLEND, "enum Blend { MULTIPLY, NORMAL }", blend),
				arguments(BLEND, "record Blend { normal: i32 }", blend),
				// Declared errors.
				arguments(PRINT, "print(text: str) -> i32", "Canvas.print"),
				arguments(PRINT, "print(text: str) -> i32 throws Point", "Canvas.print"),
				arguments(JAM, "record Jam { page: i32, tray: i32 }", jam));
	}

	@Test
	void refusesAnErrorThatTheHostDoesNotDeclare() {
		ContractMismatchException ex = catchThrowableOfType(ContractMismatchException.class,
				() -> check(with("clear() -> unit", "clear() -> unit throws Jam")));
		assertThat(ex.hostLine()).isEqualTo("clear() -> unit");
		assertThat(ex.moduleLine()).isEqualTo("clear() -> unit throws Jam");
	}

	@Test
	void refusesATypeOfAnImportLikewise() {
		Contract module = Contract
			.parse("relib-contract 1\nrecord Point { x: i32 }\nimports Watcher\n  moved(to: Point) -> unit\n");
		ContractMismatchException ex = catchThrowableOfType(ContractMismatchException.class,
				() -> new ContractCheck(SOURCE, module).requireImport(module.traits().get(0).functions().get(0),
						ContractInterface.of(Watcher.class)));
		assertThat(ex.moduleLine()).isEqualTo("record Point { x: i32 }");
		assertThat(ex.hostLine()).isEqualTo(POINT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "clear", "draw", "print" })
	void refusesAMissingFunction(String name) {
		List<String> lines = TEXT.lines().filter((line) -> !line.startsWith("  " + name)).toList();
		assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> check(String.join("\n", lines)))
			.withMessageContaining("does not export Canvas." + name);
	}

	private static String with(String line, String replacement) {
		return TEXT.replace(line, replacement);
	}

	private static void check(String module) {
		new ContractCheck(SOURCE, Contract.parse(module)).requireExports(ContractInterface.of(Canvas.class));
	}

	@RelibImports
	interface Watcher {

		void moved(Point to);

	}

	@RelibExports
	interface Canvas {

		void clear();

		List<Point> draw(Shape shape, double scale);

		int print(String text) throws JamException;

	}

	record Point(int x, int y) {

	}

	record Shape(List<Point> points, Blend blend) {

	}

	enum Blend {

		NORMAL, MULTIPLY

	}

	record Jam(int page) {

	}

	static final class JamException extends Exception {

		private static final long serialVersionUID = 1L;

		public JamException(Jam jam) {
			super("page " + jam.page());
		}

	}

}
