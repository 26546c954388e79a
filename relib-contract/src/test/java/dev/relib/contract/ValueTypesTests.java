// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTypesTests {

	@Test
	void areReadFromAnInterface() {
		assertThat(ContractInterface.of(Drawing.class).trait().text()).isEqualTo(
				"""
						record Point { x: i32, y: i32 }
						enum Blend { NORMAL, MULTIPLY }
						record Shape { file_name: str, points: [Point], center: Point, blend: Blend, weights: [f64], tags: [str] }
						record OutOfPaper { sheets: i32 }
						exports Drawing
						  arrays(a: [i16], b: [i32], c: [i64], d: [f32], e: [f64]) -> [i16]
						  draw(rgba: bytes, shape: Shape, all: [Shape], names: [str]) -> [Point]
						  print(text: str) -> Blend throws OutOfPaper
						  scale(to: Point, pixels: bytes) -> bytes
						""");
	}

	@Test
	void areTheSameInsideOfAnOptional() {
		assertThat(ContractInterface.of(Finder.class).trait().text()).isEqualTo("""
				record Point { x: i32, y: i32 }
				exports Finder
				  blob() -> bytes
				  flag() -> bool
				  large() -> i64
				  list() -> [Point]
				  place() -> Point
				  ratio() -> f64
				  small() -> i32
				  text() -> str
				""");
	}

	@Test
	void areOfTheMethodThatAnImportNames() {
		assertThat(ContractInterface.of(Progress.class).trait().text()).isEqualTo(
				"record Point { x: i32, y: i32 }\nimports Progress\n  at(point: Point, pixels: bytes) -> [Point]\n");
	}

	@Test
	void mayBeTwoClassesWithOneLine() {
		assertThat(ContractInterface.of(Twins.class).trait().namedTypes()).hasSize(1);
	}

	@RelibExports
	interface Drawing {

		List<Point> draw(byte[] rgba, Shape shape, List<Shape> all, List<String> names);

		Blend print(String text) throws OutOfPaperException;

		ByteBuffer scale(Point to, ByteBuffer pixels);

		short[] arrays(short[] a, int[] b, long[] c, float[] d, double[] e);

	}

	@RelibExports
	interface Finder {

		Optional<String> text();

		Optional<Point> place();

		Optional<List<Point>> list();

		Optional<ByteBuffer> blob();

		Optional<Boolean> flag();

		OptionalInt small();

		OptionalLong large();

		OptionalDouble ratio();

	}

	@RelibImports
	interface Progress {

		List<Point> at(Point point, ByteBuffer pixels);

	}

	@RelibExports
	interface Twins {

		Point a();

		Other.Point b();

	}

	record Point(int x, int y) {

	}

	record Shape(String fileName, List<Point> points, Point center, Blend blend, double[] weights, List<String> tags) {

	}

	enum Blend {

		NORMAL, MULTIPLY {
			@Override
			public String toString() {
				return "times";
			}
		}

	}

	interface Other {

		record Point(int x, int y) {

		}

	}

	record OutOfPaper(int sheets) {

	}

	static final class OutOfPaperException extends Exception {

		private static final long serialVersionUID = 1L;

		public OutOfPaperException(OutOfPaper error) {
			super("after " + error.sheets());
		}

		OutOfPaperException(Point other) {
			super(other.toString());
		}

	}

}
