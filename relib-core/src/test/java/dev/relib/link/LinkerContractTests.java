// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.fixture.NativeFixture;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What every linker does, against functions of a C compiler. The system property
 * {@code relib.seed} takes the seed that a failure names.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class LinkerContractTests {

	private static final long SEED = Long.getLong("relib.seed", new Random().nextLong());

	private final List<ShapeInC> shapes = ShapeInC.random(new Random(SEED), 200);

	private final Linker linker;

	private long library;

	protected LinkerContractTests(Linker linker) {
		this.linker = linker;
	}

	@BeforeAll
	void compile(@TempDir Path directory) {
		this.library = NativeAccess.current()
			.loader()
			.open(NativeFixture.in(directory)
				.source("shapes.c", ShapeInC.source(this.shapes))
				.header(LinkerContractTests.class, "linker.h")
				.source(LinkerContractTests.class, "linker.c")
				.compile("shapes"));
	}

	@AfterAll
	void close() {
		NativeAccess.current().loader().close(this.library);
	}

	private long address(String function) {
		return NativeAccess.current().loader().symbol(this.library, function).orElseThrow();
	}

	private Object call(FunctionShape shape, String function, Object... values) {
		return this.linker.downcall(shape).call(address(function), values);
	}

	private long words(String function, Object... words) {
		return (Long) call(FunctionShape.ofWords(words.length), function, words);
	}

	@Test
	void passesEachArgumentOfAnyShape() {
		for (ShapeInC shape : this.shapes) {
			Object returned = call(shape.shape(), "take_" + shape.name(), shape.values().toArray());
			assertThat(words("take_wrong")).as("wrong argument of %s, seed %d", shape, SEED).isZero();
			assertThat(returned).as("return of %s, seed %d", shape, SEED).isEqualTo(shape.returned());
		}
	}

	@Test
	void isCalledWithEachArgumentOfAnyShape() {
		for (ShapeInC shape : this.shapes) {
			List<Object> received = new ArrayList<>();
			Upcall upcall = this.linker.upcall(shape.shape(), (values) -> {
				received.addAll(Arrays.asList(values));
				return shape.returned();
			}, "shapes");
			long same = words("give_" + shape.name(), upcall.address());
			assertThat(received).as("arguments of %s, seed %d", shape, SEED).isEqualTo(shape.values());
			assertThat(same).as("return of %s, seed %d", shape, SEED).isOne();
		}
	}

	@Test
	void passesEachArgumentOfAnyShapeWithoutABox() throws Throwable {
		for (ShapeInC shape : this.shapes) {
			MethodHandle handle = this.linker.handle(shape.shape());
			assertThat(handle.type()).isEqualTo(shape.shape().callType());
			List<Object> values = new ArrayList<>(shape.values());
			values.add(0, address("take_" + shape.name()));
			Object returned = handle.invokeWithArguments(values);
			assertThat(words("take_wrong")).as("wrong argument of %s, seed %d", shape, SEED).isZero();
			assertThat(returned).as("return of %s, seed %d", shape, SEED).isEqualTo(shape.returned());
		}
	}

	@Test
	void isCalledWithEachArgumentOfAnyShapeWithoutABox() {
		for (ShapeInC shape : this.shapes) {
			List<Object> received = new ArrayList<>();
			MethodHandle target = UpcallTarget.handle((values) -> {
				received.addAll(Arrays.asList(values));
				return shape.returned();
			}, shape.shape());
			Upcall upcall = this.linker.upcall(shape.shape(), target, "shapes");
			long same = words("give_" + shape.name(), upcall.address());
			assertThat(received).as("arguments of %s, seed %d", shape, SEED).isEqualTo(shape.values());
			assertThat(same).as("return of %s, seed %d", shape, SEED).isOne();
		}
	}

	static Stream<Arguments> edges() {
		return Stream
			.of(edges(MachineType.BYTE, Byte.MIN_VALUE, (byte) -1, (byte) 0, (byte) 1, Byte.MAX_VALUE),
					edges(MachineType.SHORT, Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE),
					edges(MachineType.INT, Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
					edges(MachineType.LONG, Long.MIN_VALUE, -1L, 0L, 1L << 32, Long.MAX_VALUE),
					edges(MachineType.FLOAT, -0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY),
					edges(MachineType.DOUBLE, -0d, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY))
			.flatMap((of) -> of);
	}

	private static Stream<Arguments> edges(MachineType type, Object... values) {
		return Stream.of(values).map((value) -> arguments(type, value));
	}

	@ParameterizedTest
	@MethodSource("edges")
	void passesAndReturnsEdges(MachineType type, Object value) {
		assertThat(call(new FunctionShape(type, List.of(type)), "same_" + type, value)).isEqualTo(value);
	}

	@ParameterizedTest
	@MethodSource("edges")
	void isCalledWithEdgesAndReturnsThem(MachineType type, Object value) {
		Upcall same = this.linker.upcall(new FunctionShape(type, List.of(type)), (values) -> values[0], "edges");
		FunctionShape shape = new FunctionShape(type, List.of(MachineType.LONG, type));
		assertThat(call(shape, "pass_" + type, same.address(), value)).isEqualTo(value);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SLICE")
	void passesZero(MachineType type) {
		Upcall zero = this.linker.upcall(new FunctionShape(type, List.of()), (values) -> type.zero(), "zeros");
		assertThat(this.linker.downcall(new FunctionShape(type, List.of())).call(zero.address(), new Object[0]))
			.isEqualTo(type.zero());
	}

	/**
	 * Calls a function with structures of the given bytes, and returns the bytes that it
	 * returns.
	 */
	private ByteBuffer callWithStructures(FunctionShape shape, String function, Object... values) {
		Object[] addresses = new Object[values.length + 1];
		NativeMemory returned = NativeMemory.allocate(64);
		addresses[0] = returned.address();
		for (int i = 0; i < values.length; i++) {
			addresses[i + 1] = (values[i] instanceof ByteBuffer bytes) ? (Object) LentMemory.address(bytes) : values[i];
		}
		assertThat(call(shape, function, addresses)).isNull();
		return LentMemory.view(returned.address(), 64);
	}

	private static ByteBuffer bytes() {
		return ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
	}

	@Test
	void passesAndReturnsStructuresInRegisters() {
		StructType pair = new StructType(List.of(MachineType.INT, MachineType.INT));
		assertThat(callWithStructures(new FunctionShape(pair, List.of(pair, MachineType.BYTE)), "turn_pair",
				bytes().putInt(1).putInt(2).flip(), (byte) -1)
			.getLong(0)).isEqualTo(1L);
		StructType floats = new StructType(List.of(MachineType.FLOAT, MachineType.FLOAT, MachineType.FLOAT));
		ByteBuffer turned = callWithStructures(new FunctionShape(floats, List.of(MachineType.DOUBLE, floats)),
				"turn_floats", 2d, bytes().putFloat(1).putFloat(2).putFloat(3).flip());
		assertThat(turned.getFloat(0) + " " + turned.getFloat(4) + " " + turned.getFloat(8)).isEqualTo("6.0 4.0 2.0");
		StructType mixed = new StructType(List.of(MachineType.LONG, MachineType.DOUBLE));
		turned = callWithStructures(new FunctionShape(mixed, List.of(mixed)), "turn_mixed",
				bytes().putLong(7).putDouble(9).flip());
		assertThat(turned.getLong(0) + " " + turned.getDouble(8)).isEqualTo("9 7.0");
	}

	@Test
	void passesAndReturnsStructuresInMemory() {
		StructType mixed = new StructType(List.of(MachineType.LONG, MachineType.DOUBLE));
		StructType pair = new StructType(List.of(MachineType.INT, MachineType.INT));
		StructType more = new StructType(List.of(MachineType.DOUBLE, MachineType.DOUBLE, MachineType.DOUBLE));
		StructType large = new StructType(List.of(pair, more, MachineType.BYTE));
		assertThat(large.size()).isEqualTo(40);
		assertThat(large.offset(2)).isEqualTo(32);
		MachineType word = MachineType.LONG;
		ByteBuffer turned = callWithStructures(
				new FunctionShape(large, List.of(word, word, word, word, word, mixed, large, MachineType.FLOAT)),
				"turn_large", 1L, 2L, 3L, 4L, 5L, bytes().putLong(6).putDouble(7).flip(),
				bytes().putInt(8).putInt(9).putDouble(10).putDouble(11).putDouble(12).put((byte) 13).flip(), 0.5f);
		assertThat(turned.getInt(0) + " " + turned.getInt(4) + " " + turned.getDouble(24) + " " + turned.get(32))
			.isEqualTo("23 9 25.5 14");
	}

	@Test
	void passesAndReturnsIntegersOf128Bits() {
		FunctionShape shape = new FunctionShape(StructType.INT128, List.of(StructType.INT128, MachineType.LONG));
		ByteBuffer turned = callWithStructures(shape, "turn_wide", bytes().putLong(-1).putLong(7).flip(), 3L);
		assertThat(turned.getLong(0)).isEqualTo(2);
		assertThat(turned.getLong(8)).isEqualTo(8);
	}

	@Test
	void keepsTheErrorNumberOfACall() {
		Downcall call = this.linker.downcallWithErrno(FunctionShape.ofWords(1));
		NativeMemory error = NativeMemory.allocate(Integer.BYTES);
		for (long number : new long[] { 34, 0, 2, 0 }) {
			assertThat(call.call(address("leave_errno"), new Object[] { error.address(), number })).isEqualTo(number);
			assertThat(error.getByte(0)).isEqualTo((byte) number);
		}
	}

	@Test
	void returnsNullForNothing() {
		assertThat(call(new FunctionShape(MachineType.VOID, List.of()), "nothing")).isNull();
	}

	@Test
	void leavesTheValuesAlone() {
		for (ShapeInC shape : this.shapes) {
			Object[] values = shape.values().toArray();
			call(shape.shape(), "take_" + shape.name(), values);
			assertThat(values).containsExactlyElementsOf(shape.values());
		}
		words("take_wrong");
	}

	@Test
	void takesTheAddressWithEachCall() {
		Downcall call = this.linker.downcall(FunctionShape.ofWords(2));
		for (int i = 0; i < 10; i++) {
			assertThat(call.call(address("plus"), new Object[] { 7L, 3L })).isEqualTo(10L);
			assertThat(call.call(address("minus"), new Object[] { 7L, 3L })).isEqualTo(4L);
		}
	}

	@Test
	void servesManyThreads() {
		Downcall call = this.linker.downcall(FunctionShape.ofWords(2));
		List<String> functions = List.of("plus", "minus");
		long wrong = IntStream.range(0, 20_000).parallel().filter((i) -> {
			long sum = (i % 2 == 0) ? i + 3L : i - 3L;
			return !call.call(address(functions.get(i % 2)), new Object[] { (long) i, 3L }).equals(sum);
		}).count();
		assertThat(wrong).isZero();
	}

	@Test
	void callsFromWithinACall() {
		FunctionShape shape = new FunctionShape(MachineType.LONG, List.of(MachineType.LONG, MachineType.LONG));
		long apply = address("apply");
		Downcall call = this.linker.downcall(shape);
		List<Upcall> self = new ArrayList<>();
		self.add(this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
			long depth = (Long) values[0];
			return (depth == 0) ? 100L : call.call(apply, new Object[] { self.get(0).address(), depth - 1 });
		}, "nested"));
		assertThat(call.call(apply, new Object[] { self.get(0).address(), 20L })).isEqualTo(121L);
	}

	@Test
	void runsOnTheThreadThatCalls() {
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
			threads.add(Thread.currentThread());
			return values[0];
		}, "caller");
		assertThat(words("apply", upcall.address(), 1L)).isEqualTo(2);
		assertThat(threads).containsExactly(Thread.currentThread());
	}

	@Test
	void namesThreadsOfNativeCode() {
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
			threads.add(Thread.currentThread());
			return (Long) values[0] + 40;
		}, "relib-prefix");
		assertThat(words("apply_on_thread", upcall.address(), 2L)).isEqualTo(42 + 42);
		assertThat(threads).hasSize(2).allMatch((thread) -> thread.getName().equals("relib-prefix-native"));
		assertThat(threads.get(0)).as("thread of the second call").isSameAs(threads.get(1));
	}

	@Test
	void threadsOfNativeCodeAreDaemonsOfNoApplication() {
		ClassLoader application = new ClassLoader(getClass().getClassLoader()) {
		};
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		Thread.currentThread().setContextClassLoader(application);
		try {
			Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
				threads.add(Thread.currentThread());
				assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(application);
				return Thread.currentThread().isDaemon() ? 1L : 0L;
			}, "daemon");
			assertThat(words("apply_on_thread", upcall.address(), 0L)).isEqualTo(2);
		}
		finally {
			Thread.currentThread().setContextClassLoader(application.getParent());
		}
		assertThat(threads).hasSize(2);
	}

	@Test
	void takesLeaveOfThreadsOfNativeCode() {
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
			threads.add(Thread.currentThread());
			return (Long) values[0] + 1;
		}, "leaving");
		assertThat(words("apply_on_thread", upcall.address(), 0L)).isEqualTo(2);
		assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
	}

	@Test
	void takesLeaveOfThreadsThatCallInDestructors() {
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> {
			threads.add(Thread.currentThread());
			return (Long) values[0] + 1;
		}, "late");
		assertThat(words("apply_on_ending_thread", upcall.address(), 0L)).isEqualTo(3);
		assertThat(threads).hasSize(3).noneMatch(Thread::isAlive);
	}

	@Test
	void anExceptionOfATargetIsAZero() {
		MethodHandle throwing = MethodHandles.insertArguments(
				MethodHandles.throwException(long.class, IllegalStateException.class), 0,
				new IllegalStateException("thrown by a target"));
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1),
				MethodHandles.dropArguments(throwing, 0, long.class), "throwing");
		assertThat(words("apply", upcall.address(), 7L)).isOne();
	}

	@Test
	void keepsAFunctionThatIsHeld() {
		Upcall upcall = this.linker.upcall(FunctionShape.ofWords(1), (values) -> values[0], "held");
		for (int i = 0; i < 5; i++) {
			System.gc();
			assertThat(words("apply", upcall.address(), 1L)).isEqualTo(2);
		}
	}

}
