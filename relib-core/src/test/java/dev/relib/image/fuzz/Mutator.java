// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.relib.image.fuzz.Mutation.Edit;

/**
 * Generates mutations that replace numbers by hostile ones. The same seed generates the
 * same mutations.
 */
public final class Mutator {

	private static final long[] HOSTILE = { 0, 1, 2, -1, -2, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE,
			Integer.MIN_VALUE, 0xffffffffL, 0x7fffffffffffff00L, 255, 4095, 4096, 4097, 8191, 8192, 65535, 1 << 24 };

	private final byte[] content;

	private final List<Place> places;

	private final List<String> words;

	private final Random random;

	Mutator(byte[] content, List<Place> places, List<String> words, long seed) {
		this.content = content;
		this.words = words;
		this.places = places;
		this.random = new Random(seed);
	}

	Mutation next() {
		boolean cut = this.random.nextInt(12) == 0;
		List<Edit> edits = new ArrayList<>();
		for (int i = cut ? this.random.nextInt(2) : 1 + this.random.nextInt(4); i > 0; i--) {
			edits.add(edit());
		}
		return new Mutation(cut ? cut() : this.content.length, edits);
	}

	private long cut() {
		Place place = place();
		long at = switch (this.random.nextInt(3)) {
			case 0 -> this.random.nextInt(this.content.length);
			case 1 -> place.offset() + this.random.nextInt(32) - 8;
			default -> place.offset() + place.length() - this.random.nextInt(9);
		};
		return Math.max(0, Math.min(at, this.content.length));
	}

	private Place place() {
		return this.places.get(this.random.nextInt(this.places.size()));
	}

	private Edit edit() {
		Place place = place();
		long reach = Math.min(place.length(), this.random.nextInt(3) == 0 ? Long.MAX_VALUE : 128);
		long at = place.offset() + (long) (this.random.nextDouble() * reach);
		if (!this.words.isEmpty() && this.random.nextInt(4) != 0) {
			String word = this.words.get(this.random.nextInt(this.words.size()));
			return new Edit(at, word.getBytes(StandardCharsets.UTF_8));
		}
		return switch (this.random.nextInt(8)) {
			case 0 -> new Edit(at, new byte[] { (byte) (original(at) ^ 1 << this.random.nextInt(8)) });
			case 1 -> new Edit(at, new byte[] { (byte) this.random.nextInt() });
			case 2 -> block(at);
			default -> number(at);
		};
	}

	private byte original(long at) {
		return this.content[(int) Math.max(0, Math.min(at, this.content.length - 1))];
	}

	private Edit number(long at) {
		int size = List.of(2, 4, 8, 8).get(this.random.nextInt(4));
		long value = switch (this.random.nextInt(5)) {
			case 0 -> this.content.length + this.random.nextInt(17) - 8;
			case 1 -> place().offset() + this.random.nextInt(9) - 4;
			case 2 -> this.random.nextLong() >>> this.random.nextInt(64);
			default -> HOSTILE[this.random.nextInt(HOSTILE.length)];
		};
		long aligned = (this.random.nextInt(4) == 0) ? at : at & -size;
		byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value).array();
		return new Edit(aligned, Arrays.copyOf(bytes, size));
	}

	/** Copies bytes from another place of the file. */
	private Edit block(long at) {
		int length = Math.min(this.content.length, 8 << this.random.nextInt(4));
		int from = (int) Math.max(0, Math.min(place().offset(), this.content.length - length));
		return new Edit(at, Arrays.copyOfRange(this.content, from, from + length));
	}

	/**
	 * A part of a file that contains numbers.
	 *
	 * @param offset where it begins
	 * @param length how long it is
	 */
	public record Place(long offset, long length) {

	}

}
