// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LinkerOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Functions of all types of values in any order get what was passed, and return it: with
 * each linker, through generated code and proxies, as exports and as imports.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomSignaturesTests {

	private static final long SEED = Long.getLong("signatures.seed", 1);

	private static final int FUNCTIONS = Integer.getInteger("signatures.functions", 16);

	private static final int ROUNDS = 3;

	private RandomContract contract;

	private Path classes;

	private Path library;

	@BeforeAll
	void compile(@TempDir Path directory) throws Exception {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assumeTrue(compiler != null, "this JVM has no compiler");
		System.out.println("random signatures: -Dsignatures.seed=" + SEED + " -Dsignatures.functions=" + FUNCTIONS);
		this.contract = new RandomContract(new Random(SEED), FUNCTIONS);
		this.classes = Files.createDirectory(directory.resolve("classes"));
		compileJava(compiler);
		NativeFixture fixture = NativeFixture.in(Files.createDirectory(directory.resolve("native"))).kit();
		for (String trait : List.of("echo", "relay", "host")) {
			fixture.source("generated/" + trait + ".c", binding(trait + ".c"));
			fixture.file("generated/" + trait + ".h", binding(trait + ".h"));
		}
		this.library = fixture.source("drawn.c", this.contract.c()).compile("drawn");
	}

	private void compileJava(JavaCompiler compiler) {
		String contracts = location(RelibExports.class).toString();
		String processor = Path.of("../../relib-interface/target/classes") + ":" + contracts;
		StringWriter output = new StringWriter();
		boolean compiled = compiler
			.getTask(output, null, null,
					List.of("-d", this.classes.toString(), "-parameters", "-cp",
							contracts + ":" + System.getProperty("java.class.path"), "-processorpath", processor),
					null, List.of(new Source(this.contract.java())))
			.call();
		assertThat(compiled).as("%s", output).isTrue();
	}

	private static Path location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String binding(String file) throws Exception {
		return Files.readString(this.classes.resolve("META-INF/relib/c").resolve(file));
	}

	static Stream<Arguments> ways() {
		return Stream.of(LinkerOption.FFM, LinkerOption.JNI, LinkerOption.JNA)
			.filter((linker) -> linker != LinkerOption.FFM || Runtime.version().feature() >= 22)
			.flatMap((linker) -> Stream.of(Arguments.of(linker, "generated"), Arguments.of(linker, "proxy")));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void passesAndReturnsValues(LinkerOption linker, String facades) throws Exception {
		System.setProperty("relib.facades", facades);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { url() }, getClass().getClassLoader())) {
			Host host = new Host(this.contract.relays);
			try (ModuleRegistry registry = ModuleRegistry.builder()
				.linker(linker)
				.imports(host.binding(RandomContract.type(loader, "Host")))
				.build()) {
				NativeModule module = registry.add(new ModuleDefinition("drawn", this.library));
				Object echo = module.exports(RandomContract.type(loader, "Echo"));
				Object relay = module.exports(RandomContract.type(loader, "Relay"));
				assertThat(Proxy.isProxyClass(echo.getClass())).isEqualTo(facades.equals("proxy"));
				Method hash = echo.getClass().getMethod("hash");
				hash.setAccessible(true);
				Random random = new Random(SEED);
				for (int round = 0; round < ROUNDS; round++) {
					check(this.contract.echoes, echo, random, loader, (arguments) -> invoke(hash, echo));
					check(this.contract.relays, relay, random, loader, (arguments) -> host.hash);
				}
			}
		}
		finally {
			System.clearProperty("relib.facades");
		}
	}

	private URL url() throws MalformedURLException {
		return this.classes.toUri().toURL();
	}

	private static void check(List<RandomFunction> functions, Object facade, Random random, ClassLoader loader,
			Function<Object[], Object> seen) {
		Map<String, Method> methods = Arrays.stream(facade.getClass().getMethods())
			.collect(Collectors.toMap(Method::getName, Function.identity(), (first, second) -> first));
		for (RandomFunction function : functions) {
			Object[] arguments = function.arguments(random, loader);
			Method method = methods.get(function.name());
			method.setAccessible(true);
			Object result = invoke(method, facade, arguments);
			String text = "seed " + SEED + ": " + function.java() + " with " + Arrays.deepToString(arguments);
			assertThat(seen.apply(arguments)).as("arguments of %s", text)
				.isEqualTo(Encoding.hash(Encoding.of(arguments)));
			assertThat(Encoding.of(present(result))).as("return of %s", text)
				.isEqualTo(Encoding.of(arguments[function.returned()]));
		}
	}

	private static Object invoke(Method method, Object facade, Object... arguments) {
		try {
			return method.invoke(facade, arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(method.toString(), ex);
		}
	}

	private static Object present(Object result) {
		if (result instanceof Optional<?> optional) {
			return optional.orElseThrow();
		}
		if (result instanceof OptionalInt optional) {
			return optional.getAsInt();
		}
		if (result instanceof OptionalLong optional) {
			return optional.getAsLong();
		}
		return (result instanceof OptionalDouble optional) ? (Object) optional.getAsDouble() : result;
	}

	/**
	 * Implements the imports.
	 */
	private static final class Host implements InvocationHandler {

		private final Map<String, RandomFunction> functions;

		private long hash;

		Host(List<RandomFunction> functions) {
			this.functions = functions.stream().collect(Collectors.toMap(RandomFunction::name, Function.identity()));
		}

		<T> ImportBinding binding(Class<T> type) {
			return ImportBinding.of(type,
					type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, this)));
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) {
			RandomFunction function = this.functions.get(method.getName());
			if (function == null) {
				return method.getName().equals("toString") ? "host" : null;
			}
			this.hash = Encoding.hash(Encoding.of(arguments));
			return arguments[function.returned()];
		}

	}

	/**
	 * The source of the interfaces.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///drawn/Drawn.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
