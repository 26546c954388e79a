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
			${critical}${memory}${prepare}			if (${function} == 0) {
							${return}this.calls.call(${frame}, ${index}${arguments});${endCall}
						}
			${invoke}			if (!${frame}.returned()) {
							${return}this.calls.failed(${frame}, ${index}, ${error});
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
						if (%3$s != 0) {
							try {
			%1$s				}
							catch (RuntimeException %2$s) {
								%3$s = 0;
							}
						}
			""";

	private static final String READ = """
						try {
							%s			}
						catch (RuntimeException %s) {
							return this.calls.read(%s, %d, %s);
						}
			""";

	private static final String OWNED = """
						%1$s %2$s;
						try {
							%9$s.present(%7$s);
							%2$s = %3$s;
						}
						catch (Throwable %4$s) {
							return this.calls.read(%5$s, %6$d, %7$s);
						}
						FREE.invokeExact(%5$s.free(this.first + %6$d), %7$s);
						return %8$s;
			""";

	private final JavaMethod method;

	private final int index;

	private final ValueMethods methods;

	private final JavaEnums enums;

	private final LocalNames locals;

	private final List<ExportArgument> arguments;

	/**
	 * Creates a method.
	 * @param index the index of its function in the interface
	 */
	ExportMethod(JavaMethod method, int index, ValueMethods methods, JavaEnums enums) {
		this.method = method;
		this.index = index;
		this.methods = methods;
		this.enums = enums;
		this.locals = new LocalNames(method.names());
		this.arguments = isDirect() ? IntStream.range(0, method.names().size())
			.mapToObj((i) -> ExportArgument.of(method.parameters().get(i), method.names().get(i), this.locals, methods,
					method.critical() ? this.locals.name("critical") : ""))
			.toList() : List.of();
	}

	/** Tells whether it is a method of each object, which a facade has as any other. */
	boolean isOfObject() {
		return this.method.names().isEmpty()
				&& (this.method.name().equals("toString") || this.method.name().equals("hashCode"));
	}

	/** Tells whether it calls the export through a handle. */
	boolean isDirect() {
		return !isOfObject() && Stream.concat(this.method.parameters().stream(), Stream.of(this.method.returned()))
			.noneMatch((value) -> value.type() instanceof Scalar scalar && scalar.isWide());
	}

	/** Tells whether it uses memory of the call. */
	boolean usesMemory() {
		return isDirect() && (isOwned() || this.method.function().error().isPresent()
				|| this.arguments.stream().anyMatch(ExportArgument::usesMemory));
	}

	/** Tells whether it frees what is returned. */
	boolean isOwned() {
		return isDirect() && this.method.function().returnsOwned();
	}

	/** Declares the handle. */
	String handle() {
		String handle = "	private static final MethodHandle " + handleName() + " = HANDLES.function(" + this.index
				+ ");\n\n";
		return this.method.critical() ? handle + "	private static final MethodHandle " + criticalName()
				+ " = HANDLES.critical(" + this.index + ");\n\n" : handle;
	}

	private String criticalName() {
		return "CRITICAL_" + this.method.function().name();
	}

	private String handleName() {
		return "CALL_" + this.method.function().name();
	}

	String text() {
		Map<String, String> values = new HashMap<>();
		values.put("returnType", this.method.returnType());
		values.put("name", this.method.name());
		values.put("parameters", parameters());
		values.put("index", String.valueOf(this.index));
		values.put("arguments", this.method.names().stream().map((name) -> ", " + name).collect(Collectors.joining()));
		values.put("return", isVoid() ? "" : "return ");
		Stream.of("frame", "function", "ex").forEach((local) -> values.put(local, this.locals.name(local)));
		if (!isDirect()) {
			return Template.fill(GENERAL, values);
		}
		values.put("memory", usesMemory() ? "			RelibMemory %s = %s.memory();\n"
			.formatted(this.locals.name("memory"), this.locals.name("frame")) : "");
		values.put("critical",
				this.method.critical() ? "			boolean %s = %s != null && %s != 0 && %s.critical();\n".formatted(
						this.locals.name("critical"), criticalName(), this.locals.name("function"),
						this.locals.name("frame")) : "");
		values.put("endCall", isVoid() ? "\n				return;" : "");
		values.put("prepare", prepare());
		values.put("invoke", invoke());
		values.put("error", this.method.function().error().isPresent() ? this.locals.name("error") : "0");
		values.put("result", result());
		return Template.fill(DIRECT, values);
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
		String declared = this.arguments.stream().map(ExportArgument::locals).collect(Collectors.joining());
		String prepared = this.arguments.stream().map(ExportArgument::prepared).collect(Collectors.joining());
		return prepared.isEmpty() ? ""
				: declared + PREPARED.formatted(prepared, this.locals.name("refused"), this.locals.name("function"));
	}

	private String invoke() {
		String error = "";
		List<String> values = new ArrayList<>(
				List.of(this.locals.name("function"), this.locals.name("frame") + ".outcome()"));
		if (this.method.function().error().isPresent()) {
			values.add(this.locals.name("error"));
			error = "			long %s = %s.word();\n".formatted(this.locals.name("error"),
					this.locals.name("memory"));
		}
		List<String> critical = new ArrayList<>(values);
		this.arguments.forEach((argument) -> {
			values.addAll(argument.machine());
			critical.addAll(argument.critical());
		});
		String type = isOwned() ? "long" : MachineValue.javaType(this.method.returned());
		String cast = isVoid() ? "" : "(" + type + ") ";
		String call = cast + invoked(handleName(), values);
		String kept = isVoid() ? "" : type + " " + this.locals.name("returned") + " = ";
		if (!this.method.critical()) {
			return error + "			" + kept + call + ";\n";
		}
		String tested = this.locals.name("critical");
		String criticalCall = cast + invoked(criticalName(), critical);
		return isVoid()
				? "			if (%s) {\n				%s;\n			}\n			else {\n				%s;\n			}\n"
					.formatted(tested, criticalCall, call)
				: "			%s%s ? %s : %s;\n".formatted(kept, tested, criticalCall, call);
	}

	private static String invoked(String handle, List<String> values) {
		return handle + ".invokeExact(" + String.join(", ", values) + ")";
	}

	private String result() {
		if (isVoid()) {
			return "";
		}
		JavaValue value = this.method.returned();
		String returned = this.locals.name("returned");
		if (isOwned()) {
			String result = this.locals.name("result");
			String memory = this.locals.name("memory");
			return OWNED.formatted(value.java(), result, this.methods.read(value, memory, returned),
					this.locals.name("refused"), this.locals.name("frame"), this.index, returned, inOptional(result),
					memory);
		}
		String result = "return " + inOptional(MachineValue.toJava(value, returned, this.enums)) + ";\n";
		return MachineValue.mayBeRefused(value)
				? READ.formatted(result, this.locals.name("refused"), this.locals.name("frame"), this.index, returned)
				: "			" + result;
	}

	private String inOptional(String expression) {
		String type = this.method.returnType().replaceFirst("<.*", "").replaceFirst(".*\\.", "");
		return this.method.isOptional() ? type + ".of(" + expression + ")" : expression;
	}

}
