// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import java.nio.ByteBuffer;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LinkerOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Critical exports behave as others do, with each linker and each facade.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractCriticalTests {

	private static final String SOURCE = """
			#include "checksum.h"
			RELIB_MODULE("1", RELIB_CONTRACT_CHECKSUM)
			int32_t checksum_add(int32_t a, int32_t b) { return a + b; }
			double checksum_add_all(int8_t a, int16_t b, int64_t c, float d, double e, bool negative, int32_t f,
									int64_t g, double h, float i)
			{
				double sum = a + b + (double)c + d + e + f + (double)g + h + i;
				return negative ? -sum : sum;
			}
			#define SUM(type) static int64_t sum_##type(const type *numbers, size_t len) \\
				{ int64_t sum = 0; for (size_t i = 0; i < len; i++) { sum += (int64_t)numbers[i]; } return sum; }
			SUM(uint8_t) SUM(int16_t) SUM(int32_t) SUM(int64_t) SUM(float) SUM(double)
			int64_t checksum_sum(relib_bytes a, relib_i16_slice b, relib_i32_slice c, relib_i64_slice d, relib_f32_slice e, relib_f64_slice f)
			{
				return sum_uint8_t(a.ptr, a.len) + 2 * sum_int16_t(b.ptr, b.len) + 3 * sum_int32_t(c.ptr, c.len) +
					   5 * sum_int64_t(d.ptr, d.len) + 7 * sum_float(e.ptr, e.len) + 11 * sum_double(f.ptr, f.len);
			}
			int32_t checksum_first(relib_bytes buffer, relib_i32_slice numbers) { return buffer.ptr[0] * 1000 + numbers.ptr[0]; }
			Sign checksum_turned(Sign sign) { return (Sign)(sign == 0 ? 1 : 7); }
			int32_t checksum_half(relib_i32_slice numbers)
			{
				if (numbers.ptr[0] % 2 != 0) {
					relib_panic("odd");
				}
				return numbers.ptr[0] / 2;
			}
			void checksum_fail(relib_i32_slice numbers) { relib_panic("failed at %d", numbers.ptr[0]); }
			int32_t checksum_log(int32_t level) { relib_log((relib_level)level, "from a critical call"); return level; }
			/* Writes, as no export may, what the caller sees in an array that was not copied. */
			bool checksum_marks(relib_i64_slice numbers)
			{
				int64_t *own = (int64_t *)numbers.ptr;
				own[1]++;
				return false;
			}
			relib_string checksum_text(void) { return relib_string_copy((relib_str){ "text", 4 }); }
			""";

	private final LinkerOption linker;

	private ModuleRegistry registry;

	private NativeModule module;

	private Checksum checksum;

	AbstractCriticalTests(LinkerOption linker) {
		this.linker = linker;
	}

	@BeforeAll
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("checksum")
			.source("checksum.c", SOURCE)
			.compile("checksum");
		this.registry = ModuleRegistry.builder().linker(this.linker).build();
		this.module = this.registry.add(new ModuleDefinition("checksum", library));
		this.checksum = this.module.exports(Checksum.class);
	}

	@AfterAll
	void close() {
		this.registry.close();
	}

	@Test
	void passesNumbers() {
		assertThat(this.checksum.add(-3, 45)).isEqualTo(42);
		assertThat(this.checksum.addAll((byte) -1, (short) 2, 3, 4.5f, 5.25, true, 6, 7, 8.5, 0.25f)).isEqualTo(-35.5);
		assertThat(this.checksum.turned(Checksum.Sign.PLUS)).isEqualTo(Checksum.Sign.MINUS);
	}

	@Test
	void passesArrays() {
		assertThat(sum(new byte[] { 1, 2 }, new short[] { 3 }, new int[] { 4, 5 }, new long[] { 6 },
				new float[] { 7.0f }, new double[] { 8.0, 9.0 }))
			.isEqualTo(3 + 6 + 27 + 30 + 49 + 187);
		assertThat(sum(new byte[0], new short[0], new int[0], new long[0], new float[0], new double[0])).isZero();
		assertThat(this.checksum.first(ByteBuffer.wrap(new byte[] { 9, 7 }, 1, 1), new int[] { 5 })).isEqualTo(7005);
		assertThat(this.checksum.first(ByteBuffer.allocateDirect(1).put(0, (byte) 3), new int[] { 4 })).isEqualTo(3004);
	}

	private long sum(byte[] bytes, short[] shorts, int[] ints, long[] longs, float[] floats, double[] doubles) {
		return this.checksum.sum(bytes, shorts, ints, longs, floats, doubles);
	}

	@Test
	void copiesArraysOnlyInOrdinaryCalls() {
		long[] numbers = { 1, 1 };
		this.checksum.marks(numbers);
		assertThat(numbers[1]).isEqualTo(isCritical() ? 2 : 1);
	}

	@Test
	void isOrdinaryOnVirtualThreads() throws Exception {
		assumeTrue(Runtime.version().feature() >= 21);
		long[] numbers = { 1, 1 };
		Runnable call = () -> {
			this.checksum.marks(numbers);
			this.checksum.log(0);
		};
		((Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, call)).join();
		assertThat(numbers[1]).isEqualTo(1);
	}

	@Test
	@Timeout(60)
	void findsArraysThatGarbageCollectionMoves() throws Exception {
		Thread garbage = new Thread(() -> {
			for (int i = 0; i < 3; i++) {
				System.gc();
			}
		});
		garbage.start();
		for (int i = 0; i < 500 || garbage.isAlive(); i++) {
			int[] young = new int[100];
			young[99] = i;
			assertThat(sum(new byte[0], new short[0], young, new long[i % 100], new float[0], new double[] { i }))
				.isEqualTo(14L * i);
		}
		garbage.join();
	}

	@Test
	void tellsOfPanicsAndGoesOn() {
		for (int i = 0; i < 3; i++) {
			int[] numbers = { i };
			assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.checksum.fail(numbers))
				.withMessageContaining("Checksum.fail")
				.withMessageContaining("failed at " + i);
		}
		assertThat(this.checksum.half(new int[] { 3 })).isEmpty();
		assertThat(this.checksum.half(new int[] { 4 })).hasValue(2);
	}

	@Test
	void mayLog() {
		for (int level = 0; level < 5; level++) {
			assertThat(this.checksum.log(level)).isEqualTo(level);
		}
	}

	@Test
	void refusesWhatIsNoValue() {
		refused("Checksum.fail: argument numbers is null", () -> this.checksum.fail(null));
		refused("Checksum.turned: argument sign is null", () -> this.checksum.turned(null));
		refused("Checksum.turned: the return value is 7, which is no constant of Sign",
				() -> this.checksum.turned(Checksum.Sign.MINUS));
	}

	private static void refused(String message, Runnable call) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call::run).withMessageContaining(message);
	}

	@Test
	void staysWithOrdinaryExportsAndReloads() {
		this.module.reload();
		assertThat(this.checksum.text()).isEqualTo("text");
		assertThat(this.checksum.add(1, 1)).isEqualTo(2);
	}

	@Test
	void saysOnceThatCallsAreOrdinary() {
		assertThat(this.registry.linker().notes().stream().filter((note) -> note.startsWith("critical calls:")))
			.hasSize(isCritical() ? 0 : 1)
			.allSatisfy((note) -> assertThat(note).contains("the linker " + this.linker.text()).contains("ffm"));
	}

	private boolean isCritical() {
		return this.linker == LinkerOption.FFM;
	}

}
