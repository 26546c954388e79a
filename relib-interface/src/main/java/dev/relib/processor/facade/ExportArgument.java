// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.List;

import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Sequence;
import dev.relib.processor.reader.JavaValue;

/**
 * How an argument crosses.
 *
 * @param locals declares what {@code prepared} assigns, each with an end of its line
 * @param prepared makes the machine values, unless the argument is refused
 * @param machine the machine values
 * @param critical what crosses in Java's state in place of them
 * @param usesMemory whether it takes memory
 */
record ExportArgument(String locals, String prepared, List<String> machine, List<String> critical, boolean usesMemory) {

	/**
	 * Makes the argument of a parameter.
	 * @param critical names what tells whether arrays cross as they are; empty for never
	 */
	static ExportArgument of(JavaValue value, String name, LocalNames locals, ValueMethods methods, String critical) {
		if (MachineValue.isDirect(value)) {
			if (!MachineValue.mayBeRefused(value)) {
				List<String> itself = List.of(MachineValue.of(value, name));
				return new ExportArgument("", "", itself, itself, false);
			}
			String local = locals.name(name + "Value");
			return new ExportArgument(declaration(MachineValue.javaType(value), local),
					assignment(local, MachineValue.of(value, name)), List.of(local), List.of(local), false);
		}
		String address = locals.name(name + "Address");
		String memory = locals.name("memory");
		if (value.type() instanceof RecordType) {
			return new ExportArgument(declaration("long", address),
					assignment(address, "%s.take(1, %d)".formatted(memory, NativeLayout.size(value.type())))
							+ "					" + called(methods.write(value, address, name), memory) + ";\n",
					List.of(address), List.of(address), true);
		}
		String length = locals.name(name + "Length");
		String declared = declaration("long", address) + declaration("long", length);
		List<String> machine = List.of(address, length);
		if (!critical.isEmpty() && value.java().endsWith("[]")) {
			String prepared = assignment(length, name + ".length")
					+ assignment(address, "%s ? 0 : %s.array(%s)".formatted(critical, memory, name));
			return new ExportArgument(declared, prepared, machine, List.of(name, length), true);
		}
		return new ExportArgument(declared, sequence(value, name, address, length, memory, locals, methods), machine,
				machine, true);
	}

	private static String sequence(JavaValue value, String name, String address, String length, String memory,
			LocalNames locals, ValueMethods methods) {
		if (value.type() instanceof ListType) {
			String elements = locals.name(name + "Elements");
			String type = value.parts().get(0).value().java();
			return assignment("%1$s[] %2$s".formatted(type, elements), "%s.toArray(new %s[0])".formatted(name, type))
					+ assignment(address, called(methods.write(value, "", elements), memory))
					+ assignment(length, elements + ".length");
		}
		boolean buffer = value.java().equals("java.nio.ByteBuffer");
		if (buffer || value.type() == Sequence.STR) {
			return assignment(address, memory + (buffer ? ".buffer(" : ".text(") + name + ")")
					+ assignment(length, memory + ".length()");
		}
		return assignment(address, memory + ".array(" + name + ")") + assignment(length, name + ".length");
	}

	/** The methods are written for a variable of the name memory. */
	private static String called(String method, String memory) {
		return method.replaceFirst("\\(memory", "(" + memory);
	}

	private static String declaration(String type, String local) {
		return "			%s %s = 0;\n".formatted(type, local);
	}

	private static String assignment(String local, String expression) {
		return "					%s = %s;\n".formatted(local, expression);
	}

}
