// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.processor.bindings.Template;
import dev.relib.processor.reader.JavaMethod;
import dev.relib.processor.reader.JavaValue;

/**
 * A method that native code calls.
 */
final class ImportMethod {

	private static final String METHOD = """
				static ${machine} import_${function}(${parameters}) {
					try {
			${arguments}			Object ${entered} = ${call}.enter();
			${declared}			try {
							${assigned}((${interface}) ${call}.implementation()).${name}(${values});
						}
						finally {
							${call}.exit(${entered});
						}
			${end}		}
					catch (Throwable ${ex}) {
						${failed};
					}
				}

			""";

	private static final String READ = """
			%1$s			try {
			%2$s			}
						catch (RuntimeException %3$s) {
							%4$s;%5$s
						}
			""";

	private final String type;

	private final JavaMethod method;

	private final JavaEnums enums;

	private final LocalNames locals;

	private final List<ImportArgument> arguments;

	ImportMethod(String type, JavaMethod method, ValueMethods methods, JavaEnums enums) {
		this.type = type;
		this.method = method;
		this.enums = enums;
		this.locals = new LocalNames(method.names());
		this.arguments = IntStream.range(0, method.names().size())
			.mapToObj((i) -> ImportArgument.of(method.parameters().get(i), method.names().get(i), this.locals, methods,
					enums))
			.toList();
	}

	/** Tells whether a method needs nothing that only the host's own code does. */
	static boolean isPossible(JavaMethod method) {
		return Stream.concat(method.parameters().stream(), Stream.of(method.returned()))
			.noneMatch((value) -> value.java().equals("java.nio.ByteBuffer"));
	}

	String text() {
		String call = this.locals.name("call");
		String outcome = this.locals.name("outcome");
		String result = this.locals.name("result");
		JavaValue returned = this.method.returned();
		Map<String, String> values = new HashMap<>();
		values.put("machine", machine());
		values.put("function", this.method.function().name());
		values.put("parameters",
				Stream
					.concat(Stream.of("RelibImport " + call, "long " + outcome),
							this.arguments.stream().flatMap((argument) -> argument.machine().stream()))
					.collect(Collectors.joining(", ")));
		values.put("arguments", arguments());
		values.put("call", call);
		values.put("entered", this.locals.name("entered"));
		values.put("declared", isVoid() ? "" : "			%s %s;\n".formatted(returned.java(), result));
		values.put("assigned", isVoid() ? "" : result + " = ");
		values.put("interface", this.type);
		values.put("name", this.method.name());
		values.put("values", this.arguments.stream().map(ImportArgument::value).collect(Collectors.joining(", ")));
		values.put("ex", this.locals.name("ex"));
		values.put("failed", cast() + "%s.failed(%s, %s)".formatted(call, outcome, this.locals.name("ex")));
		values.put("end", end(call, outcome, result));
		return Template.fill(METHOD, values);
	}

	private boolean isVoid() {
		return this.method.function().returns() == Scalar.UNIT;
	}

	private String machine() {
		return this.method.function().returnsOwned() ? "long" : MachineValue.javaType(this.method.returned());
	}

	/** Begins a statement that returns what a method of the host does. */
	private String cast() {
		return isVoid() ? "" : "return (" + machine() + ") ";
	}

	/** Makes Java values of those that may be refused. */
	private String arguments() {
		List<ImportArgument> read = this.arguments.stream().filter((argument) -> !argument.read().isEmpty()).toList();
		if (read.isEmpty()) {
			return "";
		}
		String memory = read.stream().anyMatch(ImportArgument::usesMemory)
				? "				RelibMemory %s = %s.memory();\n".formatted(this.locals.name("memory"),
						this.locals.name("call"))
				: "";
		List<String> all = new ArrayList<>(List.of(this.locals.name("outcome")));
		this.arguments.forEach((argument) -> argument.machine()
			.forEach((parameter) -> all.add(parameter.substring(parameter.indexOf(' ') + 1))));
		return READ.formatted(read.stream().map(ImportArgument::declaration).collect(Collectors.joining()),
				memory + read.stream().map(ImportArgument::read).collect(Collectors.joining()),
				this.locals.name("refused"),
				cast() + "%s.call(%s)".formatted(this.locals.name("call"), String.join(", ", all)),
				isVoid() ? "\n				return;" : "");
	}

	private String end(String call, String outcome, String result) {
		JavaValue returned = this.method.returned();
		String told = "			%s.returned(%s);\n".formatted(call, outcome);
		if (isVoid()) {
			return told;
		}
		if (MachineValue.isDirect(returned) && !MachineValue.mayBeRefused(returned)) {
			return told + "			return %s;\n".formatted(MachineValue.of(returned, result));
		}
		String written = this.locals.name("written");
		return "			%1$s %2$s = (%1$s) %3$s.write(%4$s);\n".formatted(machine(), written, call, result) + told
				+ "			return %s;\n".formatted(written);
	}

}
