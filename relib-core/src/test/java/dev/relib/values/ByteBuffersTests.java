// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.failure.InvalidValueException;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ByteBuffersTests {

	@TempDir
	static Path directory;

	private static final AtomicReference<UnaryOperator<ByteBuffer>> READER = new AtomicReference<>();

	private static ModuleRegistry registry;

	private static Buffers buffers;

	@BeforeAll
	static void load() {
		Path library = NativeFixture.in(directory).kit().source(ByteBuffersTests.class, "buffers.c").compile("buffers");
		Reader reader = (data) -> READER.get().apply(data);
		registry = ModuleRegistry.builder().imports(ImportBinding.of(Reader.class, reader)).build();
		buffers = registry.add(new ModuleDefinition("buffers", library)).exports(Buffers.class);
	}

	@AfterAll
	static void unload() {
		registry.close();
	}

	@Test
	void areNotCopiedIfTheyAreDirect() {
		ByteBuffer data = ByteBuffer.allocateDirect(10).put(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 });
		data.position(2).limit(6);
		assertThat(buffers.increase(data)).isEqualTo(4);
		assertThat(data.position()).isEqualTo(2);
		assertThat(data.limit()).isEqualTo(6);
		byte[] content = new byte[10];
		data.clear().get(content);
		assertThat(content).containsExactly(1, 2, 4, 5, 6, 7, 7, 8, 9, 10);
	}

	@Test
	void areAtTheirPosition() {
		ByteBuffer data = ByteBuffer.allocateDirect(100);
		long begin = buffers.address(data);
		assertThat(buffers.address(data.position(7))).isEqualTo(begin + 7);
		assertThat(buffers.address(data.slice().position(5))).isEqualTo(begin + 12);
	}

	@Test
	void areCopiedIfTheyAreOnTheHeap() {
		ByteBuffer data = ByteBuffer.wrap(new byte[] { 1, 2, 3 }, 1, 2);
		assertThat(buffers.increase(data)).isEqualTo(2);
		assertThat(data.array()).containsExactly(1, 2, 3);
		assertThat(data.position()).isEqualTo(1);
		assertThat(buffers.increase(data.asReadOnlyBuffer())).isEqualTo(2);
	}

	@Test
	void mayBeEmpty() {
		assertThat(buffers.increase(ByteBuffer.allocateDirect(0))).isZero();
		assertThat(buffers.increase(ByteBuffer.allocate(0))).isZero();
		assertThat(buffers.make(0).remaining()).isZero();
	}

	@Test
	void areReturnedAsACopyOfTheCallers() {
		ByteBuffer made = buffers.make(4);
		assertThat(made.isDirect()).isTrue();
		assertThat(made.isReadOnly()).isFalse();
		assertThat(made).isEqualTo(ByteBuffer.wrap(new byte[] { 1, 2, 3, 4 }));
	}

	@Test
	void areLentToTheHostReadOnly() {
		READER.set((data) -> {
			assertThat(data.isDirect()).isTrue();
			assertThat(data.isReadOnly()).isTrue();
			assertThat(data.position()).isZero();
			return data.position(1);
		});
		assertThat(text(buffers.show())).isEqualTo("ello");
	}

	@Test
	void ofTheHostAreCopied() {
		READER.set((data) -> ByteBuffer.allocate(8).put((byte) 'x').put((byte) 'y').flip().position(1));
		assertThat(text(buffers.show())).isEqualTo("y");
		READER.set((data) -> ByteBuffer.allocateDirect(3));
		assertThat(text(buffers.show())).isEqualTo("\0\0\0");
	}

	@Test
	void ofTheHostMustNotBeNull() {
		READER.set((data) -> null);
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> buffers.show())
			.withMessage("Reader.read: the return value is null");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_22)
	void areRefusedIfTheirArenaIsClosed() throws ReflectiveOperationException {
		Class<?> arenas = Class.forName("java.lang.foreign.Arena");
		Object arena = arenas.getMethod("ofShared").invoke(null);
		Object segment = arenas.getMethod("allocate", long.class).invoke(arena, 100L);
		ByteBuffer data = (ByteBuffer) Class.forName("java.lang.foreign.MemorySegment")
			.getMethod("asByteBuffer")
			.invoke(segment);
		assertThat(buffers.increase(data)).isEqualTo(100);
		arenas.getMethod("close").invoke(arena);
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> buffers.increase(data))
			.withMessage("Buffers.increase: argument data can not be read (Already closed)");
		READER.set((ignored) -> data);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> buffers.show());
	}

	private static String text(ByteBuffer buffer) {
		return StandardCharsets.UTF_8.decode(buffer).toString();
	}

	@RelibExports
	interface Buffers {

		long address(ByteBuffer data);

		int increase(ByteBuffer data);

		ByteBuffer make(int length);

		ByteBuffer show();

	}

	@RelibImports
	interface Reader {

		ByteBuffer read(ByteBuffer data);

	}

}
