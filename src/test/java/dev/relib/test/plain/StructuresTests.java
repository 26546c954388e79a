// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.file.Path;
import java.util.Optional;

import dev.relib.RelibByValue;
import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibLength;
import dev.relib.RelibName;
import dev.relib.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Records are structures of C, by pointer and by value, and arrays of one element are
 * what a function writes into.
 */
class StructuresTests {

	private static final String TEXT = "Gr\u00fc\u00dfe";

	private PlainModule module;

	private Structures structures;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.module = new PlainModule(directory, "structures.c");
		this.structures = this.module.exports(Structures.class);
	}

	@AfterEach
	void close() {
		this.module.close();
	}

	@Test
	void crossByPointer() {
		assertThat(this.structures.sum(new Point(3, 4))).isEqualTo(7);
		assertThat(this.structures.sumOr((Point) null, -1)).isEqualTo(-1);
		assertThat(this.structures.sumOr(Optional.empty(), -2)).isEqualTo(-2);
		assertThat(this.structures.sumOr(Optional.of(new Point(1, 1)), -2)).isEqualTo(2);
		assertThat(this.structures.maybe(1)).contains(new Point(1, 2));
		assertThat(this.structures.maybe(0)).isEmpty();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.structures.always(0))
			.withMessageContaining("the return value is a null pointer");
	}

	@Test
	void crossByValueInRegistersAndOnTheStack() {
		assertThat(this.structures.sumValue(new Point(3, 4))).isEqualTo(7);
		assertThat(this.structures.turn(new Point(3, 4))).isEqualTo(new Point(4, 3));
		assertThat(this.structures.move(new Place(1.5, 2.5), 1)).isEqualTo(new Place(2.5, 3.5));
		assertThat(this.structures.scale(new Vector(1, 2, 3), 2)).isEqualTo(new Vector(2, 4, 6));
		assertThat(this.structures.both(new Mixed(1L << 40, 0.5), (byte) -1))
			.isEqualTo(new Mixed((1L << 40) - 1, -0.5));
		assertThat(this.structures.pad(new Padded((byte) 1, 2.5, (short) -3)))
			.isEqualTo(new Padded((byte) 2, 3.5, (short) -2));
		Line line = new Line(new Point(1, 2), new Point(3, 4), 5);
		assertThat(this.structures.longer(10, line)).isEqualTo(new Line(new Point(1, 2), new Point(13, 4), 6));
		assertThat(this.structures.deep(new Nested((byte) 1, new In(2, (byte) 3), (byte) 4)))
			.isEqualTo(new Nested((byte) 2, new In(3, (byte) 4), (byte) 5));
		assertThat(this.structures.many(new Point(1, 2), new Place(3, 4), 5, new Mixed(6, 7), new Mixed(8, 9),
				new Mixed(10, 11), new Vector(12, 13, 14), line, 0.5f))
			.isEqualTo(105 + 15 + 0.5);
	}

	@Test
	void holdArraysTextsAndOtherStructures() {
		Card card = new Card("name", new int[] { 1, 2, 3 }, new Point[] { new Point(4, 5), new Point(6, 7) }, true,
				true, Optional.of(TEXT));
		assertThat(this.structures.take(card)).isEqualTo(56);
		assertThat(this.structures.taken()).usingRecursiveComparison().isEqualTo(card);
		Card empty = new Card("", new int[3], new Point[] { new Point(0, 0), new Point(0, 0) }, false, false,
				Optional.empty());
		this.structures.take(empty);
		assertThat(this.structures.taken()).usingRecursiveComparison().isEqualTo(empty);
	}

	@Test
	void refuseWhatDoesNotFitAndSayWhere() {
		Point[] corners = { new Point(0, 0), null };
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> this.structures.take(new Card("", new int[3], corners, false, false, Optional.empty())))
			.withMessageContaining("argument card.corners[1] is null");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(
				() -> this.structures.take(new Card("too long", new int[3], corners, false, false, Optional.empty())))
			.withMessageContaining("argument card.name takes 9 bytes with its NUL; the structure has room for 8");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> this.structures.take(new Card("", new int[2], corners, false, false, Optional.empty())))
			.withMessageContaining("argument card.scores has 2 elements; the structure has 3");
	}

	@Test
	void areWrittenInArrays() {
		Point first = new Point(5, 5);
		Point[] points = { first, null, new Point(1, 1) };
		this.structures.corners(points, 3);
		assertThat(points).containsExactly(first, new Point(1, -1), new Point(3, -1));
		assertThat(points[0]).isSameAs(first);
	}

	@Test
	void andNumbersAndTextsAreOutParameters() {
		int[] quotient = new int[1];
		long[] rest = new long[1];
		double[] exact = new double[1];
		this.structures.divide(7, 2, quotient, rest, exact);
		assertThat(quotient[0] + " " + rest[0] + " " + exact[0]).isEqualTo("3 1 3.5");
		String[] why = new String[1];
		assertThat(this.structures.explain(0, why)).isZero();
		assertThat(why[0]).isNull();
		assertThat(this.structures.explain(1, why)).isOne();
		assertThat(why[0]).isEqualTo("it is broken");
		assertThat(this.structures.countTexts(new String[] { "a", "b", null })).isEqualTo(2);
	}

	record Point(int x, int y) {
	}

	record Place(double x, double y) {
	}

	record Vector(float x, float y, float z) {
	}

	record Mixed(long n, double d) {
	}

	record Padded(byte kind, double size, short tag) {
	}

	record Line(Point from, Point to, int width) {
	}

	record In(long b, byte c) {
	}

	record Nested(byte a, In in, byte d) {
	}

	record Card(@RelibLength(8) String name, @RelibLength(3) int[] scores, @RelibLength(2) Point[] corners,
			boolean open, @RelibInt boolean flag, Optional<String> text) {
	}

	@RelibExports(plain = true)
	interface Structures {

		int sum(Point p);

		int sumValue(@RelibByValue Point p);

		@RelibByValue
		Point turn(@RelibByValue Point p);

		@RelibByValue
		Place move(@RelibByValue Place p, double by);

		@RelibByValue
		Vector scale(@RelibByValue Vector v, float by);

		@RelibByValue
		Mixed both(@RelibByValue Mixed m, byte add);

		@RelibByValue
		Padded pad(@RelibByValue Padded p);

		@RelibByValue
		Line longer(int by, @RelibByValue Line l);

		@RelibByValue
		Nested deep(@RelibByValue Nested n);

		double many(@RelibByValue Point a, @RelibByValue Place b, int c, @RelibByValue Mixed d, @RelibByValue Mixed e,
				@RelibByValue Mixed f, @RelibByValue Vector g, @RelibByValue Line h, float i);

		int take(Card card);

		Card taken();

		Optional<Point> maybe(int there);

		@RelibName("maybe")
		Point always(int there);

		int sumOr(@Nullable Point p, int none);

		int sumOr(Optional<Point> p, int none);

		void corners(Point[] into, int count);

		void divide(int a, int b, int[] quotient, long[] rest, double[] exact);

		int explain(int fails, String[] why);

		int countTexts(String[] texts);

	}

}
