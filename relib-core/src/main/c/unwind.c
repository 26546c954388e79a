/* SPDX-License-Identifier: Apache-2.0 */
#include "unwind.h"

#include "frame_tables.h"
#include "peek.h"

#define REMEMBERED_ROWS 8

enum how { SAME, UNDEFINED, AT, IS, IN, NOT_KNOWN };

/* How to get the caller's registers, at one instruction. */
struct row {
	uint64_t frame_register;
	int64_t frame_offset;
	bool frame_known;
	struct {
		enum how how;
		int64_t value;
	} rules[UNWIND_REGISTERS];
};

static void set(struct row *row, uint64_t number, enum how how, int64_t value)
{
	if (number < UNWIND_REGISTERS) { /* the others hold no addresses */
		row->rules[number].how = how;
		row->rules[number].value = value;
	}
}

static void set_frame(struct row *row, uint64_t number, int64_t offset)
{
	row->frame_register = number;
	row->frame_offset = offset;
	row->frame_known = number < UNWIND_REGISTERS;
}

struct running {
	const struct entry *entry;
	struct row *row;
	const struct row *initial;
	struct row remembered[REMEMBERED_ROWS];
	size_t remembered_count;
	uintptr_t place;
};

static void restore(struct running *running, uint64_t number)
{
	if (number < UNWIND_REGISTERS) {
		running->row->rules[number] = running->initial->rules[number];
	}
}

static void remember(struct running *running, struct bytes *bytes)
{
	if (running->remembered_count < REMEMBERED_ROWS) {
		running->remembered[running->remembered_count++] = *running->row;
	} else {
		bytes->failed = true;
	}
}

static void recall(struct running *running, struct bytes *bytes)
{
	if (running->remembered_count > 0) {
		*running->row = running->remembered[--running->remembered_count];
	} else {
		bytes->failed = true;
	}
}

static void run_long(struct running *running, struct bytes *bytes, unsigned code)
{
	struct row *row = running->row;
	int64_t unit = running->entry->data_unit;
	uint64_t number = 0;
	if ((code >= 0x05 && code <= 0x09) || (code >= 0x10 && code <= 0x12) || (code >= 0x14 && code <= 0x16) ||
		code == 0x0c || code == 0x0d || code == 0x2f) {
		number = take_unsigned(bytes);
	}
	switch (code) {
	case 0x00:
	case 0x2d: /* signs return addresses from here on */
		break;
	case 0x02:
		running->place += take(bytes, 1) * running->entry->code_unit;
		break;
	case 0x03:
		running->place += take(bytes, 2) * running->entry->code_unit;
		break;
	case 0x04:
		running->place += take(bytes, 4) * running->entry->code_unit;
		break;
	case 0x05:
		set(row, number, AT, (int64_t)take_unsigned(bytes) * unit);
		break;
	case 0x06:
		restore(running, number);
		break;
	case 0x07:
		set(row, number, UNDEFINED, 0);
		break;
	case 0x08:
		set(row, number, SAME, 0);
		break;
	case 0x09:
		set(row, number, IN, (int64_t)take_unsigned(bytes));
		break;
	case 0x0a:
		remember(running, bytes);
		break;
	case 0x0b:
		recall(running, bytes);
		break;
	case 0x0c:
		set_frame(row, number, (int64_t)take_unsigned(bytes));
		break;
	case 0x0d:
		set_frame(row, number, row->frame_offset);
		break;
	case 0x0e:
		row->frame_offset = (int64_t)take_unsigned(bytes);
		break;
	case 0x0f: /* an expression */
		row->frame_known = false;
		skip(bytes, take_unsigned(bytes));
		break;
	case 0x10:
	case 0x16:
		set(row, number, NOT_KNOWN, 0);
		skip(bytes, take_unsigned(bytes));
		break;
	case 0x11:
		set(row, number, AT, take_signed(bytes) * unit);
		break;
	case 0x12:
		set_frame(row, number, take_signed(bytes) * unit);
		break;
	case 0x13:
		row->frame_offset = take_signed(bytes) * unit;
		break;
	case 0x14:
		set(row, number, IS, (int64_t)take_unsigned(bytes) * unit);
		break;
	case 0x15:
		set(row, number, IS, take_signed(bytes) * unit);
		break;
	case 0x2e:
		take_unsigned(bytes);
		break;
	case 0x2f:
		set(row, number, AT, -(int64_t)take_unsigned(bytes) * unit);
		break;
	default:
		bytes->failed = true;
	}
}

/* Returns false if it has not understood a word. */
static bool run(struct running *running, struct bytes bytes, uintptr_t counter)
{
	while (!bytes.failed && bytes.at < bytes.end && running->place <= counter) {
		unsigned code = (unsigned)take(&bytes, 1);
		switch (code & 0xc0) {
		case 0x40:
			running->place += (code & 0x3f) * running->entry->code_unit;
			break;
		case 0x80:
			set(running->row, code & 0x3f, AT, (int64_t)take_unsigned(&bytes) * running->entry->data_unit);
			break;
		case 0xc0:
			restore(running, code & 0x3f);
			break;
		default:
			run_long(running, &bytes, code);
		}
	}
	return !bytes.failed;
}

static bool find_row(const struct image *images, uintptr_t counter, struct row *row)
{
	struct room room;
	struct entry entry = {.begin = 0};
	struct row initial = {.frame_known = false};
	const struct image *image = images_at(images, counter);
	if (image == NULL || !read_entry(&entry, &room, image, counter, UNWIND_RETURN)) {
		return false;
	}
	struct running running = {.entry = &entry, .row = row, .initial = &initial, .place = entry.begin};
	*row = initial;
	if (!run(&running, entry.initial, counter)) {
		return false;
	}
	initial = *row;
	return run(&running, entry.program, counter) && row->frame_known;
}

/* A return address may be signed on machines of ARM. */
static uintptr_t plain_address(uintptr_t address)
{
#if defined(__aarch64__)
	register uintptr_t x30 __asm__("x30") = address;
	__asm__("hint #7" : "+r"(x30)); /* xpaclri; nothing on machines without */
	return x30;
#else
	return address;
#endif
}

bool unwind_step(const struct image *images, struct registers *registers, bool innermost)
{
	struct row row;
	struct registers caller = *registers;
	if (!find_row(images, registers->counter - !innermost, &row)) {
		return false;
	}
	uintptr_t frame = registers->values[row.frame_register] + (uintptr_t)row.frame_offset;
	caller.values[UNWIND_STACK] = frame;
	for (size_t i = 0; i < UNWIND_REGISTERS; i++) {
		int64_t value = row.rules[i].value;
		switch (row.rules[i].how) {
		case AT:
			if (memory_copy(&caller.values[i], frame + (uintptr_t)value, sizeof(uintptr_t)) != sizeof(uintptr_t)) {
				return false;
			}
			break;
		case IS:
			caller.values[i] = frame + (uintptr_t)value;
			break;
		case IN:
			if (value < 0 || value >= UNWIND_REGISTERS) {
				return false;
			}
			caller.values[i] = registers->values[value];
			break;
		case UNDEFINED:
		case NOT_KNOWN:
			if (i == UNWIND_RETURN) {
				return false;
			}
			caller.values[i] = 0;
			break;
		default:
			break;
		}
	}
	caller.counter = plain_address(caller.values[UNWIND_RETURN]);
	*registers = caller;
	return true;
}
