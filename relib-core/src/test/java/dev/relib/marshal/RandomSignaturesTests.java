// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import dev.relib.fixture.NativeFixture;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.jna.JnaLinker;
import dev.relib.os.DynamicLoader;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a C compiler takes from registers and stack, and what it puts there, for functions
 * of up to 14 parameters. The system property {@code relib.seed} takes the seed that a
 * failure names.
 */
class RandomSignaturesTests {

	private static final long SEED = Long.getLong("relib.seed", new Random().nextLong());

	private static final List<ValueType> TYPES = List.of(Scalar.I64, Scalar.I32, Scalar.I8, Scalar.F64, Scalar.F32,
			Sequence.STR, Sequence.STR, Sequence.STR);

	private final List<FunctionSignature> functions = functions();

	private final Linker linker = new JnaLinker();

	private final DynamicLoader loader = NativeAccess.current().loader();

	@Test
	void passEachArgumentInBothDirections(@TempDir Path directory) {
		long library = this.loader
			.open(NativeFixture.in(directory).source("functions.c", source()).compile("functions"));
		try {
			for (FunctionSignature function : this.functions) {
				String description = function.text() + ", seed " + SEED;
				assertThat(export(function, library)).as("wrong argument of the export %s", description).isZero();
				assertThat(wrongInImport(function, library)).as("wrong argument of the import %s", description)
					.isZero();
			}
		}
		finally {
			this.loader.close(library);
		}
	}

	private static final NativeMemory OUTCOME = NativeMemory.allocate(1);

	private static List<FunctionSignature> functions() {
		Random random = new Random(SEED);
		return IntStream.range(0, 150).mapToObj((number) -> {
			List<Parameter> parameters = IntStream.range(0, random.nextInt(15))
				.mapToObj((i) -> new Parameter("a" + i, TYPES.get(random.nextInt(TYPES.size()))))
				.toList();
			return new FunctionSignature("Random", "f" + number, parameters, Scalar.I64);
		}).toList();
	}

	/** Calls the function, which says which argument was wrong, counted from 1. */
	private long export(FunctionSignature function, long library) {
		ExportCall call = ExportCall.of(this.linker, javaFunction(function),
				new ExportAddress(this.loader.symbol(library, "take_" + function.name()).orElseThrow(), 0, 0));
		return (Long) call.call(OUTCOME.address(), expected(function).toArray());
	}

	private long wrongInImport(FunctionSignature function, long library) {
		List<Object> expected = expected(function);
		ImportStub stub = ImportStub.of(this.linker, javaFunction(function), new ImportTarget() {

			@Override
			public String module() {
				return "random";
			}

			@Override
			public Object call(Object[] arguments) {
				return IntStream.range(0, arguments.length)
					.filter((i) -> !expected.get(i).equals(arguments[i]))
					.mapToLong((i) -> i + 1)
					.findFirst()
					.orElse(0);
			}

			@Override
			public byte failed(Throwable failure) {
				throw new AssertionError(failure);
			}

		});
		return (Long) this.linker.downcall(FunctionShape.ofWords(1))
			.call(this.loader.symbol(library, "give_" + function.name()).orElseThrow(),
					new Object[] { stub.address() });
	}

	private static JavaFunction javaFunction(FunctionSignature function) {
		List<Type> types = expected(function).stream().<Type>map(Object::getClass).toList();
		return new JavaFunction(function, types, Long.class, Optional.empty(), Optional.empty());
	}

	private static List<Object> expected(FunctionSignature function) {
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < function.parameters().size(); i++) {
			values.add(switch (function.parameters().get(i).type().text()) {
				case "i64" -> Long.MIN_VALUE + i;
				case "i32" -> Integer.MIN_VALUE + i;
				case "i8" -> (byte) -i;
				case "f64" -> i + 0.5;
				case "f32" -> i + 0.25f;
				default -> "text".repeat(i);
			});
		}
		return values;
	}

	private String source() {
		return """
				#include <stdint.h>
				#include <string.h>
				typedef struct slice { const char *ptr; size_t len; } slice;
				typedef int64_t i64; typedef int32_t i32; typedef int8_t i8; typedef double f64; typedef float f32;
				#define EXPORT __attribute__((visibility("default")))
				""" + this.functions.stream().map(RandomSignaturesTests::source).collect(Collectors.joining());
	}

	private static String source(FunctionSignature function) {
		StringBuilder types = new StringBuilder("uint8_t *");
		StringBuilder parameters = new StringBuilder("uint8_t *outcome");
		StringBuilder values = new StringBuilder("&outcome");
		StringBuilder checks = new StringBuilder();
		List<Object> expected = expected(function);
		for (int i = 0; i < expected.size(); i++) {
			boolean text = expected.get(i) instanceof String;
			String type = text ? "slice" : function.parameters().get(i).type().text();
			String value = text
					? "((slice){\"%s\", %d})".formatted(expected.get(i), ((String) expected.get(i)).length())
					: (expected.get(i) instanceof Long number) ? "(INT64_MIN + " + (number - Long.MIN_VALUE) + ")"
							: "(" + type + ")" + expected.get(i);
			types.append(", ").append(type);
			parameters.append(", ").append(type).append(" a").append(i);
			values.append(", ").append(value);
			checks.append(text ? "if (a%1$d.len != %2$s.len || memcmp(a%1$d.ptr, %2$s.ptr, a%1$d.len)) return %3$d;\n"
				.formatted(i, value, i + 1) : "if (a%d != %s) return %d;\n".formatted(i, value, i + 1));
		}
		return """
				EXPORT int64_t take_%1$s(%2$s)
				{
				*outcome = %6$d;
				%3$sreturn 0;
				}
				EXPORT int64_t give_%1$s(int64_t (*import)(%4$s))
				{
				uint8_t outcome = 0;
				int64_t wrong = import(%5$s);
				return outcome == %6$d ? wrong : -1;
				}
				""".formatted(function.name(), parameters, checks, types, values, ExportCall.RETURNED);
	}

}
