// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three interfaces with functions of random types: {@code Echo} hashes its arguments,
 * {@code Relay} passes them on to {@code Host}.
 */
final class RandomContract {

	private static final String PACKAGE = "drawn";

	private static final String JAVA = """
			package drawn;
			import java.math.BigInteger;
			import java.nio.ByteBuffer;
			import java.util.*;
			import dev.relib.*;
			public final class Drawn {
			%s
			@RelibExports public interface Echo { long hash(); %s }
			@RelibExports public interface Relay { %s }
			@RelibImports public interface Host { %3$s }
			}
			""";

	private static final String C = """
			#include "echo.h"
			#include "relay.h"
			#include "host.h"
			RELIB_MODULE("1", RELIB_CONTRACT_ECHO RELIB_CONTRACT_RELAY RELIB_CONTRACT_HOST)
			#define START 0xcbf29ce484222325u
			static _Thread_local uint64_t hash;
			static void mix(const void *bytes, size_t len)
			{
				for (size_t i = 0; i < len; i++) {
					hash = (hash ^ ((const uint8_t *)bytes)[i]) * 0x100000001b3u;
				}
			}
			int64_t echo_hash(void) { return (int64_t)hash; }
			""";

	private final List<RecordKind> records = new ArrayList<>();

	final List<RandomFunction> echoes;

	final List<RandomFunction> relays;

	RandomContract(Random random, int functions) {
		List<Kind> kinds = new ArrayList<>(ScalarKind.ALL);
		kinds.addAll(SequenceKind.ALL);
		kinds.add(new EnumKind());
		kinds.add(new ListKind(SequenceKind.ALL.get(0)));
		for (String name : List.of("Alpha", "Bravo", "Charlie", "Delta")) {
			List<Kind> nested = kinds.stream().filter(Kind::nests).toList();
			RecordKind added = new RecordKind(name,
					IntStream.rangeClosed(0, random.nextInt(6))
						.mapToObj((i) -> nested.get(random.nextInt(nested.size())))
						.toList());
			this.records.add(added);
			kinds.add(added);
			kinds.add(new ListKind(added));
		}
		// Most functions are of values that registers take.
		IntStream.range(0, 3).forEach((i) -> kinds.addAll(ScalarKind.ALL));
		this.relays = functions(random, "relay", functions, kinds.stream().filter(Kind::isImported).toList(), false);
		if (!System.getProperty("os.arch").equals("aarch64")) {
			kinds.addAll(ScalarKind.WIDES);
		}
		this.echoes = functions(random, "echo", functions, kinds, true);
	}

	private static List<RandomFunction> functions(Random random, String name, int count, List<Kind> kinds,
			boolean optional) {
		return IntStream.range(0, count).mapToObj((i) -> RandomFunction.of(random, name + i, kinds, optional)).toList();
	}

	String java() {
		return JAVA.formatted(
				EnumKind.SOURCE
						+ this.records.stream().map(RecordKind::source).collect(Collectors.joining("\n", "\n", "")),
				declared(this.echoes), declared(this.relays));
	}

	private static String declared(List<RandomFunction> functions) {
		return functions.stream().map(RandomFunction::java).collect(Collectors.joining("\n\t", "\n\t", "\n"));
	}

	String c() {
		StringBuilder source = new StringBuilder(C);
		this.echoes.forEach((function) -> source.append(function.head("echo")).append('\n').append(function.echo()));
		this.relays.forEach((function) -> source.append(function.head("relay"))
			.append(" { return ")
			.append(function.call("host"))
			.append("; }\n"));
		return source.toString();
	}

	static Class<?> type(ClassLoader loader, String name) {
		try {
			return Class.forName(PACKAGE + ".Drawn$" + name, true, loader);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
