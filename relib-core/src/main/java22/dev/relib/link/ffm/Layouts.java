// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.link.StructType;

/**
 * How the JDK describes machine types.
 */
final class Layouts {

	private static final GroupLayout SLICE = MemoryLayout.structLayout(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);

	private Layouts() {
	}

	static MemoryLayout of(Class<?> type) {
		if (type.isArray()) {
			return ValueLayout.ADDRESS;
		}
		if (type == byte.class) {
			return ValueLayout.JAVA_BYTE;
		}
		if (type == short.class) {
			return ValueLayout.JAVA_SHORT;
		}
		if (type == int.class) {
			return ValueLayout.JAVA_INT;
		}
		if (type == float.class) {
			return ValueLayout.JAVA_FLOAT;
		}
		return (type == double.class) ? ValueLayout.JAVA_DOUBLE : ValueLayout.JAVA_LONG;
	}

	static MemoryLayout of(PassedType type) {
		if (type instanceof StructType struct) {
			return of(struct);
		}
		return (type == MachineType.SLICE) ? SLICE : of(type.javaType());
	}

	/**
	 * Tells whether the JDK has a layout for a type: a structure is aligned as its
	 * members are.
	 */
	static boolean has(PassedType type) {
		return !(type instanceof StructType struct) || struct.members().stream().allMatch(Layouts::has)
				&& struct.members().stream().anyMatch((member) -> member.alignment() == struct.alignment());
	}

	private static GroupLayout of(StructType struct) {
		List<MemoryLayout> members = new ArrayList<>();
		long end = 0;
		for (int i = 0; i < struct.members().size(); i++) {
			PassedType member = struct.members().get(i);
			pad(members, struct.offset(i) - end);
			members.add(of(member));
			end = struct.offset(i) + member.size();
		}
		pad(members, struct.size() - end);
		return MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
	}

	private static void pad(List<MemoryLayout> members, long size) {
		if (size > 0) {
			members.add(MemoryLayout.paddingLayout(size));
		}
	}

}
