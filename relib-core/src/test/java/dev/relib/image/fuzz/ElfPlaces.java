// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import dev.relib.image.fuzz.Mutator.Place;

/**
 * Finds the numbers in a well-formed ELF library.
 */
final class ElfPlaces {

	private final ByteBuffer content;

	private final List<Place> places = new ArrayList<>();

	private ElfPlaces(byte[] content) {
		this.content = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
	}

	static List<Place> of(byte[] content) {
		ElfPlaces places = new ElfPlaces(content);
		places.find();
		return places.places;
	}

	private void find() {
		int headers = (int) this.content.getLong(32);
		int count = this.content.getShort(56);
		add(0, 64);
		add(0, this.content.limit());
		add(headers, 56L * count);
		add(this.content.getLong(40), 64L * this.content.getShort(60));
		for (int i = 0; i < count; i++) {
			int at = headers + i * 56;
			int type = this.content.getInt(at);
			if (type == 2) {
				dynamic(headers, count, this.content.getLong(at + 8), this.content.getLong(at + 32));
			}
			if (type == 4 || type == 7) {
				add(this.content.getLong(at + 8), this.content.getLong(at + 32));
			}
			if (type == 1 && (this.content.getInt(at + 4) & 2) != 0) {
				add(this.content.getLong(at + 8), this.content.getLong(at + 32));
			}
		}
	}

	/**
	 * Repeats the parts that the loader reads, which makes their mutation more likely.
	 */
	private void dynamic(int headers, int count, long offset, long size) {
		add(offset, size);
		add(offset, size);
		add(offset, size);
		for (long at = offset; at < offset + size; at += 16) {
			long value = this.content.getLong((int) at + 8);
			for (int i = 0; i < count; i++) {
				long distance = value - this.content.getLong(headers + i * 56 + 16);
				long length = this.content.getLong(headers + i * 56 + 32);
				if (this.content.getInt(headers + i * 56) == 1 && distance > 0 && distance < length) {
					add(this.content.getLong(headers + i * 56 + 8) + distance, Math.min(4096, length - distance));
				}
			}
		}
	}

	private void add(long offset, long length) {
		if (length > 0 && offset >= 0 && offset < this.content.limit()) {
			this.places.add(new Place(offset, Math.min(length, this.content.limit() - offset)));
		}
	}

}
