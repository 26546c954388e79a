// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.List;

import dev.relib.contract.RecordType;
import dev.relib.processor.reader.JavaValue;

/**
 * How an argument of an import crosses.
 *
 * @param machine the parameters that native code passes
 * @param declaration declares what {@code read} assigns
 * @param read makes a Java value, empty for one that none has to be made of
 * @param value the Java value
 * @param usesMemory whether it is read from memory
 */
record ImportArgument(List<String> machine, String declaration, String read, String value, boolean usesMemory) {

	/** Makes the argument of a parameter. */
	static ImportArgument of(JavaValue value, String name, LocalNames locals, ValueMethods methods, JavaEnums enums) {
		if (MachineValue.isDirect(value) && !MachineValue.mayBeRefused(value)) {
			return new ImportArgument(List.of(MachineValue.javaType(value) + " " + name), "", "",
					MachineValue.toJava(value, name, enums), false);
		}
		String memory = locals.name("memory");
		String declaration = "			%s %s;\n".formatted(value.java(), name);
		if (MachineValue.isDirect(value)) {
			String local = locals.name(name + "Value");
			return new ImportArgument(List.of(MachineValue.javaType(value) + " " + local), declaration,
					assignment(name, MachineValue.toJava(value, local, enums)), name, false);
		}
		String address = locals.name(name + "Address");
		if (value.type() instanceof RecordType) {
			return new ImportArgument(List.of("long " + address), declaration,
					assignment(name, methods.read(value, memory, "%s.present(%s)".formatted(memory, address))), name,
					true);
		}
		String length = locals.name(name + "Length");
		String checked = "%s.length(%s, %s)".formatted(memory, address, length);
		return new ImportArgument(List.of("long " + address, "long " + length), declaration,
				assignment(name, methods.read(value, memory, address, checked)), name, true);
	}

	private static String assignment(String local, String expression) {
		return "				%s = %s;\n".formatted(local, expression);
	}

}
