// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of a file. Its text is a recipe that repeats the change.
 *
 * @param length the bytes of the file that remain
 * @param edits the edits that are applied then, as far as they are in the file
 */
public record Mutation(long length, List<Edit> edits) {

	/** Reads a recipe, for example {@code 5000 40:ffff 10:00}. */
	public static Mutation of(String recipe) {
		String[] words = recipe.split(" ");
		return new Mutation(Long.parseLong(words[0]), Stream.of(words).skip(1).map(Edit::of).toList());
	}

	/** Applies the mutation to a file. */
	void apply(FileChannel file) throws IOException {
		file.truncate(this.length);
		for (Edit edit : this.edits) {
			int fitting = (int) Math.max(0, Math.min(edit.bytes().length, this.length - edit.offset()));
			file.write(ByteBuffer.wrap(edit.bytes(), 0, fitting), edit.offset());
		}
	}

	/** Applies the mutation to bytes. */
	public byte[] apply(byte[] content) {
		byte[] mutated = Arrays.copyOf(content, (int) this.length);
		for (Edit edit : this.edits) {
			int fitting = (int) Math.max(0, Math.min(edit.bytes().length, this.length - edit.offset()));
			System.arraycopy(edit.bytes(), 0, mutated, (int) Math.min(edit.offset(), this.length), fitting);
		}
		return mutated;
	}

	/** Restores the file. */
	void revert(FileChannel file, byte[] content) throws IOException {
		for (Edit edit : this.edits) {
			int fitting = (int) Math.max(0, Math.min(edit.bytes().length, content.length - edit.offset()));
			file.write(ByteBuffer.wrap(content, (int) Math.min(edit.offset(), content.length), fitting), edit.offset());
		}
		file.write(ByteBuffer.wrap(content, (int) this.length, (int) (content.length - this.length)), this.length);
	}

	@Override
	public String toString() {
		return this.length + this.edits.stream().map((edit) -> " " + edit).collect(Collectors.joining());
	}

	/**
	 * Bytes that replace others.
	 *
	 * @param offset where they go
	 * @param bytes the bytes
	 */
	public record Edit(long offset, byte[] bytes) {

		private static Edit of(String text) {
			int colon = text.indexOf(':');
			return new Edit(Long.parseLong(text, 0, colon, 16), HexFormat.of().parseHex(text.substring(colon + 1)));
		}

		@Override
		public String toString() {
			return Long.toHexString(this.offset) + ":" + HexFormat.of().formatHex(this.bytes);
		}

	}

}
