// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.processor.reader.JavaValue;

/**
 * The methods of one class that write records and lists into native memory and read them.
 * What can not cross ends them with any exception.
 */
final class ValueMethods {

	private static final String WRITE_RECORD = """
				private static void write(RelibMemory memory, long at, %s value) {
			%s	}

			""";

	private static final String WRITE_LIST = """
				private static long write(RelibMemory memory, %s[] elements) {
					long begin = memory.take(elements.length, %d);
					for (int i = 0; i < elements.length; i++) {
			%s		}
					return begin;
				}

			""";

	private static final String READ_RECORD = """
				private static %1$s %2$s(RelibMemory memory, long at) {
					return new %1$s(%3$s);
				}

			""";

	private static final String READ_LIST = """
				private static java.util.List<%1$s> %2$s(RelibMemory memory, long begin, int length) {
					%1$s[] elements = new %1$s[length];
					for (int i = 0; i < elements.length; i++) {
						elements[i] = %3$s;
					}
					return java.util.List.of(elements);
				}

			""";

	private final JavaEnums enums;

	/** By what they do; a place is taken before the methods that a method calls. */
	private final Map<String, String> methods = new LinkedHashMap<>();

	private final Map<String, String> readers = new LinkedHashMap<>();

	ValueMethods(JavaEnums enums) {
		this.enums = enums;
	}

	/** Declares all methods that were asked for. */
	String text() {
		return String.join("", this.methods.values());
	}

	/**
	 * Writes a record or the elements of a list.
	 * @return the statement or expression, which takes the place of a record as well
	 */
	String write(JavaValue value, String at, String expression) {
		if (value.type() instanceof RecordType composed) {
			declare("write " + value.java(), () -> WRITE_RECORD.formatted(value.java(), components(value, composed)));
			return "write(memory, " + at + ", " + expression + ")";
		}
		JavaValue element = value.parts().get(0).value();
		declare("write all " + element.java(),
				() -> WRITE_LIST.formatted(element.java(), NativeLayout.size(element.type()),
						put(element, "begin + %dL * i".formatted(NativeLayout.size(element.type())), "elements[i]", "")
							.replaceAll("(?m)^", "	")));
		return "write(memory, " + expression + ")";
	}

	private void declare(String key, Supplier<String> text) {
		if (this.methods.putIfAbsent(key, "") == null) {
			this.methods.put(key, text.get());
		}
	}

	private String components(JavaValue value, RecordType composed) {
		return IntStream.range(0, value.parts().size())
			.mapToObj((i) -> put(value.parts().get(i).value(), place(NativeLayout.offset(composed, i)),
					"value." + value.parts().get(i).name() + "()", String.valueOf(i)))
			.collect(Collectors.joining());
	}

	private static String place(int offset) {
		return (offset > 0) ? "at + " + offset : "at";
	}

	/** Writes a value where it stands. */
	private String put(JavaValue value, String at, String expression, String local) {
		if (MachineValue.isDirect(value)) {
			return "		memory.put%s(%s, %s);\n".formatted(kind(value), at, MachineValue.of(value, expression));
		}
		if (value.type() == Sequence.STR) {
			return "		memory.putText(%s, %s);\n".formatted(at, expression);
		}
		if (value.type() instanceof RecordType) {
			return "		" + write(value, at, expression) + ";\n";
		}
		String elements = "elements" + local;
		if (value.type() instanceof ListType) {
			String type = value.parts().get(0).value().java();
			return """
							%1$s[] %2$s = %3$s.toArray(new %1$s[0]);
							memory.putSlice(%4$s, %5$s, %2$s.length);
					""".formatted(type, elements, expression, at, write(value, at, elements));
		}
		return """
						%1$s %2$s = %3$s;
						memory.putArray(%4$s, %2$s, %2$s.length);
				""".formatted(value.java(), elements, expression, at);
	}

	/** Reads a value where it stands, by a variable for memory. */
	String read(JavaValue value, String memory, String at) {
		if (MachineValue.isDirect(value)) {
			return MachineValue.toJava(value, "%s.get%s(%s)".formatted(memory, kind(value), at), this.enums);
		}
		return (value.type() instanceof RecordType composed)
				? "%s(%s, %s)".formatted(reader(value, (name) -> record(value, composed, name)), memory, at)
				: read(value, memory, "%s.getLong(%s)".formatted(memory, at), "%s.length(%s)".formatted(memory, at));
	}

	/** Reads a run of elements. */
	String read(JavaValue value, String memory, String address, String length) {
		if (value.type() == Sequence.STR) {
			return "%s.getText(%s, %s)".formatted(memory, address, length);
		}
		if (value.java().equals("java.nio.ByteBuffer")) {
			return "%s.getBuffer(%s, %s)".formatted(memory, address, length);
		}
		if (value.type() instanceof ListType) {
			return "%s(%s, %s, %s)".formatted(reader(value, (name) -> list(value.parts().get(0).value(), name)), memory,
					address, length);
		}
		return "%s.fill(%s, new %s[%s])".formatted(memory, address, value.java().replace("[]", ""), length);
	}

	private String reader(JavaValue value, UnaryOperator<String> text) {
		String name = this.readers.computeIfAbsent(value.java(), (java) -> "read" + this.readers.size());
		declare(name, () -> text.apply(name));
		return name;
	}

	private String record(JavaValue value, RecordType composed, String name) {
		return READ_RECORD.formatted(value.java(), name, IntStream.range(0, value.parts().size())
			.mapToObj((i) -> read(value.parts().get(i).value(), "memory", place(NativeLayout.offset(composed, i))))
			.collect(Collectors.joining(",\n				", "\n				", "")));
	}

	private String list(JavaValue element, String name) {
		return READ_LIST.formatted(element.java(), name,
				read(element, "memory", "begin + %dL * i".formatted(NativeLayout.size(element.type()))));
	}

	/** The end of the name of the methods that read and write machine values. */
	private static String kind(JavaValue value) {
		String type = (value.type() == Scalar.BOOL) ? "byte" : MachineValue.javaType(value);
		return Character.toUpperCase(type.charAt(0)) + type.substring(1);
	}

}
