/* SPDX-License-Identifier: Apache-2.0 */
#include "frame_tables.h"

#include "peek.h"

#include <string.h>

/* How an address is written (Linux Standard Base, 10.5.1): its form, and what it is counted from. */
enum {
	DW_EH_PE_absptr = 0x00,
	DW_EH_PE_udata4 = 0x03,
	DW_EH_PE_udata8 = 0x04,
	DW_EH_PE_sdata4 = 0x0b,
	DW_EH_PE_sdata8 = 0x0c,
	DW_EH_PE_pcrel = 0x10,
	DW_EH_PE_datarel = 0x30,
	DW_EH_PE_indirect = 0x80
};

#define FORM 0x0f
#define COUNTED_FROM 0x70

uint64_t take(struct bytes *bytes, size_t size)
{
	uint64_t value = 0;
	if ((size_t)(bytes->end - bytes->at) < size) {
		bytes->failed = true;
		bytes->at = bytes->end;
		return 0;
	}
	memcpy(&value, bytes->at, size); /* both machines are little-endian */
	bytes->at += size;
	return value;
}

static uint64_t take_number(struct bytes *bytes, bool is_signed)
{
	uint64_t value = 0;
	unsigned shift = 0;
	uint64_t part;
	do {
		part = take(bytes, 1);
		value |= shift < 64 ? (part & 0x7f) << shift : 0;
		shift += 7;
	} while ((part & 0x80) != 0);
	return is_signed && shift < 64 && (part & 0x40) != 0 ? value | ~(uint64_t)0 << shift : value;
}

void skip(struct bytes *bytes, uint64_t size)
{
	bytes->failed |= size > (uint64_t)(bytes->end - bytes->at);
	bytes->at = bytes->failed ? bytes->end : bytes->at + size;
}

int64_t take_signed(struct bytes *bytes)
{
	return (int64_t)take_number(bytes, true);
}

uint64_t take_unsigned(struct bytes *bytes)
{
	return take_number(bytes, false);
}

/* An address of code: absolute, or counted from where it stands. */
static uintptr_t take_address(struct bytes *bytes, unsigned encoding, bool is_length)
{
	uintptr_t here = (encoding & COUNTED_FROM) == DW_EH_PE_pcrel && !is_length ? (uintptr_t)bytes->at + bytes->moved : 0;
	bytes->failed |= (encoding & DW_EH_PE_indirect) != 0 ||
					 ((encoding & COUNTED_FROM) != DW_EH_PE_absptr && (encoding & COUNTED_FROM) != DW_EH_PE_pcrel);
	switch (encoding & FORM) {
	case DW_EH_PE_absptr:
	case DW_EH_PE_udata8:
	case DW_EH_PE_sdata8:
		return here + take(bytes, 8);
	case DW_EH_PE_udata4:
		return here + (uint32_t)take(bytes, 4);
	case DW_EH_PE_sdata4:
		return here + (uintptr_t)(int64_t)(int32_t)(uint32_t)take(bytes, 4);
	default:
		bytes->failed = true;
		return 0;
	}
}

/* An entry of the table without its length. */
static bool copy_entry(struct bytes *bytes, unsigned char room[LONGEST_ENTRY], uintptr_t address)
{
	uint32_t length;
	if (memory_copy(&length, address, sizeof(length)) != sizeof(length) || length < 8 || length > LONGEST_ENTRY ||
		memory_copy(room, address + sizeof(length), length) != length) {
		return false;
	}
	*bytes = (struct bytes){room, room + length, address + sizeof(length) - (uintptr_t)room, false};
	return true;
}

/* The part that functions share. Returns how addresses are written. */
static unsigned read_shared(struct bytes *bytes, struct entry *entry, bool *has_size,
							 uint64_t return_register)
{
	unsigned encoding = 0;
	bytes->failed |= take(bytes, 4) != 0;
	uint64_t version = take(bytes, 1);
	const char *letters = (const char *)bytes->at;
	while (take(bytes, 1) != 0) {
	}
	entry->code_unit = take_unsigned(bytes);
	entry->data_unit = take_signed(bytes);
	bytes->failed |= (version == 1 ? take(bytes, 1) : take_unsigned(bytes)) != return_register;
	*has_size = !bytes->failed && *letters == 'z';
	if (*has_size) {
		take_unsigned(bytes);
	}
	for (letters += *has_size; !bytes->failed && *letters != '\0'; letters++) {
		switch (*letters) {
		case 'R':
			encoding = (unsigned)take(bytes, 1);
			break;
		case 'L':
			take(bytes, 1);
			break;
		case 'P': {
			unsigned personality = (unsigned)take(bytes, 1) & FORM;
			skip(bytes, personality == DW_EH_PE_udata4 || personality == DW_EH_PE_sdata4 ? 4 : 8);
			break;
		}
		case 'B': /* return addresses are signed, which is taken off below */
			break;
		default: /* 'S': a signal's frame has registers at places that only expressions tell */
			bytes->failed = true;
		}
	}
	entry->initial = *bytes;
	return encoding;
}

static uintptr_t find_entry(const struct image *image, uintptr_t counter)
{
	struct {
		unsigned char version, pointer, number, table;
		int32_t begin;
		uint32_t count;
	} header;
	struct {
		int32_t counter, entry;
	} line = {0, 0};
	uintptr_t base = image->frames;
	if (base == 0 || memory_copy(&header, base, sizeof(header)) != sizeof(header) || header.version != 1 ||
		(header.pointer & FORM) != DW_EH_PE_sdata4 || header.number != DW_EH_PE_udata4 ||
		header.table != (DW_EH_PE_datarel | DW_EH_PE_sdata4)) {
		return 0;
	}
	size_t low = 0;
	size_t high = header.count;
	uintptr_t found = 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (memory_copy(&line, base + sizeof(header) + middle * sizeof(line), sizeof(line)) != sizeof(line)) {
			return 0;
		}
		if (base + (uintptr_t)(intptr_t)line.counter <= counter) {
			found = base + (uintptr_t)(intptr_t)line.entry;
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return found;
}

bool read_entry(struct entry *entry, struct room *room, const struct image *image, uintptr_t counter,
				uint64_t return_register)
{
	uintptr_t address = find_entry(image, counter);
	struct bytes shared;
	bool has_size;
	if (address == 0 || !copy_entry(&entry->program, room->entry, address)) {
		return false;
	}
	uintptr_t field = address + 4;
	if (!copy_entry(&shared, room->shared, field - (uint32_t)take(&entry->program, 4))) {
		return false;
	}
	unsigned encoding = read_shared(&shared, entry, &has_size, return_register);
	entry->begin = take_address(&entry->program, encoding, false);
	entry->end = entry->begin + take_address(&entry->program, encoding, true);
	if (has_size) {
		skip(&entry->program, take_unsigned(&entry->program));
	}
	return !shared.failed && !entry->program.failed && counter >= entry->begin && counter < entry->end;
}
