// SPDX-License-Identifier: Apache-2.0
package dev.relib.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.failure.AbortingPanicsException;
import dev.relib.failure.ContractMismatchException;
import dev.relib.failure.IncompatibleKitException;
import dev.relib.failure.IncompatibleUpstreamException;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.LibraryOpenException;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.MissingImportException;
import dev.relib.failure.ModulePanicException;
import dev.relib.failure.NoModuleKitException;
import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnlistedContractException;
import dev.relib.failure.UnsuitableSystemException;
import dev.relib.failure.WrongMachineException;
import dev.relib.fixture.NativeFixture;

/**
 * The mismatches between module and host, in the order of the README.
 */
enum Mismatch {

	MISSING_FUNCTION(MissingExportException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(kit(directory, ""), Greeter.class);
		}
	},
	OTHER_TYPES(ContractMismatchException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(kit(directory, "exports Greeter\\n  greet(name: str, age: i64) -> str\\n"), Greeter.class);
		}
	},
	OTHER_RECORD(ContractMismatchException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(kit(directory, "record Point { x: i32, y: i32 }\\nexports Greeter\\n  move(to: Point) -> unit\\n"),
					Moving.Greeter.class);
		}
	},
	MISSING_IMPORT(MissingImportException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(kit(directory, "imports Clock\\n  millis() -> i64\\n"), null);
		}
	},
	UNLISTED_CONTRACT(UnlistedContractException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(NativeFixture.in(directory)
				.kit()
				.source("greeter.c",
						"#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n"
								+ "RELIB_EXPORT extern void *__relib__Clock_millis;\nvoid *__relib__Clock_millis;\n")
				.compile("greeter"), null);
		}
	},
	OTHER_MACHINE(WrongMachineException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(change(kit(directory, ""), 18, 183), null);
		}
	},
	NEWER_SYSTEM(UnsuitableSystemException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			Path newer = NativeFixture.in(directory.resolve("newer"))
				.source("newer.c", "int newer(void);\nint newer(void) { return 1; }")
				.file("versions.map", "GLIBC_2.99 { global: newer; };")
				.option("-nostdlib")
				.option("-fvisibility=default")
				.option("-Wl,-soname,libc.so.6,--version-script=versions.map")
				.compile("newer");
			load(NativeFixture.in(directory)
				.kit()
				.source("greeter.c",
						"#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\nint newer(void);\n"
								+ "int call(void);\nint call(void) { return newer(); }\n")
				.option("-fvisibility=default")
				.option("-Wl,--no-as-needed," + newer)
				.compile("greeter"), null);
		}
	},
	OTHER_SYSTEM(NotALibraryException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			byte[] file = Arrays.copyOf(new byte[] { 'M', 'Z' }, 512);
			file[0x3c] = (byte) 0x80;
			System.arraycopy(new byte[] { 'P', 'E', 0, 0, 0x64, (byte) 0x86 }, 0, file, 0x80, 6);
			file[0x97] = 0x20;
			load(Files.write(Files.createDirectory(directory).resolve("libgreeter.so"), file), null);
		}
	},
	DAMAGED(NotALibraryException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			Path library = kit(directory, "");
			load(Files.write(library, Arrays.copyOf(Files.readAllBytes(library), 5000)), null);
		}
	},
	NO_KIT(NoModuleKitException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(NativeFixture.in(directory).source("greeter.c", "int shown = 1;").compile("greeter"), null);
		}
	},
	OTHER_KIT(IncompatibleKitException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(NativeFixture.in(directory)
				.source("greeter.c",
						"__attribute__((visibility(\"default\"))) struct { int version, size; void *rest[9]; } "
								+ "relib_module = { 99, 48, { 0 } };")
				.compile("greeter"), null);
		}
	},
	OTHER_CRATES(IncompatibleUpstreamException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(NativeFixture.in(directory).source(Mismatch.class, "crates.c").compile("greeter"), null);
		}
	},
	ABORTING_PANICS(AbortingPanicsException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			load(kit(directory, "1\\npanic abort", ""), null);
		}
	},
	MISSING_LIBRARY(LibraryOpenException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			Path needed = NativeFixture.in(directory.resolve("foo"))
				.source("foo.c", "int foo = 1;")
				.option("-Wl,-soname,libfoo.so.1")
				.compile("foo");
			load(kit(directory, "1", "", "-Wl,--no-as-needed," + needed), null);
		}
	},
	NULL_ARGUMENT(InvalidValueException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			call(directory, (greeter) -> greeter.greet(null));
		}
	},
	UNKNOWN_CONSTANT(InvalidValueException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			call(directory, Moody.Greeter::mood);
		}
	},
	PANIC(ModulePanicException.class) {
		@Override
		void provoke(Path directory) throws IOException {
			call(directory, (greeter) -> greeter.greet(""));
		}
	};

	private final Class<? extends Exception> exception;

	Mismatch(Class<? extends Exception> exception) {
		this.exception = exception;
	}

	Class<? extends Exception> exception() {
		return this.exception;
	}

	/**
	 * Provokes the exception.
	 * @param directory a directory for the test's files, which does not exist yet
	 */
	abstract void provoke(Path directory) throws IOException;

	private static void load(Path library, Class<?> exports) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			ModuleDefinition definition = new ModuleDefinition("greeter", library);
			if (exports == null) {
				registry.add(definition);
			}
			else {
				registry.add(definition).exports(exports);
			}
		}
	}

	private static void call(Path directory, Consumer<Moody.Greeter> call) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("greeter", source(directory, "moody.c")));
			call.accept(module.exports(Moody.Greeter.class));
		}
	}

	private static Path source(Path directory, String source) {
		return NativeFixture.in(directory).kit().source(Mismatch.class, source).compile("greeter");
	}

	private static Path kit(Path directory, String contract) {
		return kit(directory, "1", contract);
	}

	private static Path kit(Path directory, String version, String contract, String... options) {
		NativeFixture fixture = NativeFixture.in(directory)
			.kit()
			.source("greeter.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"%s\", \"%s\")\n".formatted(version, contract));
		for (String option : options) {
			fixture.option(option);
		}
		return fixture.compile("greeter");
	}

	private static Path change(Path library, int offset, int value) throws IOException {
		byte[] bytes = Files.readAllBytes(library);
		bytes[offset] = (byte) value;
		return Files.write(library, bytes);
	}

	@RelibExports
	interface Greeter {

		String greet(String name);

	}

	record Point(float x, float y) {

	}

	enum Mood {

		GOOD, FAIR, BAD

	}

	/**
	 * An interface with a record.
	 */
	interface Moving {

		@RelibExports
		interface Greeter {

			void move(Point to);

		}

	}

	/**
	 * An interface with an enum.
	 */
	interface Moody {

		@RelibExports
		interface Greeter {

			String greet(String name);

			Mood mood();

		}

	}

}
