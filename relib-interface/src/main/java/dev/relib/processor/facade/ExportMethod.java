// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.ArrayList;
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
 * A method that calls an export.
 */
final class ExportMethod {

	private static final String GENERAL = """
				@Override
				public ${returnType} ${name}(${parameters}) {
					RelibFrame ${frame} = this.calls.enter();
					try {
						${return}this.calls.call(${frame}, ${index}${arguments});
					}
					finally {
						${frame}.exit();
					}
				}

			""";

	private static final String DIRECT = """
				@Override
				public ${returnType} ${name}(${parameters}) {
					RelibFrame ${frame} = this.calls.enter();
					try {
						long ${function} = ${frame}.function(this.first + ${index});
			${prepare}			if (${function} == 0) {
							${returnCall}this.calls.call(${frame}, ${index}${arguments});${endCall}
						}
			${invoke}			if (!${frame}.returned()) {
							${return}this.calls.failed(${frame}, ${index}, 0);
						}
			${result}		}
					catch (Throwable ${ex}) {
						throw RelibCalls.thrown(${ex});
					}
					finally {
						${frame}.exit();
					}
				}

			""";

	private static final String PREPARED = """
						try {
			%s			}
						catch (RuntimeException %s) {
							%s = 0;
						}
			""";

	private static final String READ = """
						try {
							%s			}
						catch (RuntimeException %s) {
							return this.calls.read(%s, %d, %s);
						}
			""";

	private final JavaMethod method;

	private final int index;

	private final JavaEnums enums;

	private final LocalNames locals;

	/**
	 * Creates a method.
	 * @param index the index of its function in the interface
	 */
	ExportMethod(JavaMethod method, int index, JavaEnums enums) {
		this.method = method;
		this.index = index;
		this.enums = enums;
		this.locals = new LocalNames(method.names());
	}

	/** Tells whether it is a method of each object, which a facade has as any other. */
	boolean isOfObject() {
		return this.method.names().isEmpty()
				&& (this.method.name().equals("toString") || this.method.name().equals("hashCode"));
	}

	/** Tells whether it calls the export through a handle. */
	boolean isDirect() {
		return !isOfObject() && this.method.function().error().isEmpty()
				&& Stream.concat(this.method.parameters().stream(), Stream.of(this.method.returned()))
					.allMatch(MachineValue::isDirect);
	}

	/** Declares the handle. */
	String handle() {
		return "	private static final MethodHandle " + handleName() + " = HANDLES.function(" + this.index + ");\n\n";
	}

	private String handleName() {
		return "CALL_" + this.method.function().name();
	}

	String text() {
		Map<String, String> values = Map.ofEntries(Map.entry("returnType", this.method.returnType()),
				Map.entry("name", this.method.name()), Map.entry("parameters", parameters()),
				Map.entry("frame", this.locals.name("frame")), Map.entry("function", this.locals.name("function")),
				Map.entry("ex", this.locals.name("ex")), Map.entry("index", String.valueOf(this.index)),
				Map.entry("arguments",
						this.method.names().stream().map((name) -> ", " + name).collect(Collectors.joining())),
				Map.entry("return", isVoid() ? "" : "return "), Map.entry("returnCall", isVoid() ? "" : "return "),
				Map.entry("endCall", isVoid() ? "\n				return;" : ""), Map.entry("prepare", prepare()),
				Map.entry("invoke", invoke()), Map.entry("result", result()));
		return Template.fill(isDirect() ? DIRECT : GENERAL, values);
	}

	private boolean isVoid() {
		return this.method.function().returns() == Scalar.UNIT;
	}

	private String parameters() {
		int last = this.method.names().size() - 1;
		return IntStream.rangeClosed(0, last).mapToObj((i) -> {
			String java = this.method.parameters().get(i).java();
			boolean dots = this.method.variable() && i == last;
			return (dots ? java.substring(0, java.length() - 2) + "..." : java) + " " + this.method.names().get(i);
		}).collect(Collectors.joining(", "));
	}

	/** Makes machine values of the arguments that may be refused. */
	private String prepare() {
		StringBuilder declared = new StringBuilder();
		StringBuilder prepared = new StringBuilder();
		for (int i = 0; i < this.method.names().size(); i++) {
			JavaValue value = this.method.parameters().get(i);
			if (MachineValue.mayBeRefused(value)) {
				String local = this.locals.name(this.method.names().get(i) + "Value");
				declared.append("			%s %s = 0;\n".formatted(MachineValue.javaType(value), local));
				prepared.append("				%s = %s;\n".formatted(local,
						MachineValue.of(value, this.method.names().get(i))));
			}
		}
		return prepared.isEmpty() ? ""
				: declared + PREPARED.formatted(prepared, this.locals.name("refused"), this.locals.name("function"));
	}

	private String invoke() {
		List<String> values = new ArrayList<>(
				List.of(this.locals.name("function"), this.locals.name("frame") + ".outcome()"));
		for (int i = 0; i < this.method.names().size(); i++) {
			JavaValue value = this.method.parameters().get(i);
			String name = this.method.names().get(i);
			values.add(
					MachineValue.mayBeRefused(value) ? this.locals.name(name + "Value") : MachineValue.of(value, name));
		}
		String type = MachineValue.javaType(this.method.returned());
		String kept = isVoid() ? "" : "%1$s %2$s = (%1$s) ".formatted(type, this.locals.name("returned"));
		return "			" + kept + handleName() + ".invokeExact(" + String.join(", ", values) + ");\n";
	}

	private String result() {
		if (isVoid()) {
			return "";
		}
		JavaValue value = this.method.returned();
		String returned = this.locals.name("returned");
		String java = MachineValue.toJava(value, returned, this.enums);
		String result = "return " + (this.method.isOptional()
				? this.method.returnType().replaceFirst("<.*", "").replaceFirst(".*\\.", "") + ".of(" + java + ")"
				: java) + ";\n";
		return !MachineValue.mayBeRefused(value) ? "			" + result
				: READ.formatted(result, this.locals.name("refused"), this.locals.name("frame"), this.index, returned);
	}

}
