// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.util.List;

/**
 * A structure of C. Passed by value it is one Java value, the address of its bytes, which
 * the callee gets a copy of. An array inside a structure has the layout of as many
 * members.
 *
 * @param members its members, in order, at least one
 * @param leastAlignment the alignment that it has at least
 */
public record StructType(List<PassedType> members, int leastAlignment) implements PassedType {

	/** An integer of 128 bits: two words at an address that 16 divides. */
	public static final StructType INT128 = new StructType(List.of(MachineType.LONG, MachineType.LONG), 16);

	/**
	 * Creates a structure.
	 * @throws IllegalArgumentException if it has no members, or one without a size
	 */
	public StructType {
		members = List.copyOf(members);
		if (members.isEmpty() || members.contains(MachineType.VOID)) {
			throw new IllegalArgumentException("no structure of C: " + members);
		}
	}

	/**
	 * Creates a structure that is aligned as its members are.
	 * @param members its members
	 */
	public StructType(List<PassedType> members) {
		this(members, 1);
	}

	/**
	 * Where a member stands.
	 * @param member its index
	 * @return its distance from the structure's begin
	 */
	public int offset(int member) {
		return align(end(member), this.members.get(member).alignment());
	}

	/** Where the members before one end. */
	private int end(int member) {
		int end = 0;
		for (PassedType type : this.members.subList(0, member)) {
			end = align(end, type.alignment()) + type.size();
		}
		return end;
	}

	@Override
	public int size() {
		return align(end(this.members.size()), alignment());
	}

	@Override
	public int alignment() {
		return Math.max(this.leastAlignment, this.members.stream().mapToInt(PassedType::alignment).max().orElseThrow());
	}

	private static int align(int offset, int alignment) {
		return Math.addExact(offset, alignment - 1) & -alignment;
	}

	@Override
	public Class<?> javaType() {
		return long.class;
	}

	@Override
	public int valueCount() {
		return 1;
	}

	@Override
	public Long zero() {
		return 0L;
	}

}
