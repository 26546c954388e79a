// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.ModuleRegistryBuilder;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidValueException;
import dev.relib.fixture.Content;
import dev.relib.fixture.EdgeValues;
import dev.relib.fixture.RandomValues;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Values cross in both directions unchanged, whichever language the module is written in.
 * A failure names the seed of the random values, which can be set by the system property
 * {@code relib.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractValuesTests {

	private static final long SEED = Long.getLong("relib.seed", new Random().nextLong());

	private static final int ROUNDS = 60;

	private static final int SIZE = 64 << 20;

	private final AtomicInteger hostCalls = new AtomicInteger();

	private RandomValues random;

	/** Computes the host's answer; if {@code null}, the host returns its argument. */
	private Callable<Object> answer;

	private ModuleRegistry registry;

	private NativeModule module;

	private Values values;

	abstract Path compile(Path directory);

	/** Begins the registry, whose linker a subclass may choose. */
	ModuleRegistryBuilder registry() {
		return ModuleRegistry.builder();
	}

	@BeforeAll
	void load(@TempDir Path directory) {
		Path library = compile(directory);
		ValuesHost host = (ValuesHost) Proxy.newProxyInstance(ValuesHost.class.getClassLoader(),
				new Class<?>[] { ValuesHost.class }, (proxy, method, arguments) -> {
					this.hostCalls.incrementAndGet();
					return (this.answer != null) ? this.answer.call()
							: (arguments.length > 1) ? shape(arguments) : arguments[0];
				});
		this.registry = registry().imports(ImportBinding.of(ValuesHost.class, host)).build();
		this.module = this.registry.add(new ModuleDefinition("values", library));
		this.values = this.module.exports(Values.class);
	}

	@BeforeEach
	void begin() {
		this.random = new RandomValues(SEED);
		this.answer = null;
	}

	/** Asserts that no test has leaked memory. */
	@AfterAll
	void unload() {
		UnloadReport report = this.module.unload();
		this.registry.close();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
	}

	static Stream<Method> methods() {
		return Arrays.stream(Values.class.getDeclaredMethods())
			.filter((method) -> method.getParameterCount() == 2)
			.filter((method) -> method.getGenericReturnType().equals(method.getGenericParameterTypes()[0]))
			.sorted(Comparator.comparing(Method::getName));
	}

	static Stream<Arguments> echoes() {
		return methods().flatMap((method) -> Stream.of(Arguments.of(method, false), Arguments.of(method, true)));
	}

	@ParameterizedTest
	@MethodSource("echoes")
	void keepsValues(Method method, boolean throughHost) throws ReflectiveOperationException {
		int before = this.hostCalls.get();
		for (int round = 0; round < ROUNDS; round++) {
			Object value = this.random.of(method.getGenericParameterTypes()[0]);
			Object content = Content.of(value);
			Object returned = method.invoke(this.values, value, throughHost);
			assertThat(Content.of(returned)).as("seed %d, round %d", SEED, round).isEqualTo(content);
		}
		assertThat(this.hostCalls.get() - before).isEqualTo(throughHost ? ROUNDS : 0);
	}

	@ParameterizedTest
	@MethodSource("echoes")
	void keepsEdges(Method method, boolean throughHost) throws ReflectiveOperationException {
		for (Object value : EdgeValues.of(method.getGenericParameterTypes()[0])) {
			Object content = Content.of(value);
			assertThat(Content.of(method.invoke(this.values, value, throughHost))).isEqualTo(content);
		}
	}

	/**
	 * Passed as a single {@code float}, a signalling NaN would become quiet in an import.
	 */
	@Test
	void keepsSignallingNaNsInsideOfOtherValues() {
		float signalling = Float.intBitsToFloat(0x7f800001);
		List<Point> points = List.of(new Point(true, 1, (byte) 2, signalling));
		assertThat(Content.of(this.values.floats(new float[] { signalling }, true))).isEqualTo(List.of("NaN 7f800001"));
		assertThat(Content.of(this.values.points(points, true))).isEqualTo(Content.of(points));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void keepsMoreArgumentsThanThereAreRegisters(boolean throughHost) throws ReflectiveOperationException {
		Method compose = Arrays.stream(Values.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals("compose"))
			.findFirst()
			.orElseThrow();
		for (int round = 0; round < ROUNDS; round++) {
			Shape shape = shape();
			List<Object> arguments = new ArrayList<>();
			for (RecordComponent component : Shape.class.getRecordComponents()) {
				arguments.add(component.getAccessor().invoke(shape));
			}
			arguments.add(throughHost);
			assertThat(Content.of(compose.invoke(this.values, arguments.toArray())))
				.as("seed %d, round %d", SEED, round)
				.isEqualTo(Content.of(shape));
		}
	}

	@ParameterizedTest
	@MethodSource("methods")
	void freesEverythingIfTheHostFails(Method method) {
		UnsupportedOperationException failure = new UnsupportedOperationException();
		this.answer = () -> {
			throw failure;
		};
		Object value = this.random.of(method.getGenericParameterTypes()[0]);
		assertThatThrownBy(() -> method.invoke(this.values, value, true)).cause().isSameAs(failure);
		if (!method.getReturnType().isPrimitive()) {
			this.answer = () -> null;
			assertThatThrownBy(() -> method.invoke(this.values, value, true)).cause()
				.isInstanceOf(InvalidValueException.class)
				.hasMessage("ValuesHost.%s: the return value is null", method.getName());
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsEveryConstant(Level level) throws FailedException {
		assertThat(this.values.level(level, false)).isEqualTo(level);
		assertThat(this.values.level(level, true)).isEqualTo(level);
		assertThat(this.values.rate(level, failure(), false)).isEqualTo(level);
	}

	@Test
	void keepsLargeArrays() {
		byte[] bytes = new byte[SIZE];
		new Random(SEED).nextBytes(bytes);
		assertThat(Arrays.equals(this.values.bytes(bytes, false), bytes)).isTrue();
		assertThat(Arrays.equals(this.values.bytes(bytes, true), bytes)).isTrue();
		ByteBuffer direct = ByteBuffer.allocateDirect(SIZE).put(0, bytes);
		assertThat(this.values.buffer(direct, true).equals(direct)).isTrue();
		long[] longs = new Random(SEED).longs(SIZE / Long.BYTES).toArray();
		assertThat(Arrays.equals(this.values.longs(longs, false), longs)).isTrue();
		assertThat(Arrays.equals(this.values.longs(longs, true), longs)).isTrue();
	}

	@Test
	void keepsLargeArraysInsideOfRecords() {
		Failure failure = new Failure("", Level.LOW, List.of(), new Random(SEED).ints(SIZE / Integer.BYTES).toArray());
		assertThatExceptionOfType(FailedException.class).isThrownBy(() -> this.values.attempt(failure, true))
			.satisfies((ex) -> assertThat(Arrays.equals(ex.failure().codes(), failure.codes())).isTrue());
	}

	@Test
	void throwsDeclaredErrorsWithTheirData() throws FailedException {
		for (int round = 0; round < ROUNDS; round++) {
			Failure failure = failure();
			Shape shape = shape();
			assertFails(failure, () -> this.values.draw(shape, failure, true));
			assertFails(failure, () -> this.values.rate(Level.LOW, failure, true));
			assertFails(failure, () -> this.values.attempt(failure, true));
			assertThat(Content.of(this.values.draw(shape, failure, false))).isEqualTo(Content.of(shape));
			this.values.attempt(failure, false);
		}
	}

	private static void assertFails(Failure failure, ThrowingCallable call) {
		assertThatExceptionOfType(FailedException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(Content.of(ex.failure()).equals(Content.of(failure))).as("seed %d", SEED)
				.isTrue());
	}

	@Test
	void returnsOptionalsThatHoldSomething() {
		Shape shape = shape();
		assertThat(this.values.findShape(shape, false).map(Content::of)).contains(Content.of(shape));
		assertThat(this.values.findShapes(List.of(shape, shape), false).map(Content::of))
			.contains(Content.of(List.of(shape, shape)));
		assertThat(this.values.findText("", false)).isEqualTo(Optional.of(""));
		assertThat(this.values.findLevel(Level.HIGH, false)).isEqualTo(Optional.of(Level.HIGH));
		assertThat(this.values.findInt(-1, false)).isEqualTo(OptionalInt.of(-1));
		assertThat(this.values.findLong(-1, false)).isEqualTo(OptionalLong.of(-1));
		assertThat(this.values.findDouble(-0.0, false)).isEqualTo(OptionalDouble.of(-0.0));
	}

	@Test
	void returnsEmptyOptionalsAfterPanics() {
		Shape shape = shape();
		assertThat(this.values.findShape(shape, true)).isEmpty();
		assertThat(this.values.findShapes(List.of(shape, shape), true)).isEmpty();
		assertThat(this.values.findText("text", true)).isEmpty();
		assertThat(this.values.findLevel(Level.HIGH, true)).isEmpty();
		assertThat(this.values.findInt(1, true)).isEmpty();
		assertThat(this.values.findLong(1, true)).isEmpty();
		assertThat(this.values.findDouble(1, true)).isEmpty();
	}

	private static Shape shape(Object[] components) throws ReflectiveOperationException {
		return (Shape) Shape.class.getDeclaredConstructors()[0].newInstance(components);
	}

	private Shape shape() {
		return (Shape) this.random.of(Shape.class);
	}

	private Failure failure() {
		return (Failure) this.random.of(Failure.class);
	}

}
