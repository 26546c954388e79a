// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

import dev.relib.RelibConst;
import dev.relib.RelibExports;
import dev.relib.RelibName;
import dev.relib.failure.InvalidValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Arrays and buffers of a plain library are memory that several arguments, calls and
 * threads share.
 */
class ArraysTests {

	private static final int THREADS = 4;

	private static final int ROUNDS = 30;

	private PlainModule module;

	private ArrayFunctions functions;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.module = new PlainModule(directory, "arrays.c");
		this.functions = this.module.exports(ArrayFunctions.class);
	}

	@AfterEach
	void close() {
		this.module.close();
	}

	@Test
	void lendsAnArrayOnceHoweverOftenItIsPassed() {
		byte[] text = "hello".getBytes();
		this.functions.upper(text, text, text.length);
		assertThat(new String(text)).isEqualTo("HELLO");
		byte[] other = "hello".getBytes();
		byte[] into = new byte[5];
		this.functions.upper(into, other, 5);
		assertThat(new String(into) + new String(other)).isEqualTo("HELLOhello");
		this.functions.upperConst(other, other, 5);
		assertThat(new String(other)).isEqualTo("HELLO");
	}

	@Test
	void losesNoElementThatAnotherCallWrites() throws Exception {
		int rows = 100_000;
		for (int round = 0; round < ROUNDS; round++) {
			byte[] picture = new byte[THREADS * rows];
			together((thread) -> this.functions.fillRows(picture, thread * rows, (thread + 1) * rows));
			assertThat(picture).doesNotContain(0);
			long[] numbers = new long[THREADS * rows / 10];
			Arrays.fill(numbers, 7);
			together((thread) -> this.functions.fillNumbers(numbers, thread * rows / 10, (thread + 1) * rows / 10));
			assertThat(numbers).containsOnly(7 + (1L << 40));
		}
	}

	private static void together(IntConsumer work) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int thread = i;
			threads.add(new Thread(() -> work.accept(thread)));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
	}

	@Test
	void copiesNothingBackThatIsConstant() {
		int[] numbers = { 5, 6 };
		assertThat(this.functions.readFirst(numbers)).isEqualTo(5);
		assertThat(numbers).containsExactly(5, 6);
		assertThat(this.functions.readFirstToChange(numbers)).isEqualTo(5);
		assertThat(numbers).containsExactly(99, 6);
	}

	@Test
	void worksOnDirectBuffersOfEveryKindAtTheirPosition() {
		ByteBuffer bytes = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
		ShortBuffer shorts = bytes.slice().order(ByteOrder.nativeOrder()).asShortBuffer().position(1);
		this.functions.addOne(shorts, 2);
		assertThat(bytes.getShort(2)).isOne();
		IntBuffer ints = bytes.asIntBuffer().position(2);
		this.functions.addOne(ints, 4);
		assertThat(bytes.getInt(8)).isOne();
		LongBuffer longs = bytes.position(8).slice().order(ByteOrder.nativeOrder()).asLongBuffer().position(1);
		this.functions.addOne(longs, 8);
		assertThat(bytes.getLong(16)).isOne();
		DoubleBuffer doubles = bytes.position(0).asDoubleBuffer().position(3);
		this.functions.addHalf(doubles);
		assertThat(bytes.getDouble(24)).isEqualTo(0.5);
		FloatBuffer floats = bytes.asFloatBuffer().position(8);
		this.functions.addQuarter(floats);
		assertThat(bytes.getFloat(32)).isEqualTo(0.25f);
		this.functions.addOne(bytes.position(40), 1);
		assertThat(bytes.get(40)).isEqualTo((byte) 1);
	}

	@Test
	void refusesBuffersThatItWouldMisuse() {
		ByteBuffer bytes = ByteBuffer.allocateDirect(8);
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> this.functions.addOne(bytes.asReadOnlyBuffer(), 1))
			.withMessageContaining("argument at is a read-only buffer; annotate the parameter with @RelibConst");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> this.functions.addOne(bytes.order(ByteOrder.BIG_ENDIAN).asIntBuffer(), 4))
			.withMessageContaining("BIG_ENDIAN")
			.withMessageContaining("ByteOrder.nativeOrder()");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> this.functions.addOne(IntBuffer.allocate(1), 4))
			.withMessageContaining("is a buffer on the heap; use ByteBuffer.allocateDirect");
		bytes.order(ByteOrder.nativeOrder()).putInt(0, 3);
		assertThat(this.functions.readFirst(bytes.order(ByteOrder.nativeOrder()).asIntBuffer().asReadOnlyBuffer()))
			.isEqualTo(3);
	}

	@RelibExports(plain = true)
	interface ArrayFunctions {

		void upper(byte[] into, byte[] from, int count);

		@RelibName("upper")
		void upperConst(byte[] into, @RelibConst byte[] from, int count);

		void fillRows(byte[] picture, int from, int to);

		void fillNumbers(long[] numbers, int from, int to);

		int readFirst(@RelibConst int[] numbers);

		int readFirst(@RelibConst IntBuffer numbers);

		@RelibName("read_first")
		int readFirstToChange(int[] numbers);

		void addOne(ByteBuffer at, int size);

		void addOne(ShortBuffer at, int size);

		void addOne(IntBuffer at, int size);

		void addOne(LongBuffer at, int size);

		void addHalf(DoubleBuffer at);

		void addQuarter(FloatBuffer at);

	}

}
