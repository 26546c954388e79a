// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.relib.RelibExports;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.InvalidValueException;
import dev.relib.fixture.NativeFixture;
import dev.relib.link.Linker;
import dev.relib.link.jna.JnaLinker;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlainCallTests {

	@TempDir
	static Path directory;

	private static long library;

	private final Linker linker = new JnaLinker();

	private final NativeMemory outcome = NativeMemory.allocate(1);

	@BeforeAll
	static void open() {
		library = NativeAccess.current()
			.loader()
			.open(NativeFixture.in(directory).source(PlainCallTests.class, "plain.c").compile("plain"));
	}

	@AfterAll
	static void close() {
		NativeAccess.current().loader().close(library);
	}

	private Object call(String method, Object... arguments) {
		Method found = Stream.of(Plain.class.getDeclaredMethods())
			.filter((each) -> each.getName().equals(method))
			.findFirst()
			.orElseThrow();
		JavaFunction function = JavaFunction.ofPlain(found,
				ContractInterface.ofPlain(Plain.class).methods().get(found));
		long address = NativeAccess.current().loader().symbol(library, function.signature().name()).orElseThrow();
		this.outcome.putByte(0, ExportCall.PANICKED);
		return ExportCall.ofPlain(this.linker, function, address, new PlainCallbacks(this.linker, "plain"))
			.call(this.outcome.address(), arguments);
	}

	@Test
	void alwaysReturn() {
		assertThat(call("negate", true)).isEqualTo(false);
		assertThat(call("negate", false)).isEqualTo(true);
		assertThat(this.outcome.getByte(0)).isEqualTo(ExportCall.RETURNED);
		assertThat(call("nothing")).isNull();
		assertThat(this.outcome.getByte(0)).isEqualTo(ExportCall.RETURNED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 15, 4095, 4096, 4097, 20_000 })
	void returnTextWhereverItEnds(int length) {
		String text = "é".repeat(length / 2) + "x".repeat(length % 2);
		assertThat(call("afterFirst", "1" + text)).isEqualTo(text);
	}

	@Test
	void returnTextThatEndsWithItsPage() {
		assertThat(call("endOfPage", 5)).isEqualTo("xxxxx");
		assertThat(call("endOfPage", 4095)).isEqualTo("x".repeat(4095));
		assertThat(call("endOfPage", 5000)).isEqualTo("x".repeat(5000));
	}

	@Test
	void refuseTextThatIsNone() {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call("noText"))
			.withMessage("Plain.no_text: the return value is a null pointer; "
					+ "make it Optional<String> where there may be none");
		assertThat(this.outcome.getByte(0)).isEqualTo(ExportCall.PANICKED);
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call("notUtf8"))
			.withMessage("Plain.not_utf8: the return value is not UTF-8 (1 bytes)");
	}

	@Test
	void refuseTextThatEndsEarly() {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call("afterFirst", "a\0b"))
			.withMessage("Plain.after_first: argument text holds the character NUL, which ends text in C");
	}

	@Test
	void writeIntoArrays() {
		byte[] bytes = { 1, 2, Byte.MAX_VALUE };
		short[] shorts = { 1, 2 };
		int[] ints = { 1, 2 };
		long[] longs = { 1, 2 };
		float[] floats = { 1, 2 };
		double[] doubles = { 1, 2 };
		call("increaseBytes", bytes, bytes.length);
		call("increaseShorts", shorts, shorts.length);
		call("increaseInts", ints, ints.length);
		call("increaseLongs", longs, longs.length);
		call("increaseFloats", floats, floats.length);
		call("increaseDoubles", doubles, doubles.length);
		assertThat(bytes).containsExactly(2, 3, Byte.MIN_VALUE);
		assertThat(shorts).containsExactly((short) 2, (short) 3);
		assertThat(ints).containsExactly(2, 3);
		assertThat(longs).containsExactly(2, 3);
		assertThat(floats).containsExactly(2, 3);
		assertThat(doubles).containsExactly(2, 3);
	}

	@Test
	void writeIntoNoneOfAnEmptyArray() {
		assertThat(call("increaseBytes", new byte[0], 0)).isEqualTo(true);
	}

	@Test
	void writeIntoDirectBuffersFromTheirPosition() {
		ByteBuffer buffer = ByteBuffer.allocateDirect(3);
		buffer.position(1);
		call("increaseBuffer", buffer, buffer.remaining());
		assertThat(new byte[] { buffer.get(0), buffer.get(1), buffer.get(2) }).containsExactly(0, 1, 1);
		assertThat(buffer.position()).isOne();
	}

	@Test
	void refuseBuffersOnTheHeap() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> call("increaseBuffer", ByteBuffer.allocate(1), 1))
			.withMessage(
					"Plain.increase_buffer: argument bytes is a buffer on the heap; use ByteBuffer.allocateDirect");
	}

	@Test
	void refuseNull() {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call("increaseBytes", null, 1))
			.withMessage("Plain.increase_bytes: argument bytes is null");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> call("increaseBuffer", null, 1))
			.withMessage("Plain.increase_buffer: argument bytes is null");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> call("afterFirst", new Object[] { null }))
			.withMessage("Plain.after_first: argument text is null");
	}

	@RelibExports(plain = true)
	interface Plain {

		boolean negate(boolean flag);

		void nothing();

		String afterFirst(String text);

		String endOfPage(int length);

		String noText();

		String notUtf8();

		boolean increaseBytes(byte[] bytes, int count);

		boolean increaseShorts(short[] shorts, int count);

		boolean increaseInts(int[] ints, int count);

		boolean increaseLongs(long[] longs, int count);

		boolean increaseFloats(float[] floats, int count);

		boolean increaseDoubles(double[] doubles, int count);

		boolean increaseBuffer(ByteBuffer bytes, int count);

	}

}
