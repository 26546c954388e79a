// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every way to access memory does.
 */
class RawMemoryTests {

	static Stream<RawMemory> ways() {
		RawMemory last = ServiceLoader.load(RawMemory.class).findFirst().orElseThrow();
		return Stream.of(last, Providers.memory());
	}

	@ParameterizedTest
	@MethodSource("ways")
	void readsWhatItHasWritten(RawMemory memory) {
		long block = memory.allocate(64);
		memory.fill(block, 64, (byte) -1);
		assertThat(memory.getLong(block + 56)).isEqualTo(-1);
		// At addresses that no size divides.
		memory.putByte(block + 1, Byte.MIN_VALUE);
		memory.putShort(block + 3, Short.MIN_VALUE);
		memory.putInt(block + 5, Integer.MIN_VALUE);
		memory.putLong(block + 9, Long.MIN_VALUE);
		assertThat(memory.getByte(block + 1)).isEqualTo(Byte.MIN_VALUE);
		assertThat(memory.getShort(block + 3)).isEqualTo(Short.MIN_VALUE);
		assertThat(memory.getInt(block + 5)).isEqualTo(Integer.MIN_VALUE);
		assertThat(memory.getLong(block + 9)).isEqualTo(Long.MIN_VALUE);
		assertThat(memory.getByte(block)).isEqualTo((byte) -1);
		assertThat(memory.getByte(block + 17)).isEqualTo((byte) -1);
		memory.free(block);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void copiesArraysBothWays(RawMemory memory) {
		long block = memory.allocate(64);
		for (Object array : List.of(new byte[] { 1, 2, 3, 4 }, new short[] { 1, 2, 3, 4 }, new int[] { 1, 2, 3, 4 },
				new long[] { 1, 2, 3, 4 }, new float[] { 1, 2, 3, 4 }, new double[] { 1, 2, 3, 4 })) {
			memory.write(block + 1, array, 1, 3);
			memory.read(block + 1, array, 0, 3);
			assertThat(Array.getDouble(array, 0)).isEqualTo(2);
			assertThat(Array.getDouble(array, 2)).isEqualTo(4);
			assertThat(Array.getDouble(array, 3)).isEqualTo(4);
		}
		memory.free(block);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void staysInsideOfArrays(RawMemory memory) {
		long block = memory.allocate(64);
		assertThatExceptionOfType(IndexOutOfBoundsException.class)
			.isThrownBy(() -> memory.read(block, new int[4], 2, 3));
		assertThatExceptionOfType(IndexOutOfBoundsException.class)
			.isThrownBy(() -> memory.write(block, new int[4], -1, 3));
		memory.free(block);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void copiesMemory(RawMemory memory) {
		long block = memory.allocate(64);
		memory.write(block, new byte[] { 1, 2, 3, 4 }, 0, 4);
		memory.copy(block, block + 32, 4);
		assertThat(memory.getInt(block + 32)).isEqualTo(memory.getInt(block));
		memory.free(block);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void showsMemoryAsABuffer(RawMemory memory) {
		long block = memory.allocate(8);
		memory.putLong(block, 0x0102030405060708L);
		ByteBuffer view = memory.view(block, 8);
		assertThat(view.getLong(0)).isEqualTo(0x0102030405060708L);
		assertThat(view.isDirect()).isTrue();
		assertThat(view.capacity()).isEqualTo(8);
		assertThat(memory.address(view.position(3))).isEqualTo(block);
		assertThat(memory.address(view.slice().asReadOnlyBuffer())).isEqualTo(block + 3);
		memory.free(block);
	}

}
