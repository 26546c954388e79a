/* SPDX-License-Identifier: Apache-2.0 */
#include "unwind.h"

#include "frame_tables.h"
#include "peek.h"

#define REMEMBERED_ROWS 8

/* The words of the tables' programs, as the standard (DWARF 5, 7.24) and the compilers of Unix name them. */
enum {
	DW_CFA_advance_loc = 0x40, /* this and the next two: in the upper two bits, with an operand in the lower six */
	DW_CFA_offset = 0x80,
	DW_CFA_restore = 0xc0,
	DW_CFA_nop = 0x00,
	DW_CFA_advance_loc1 = 0x02,
	DW_CFA_advance_loc2 = 0x03,
	DW_CFA_advance_loc4 = 0x04,
	DW_CFA_offset_extended = 0x05,
	DW_CFA_restore_extended = 0x06,
	DW_CFA_undefined = 0x07,
	DW_CFA_same_value = 0x08,
	DW_CFA_register = 0x09,
	DW_CFA_remember_state = 0x0a,
	DW_CFA_restore_state = 0x0b,
	DW_CFA_def_cfa = 0x0c,
	DW_CFA_def_cfa_register = 0x0d,
	DW_CFA_def_cfa_offset = 0x0e,
	DW_CFA_def_cfa_expression = 0x0f,
	DW_CFA_expression = 0x10,
	DW_CFA_offset_extended_sf = 0x11,
	DW_CFA_def_cfa_sf = 0x12,
	DW_CFA_def_cfa_offset_sf = 0x13,
	DW_CFA_val_offset = 0x14,
	DW_CFA_val_offset_sf = 0x15,
	DW_CFA_val_expression = 0x16,
	DW_CFA_AARCH64_negate_ra_state = 0x2d,
	DW_CFA_GNU_args_size = 0x2e,
	DW_CFA_GNU_negative_offset_extended = 0x2f
};

#define OPERATION 0xc0
#define OPERAND 0x3f

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

/* Whether its first operand is a register. */
static bool has_register(unsigned code)
{
	switch (code) {
	case DW_CFA_offset_extended:
	case DW_CFA_restore_extended:
	case DW_CFA_undefined:
	case DW_CFA_same_value:
	case DW_CFA_register:
	case DW_CFA_def_cfa:
	case DW_CFA_def_cfa_register:
	case DW_CFA_expression:
	case DW_CFA_offset_extended_sf:
	case DW_CFA_def_cfa_sf:
	case DW_CFA_val_offset:
	case DW_CFA_val_offset_sf:
	case DW_CFA_val_expression:
	case DW_CFA_GNU_negative_offset_extended:
		return true;
	default:
		return false;
	}
}

static void run_long(struct running *running, struct bytes *bytes, unsigned code)
{
	struct row *row = running->row;
	int64_t unit = running->entry->data_unit;
	uint64_t number = 0;
	if (has_register(code)) {
		number = take_unsigned(bytes);
	}
	switch (code) {
	case DW_CFA_nop:
	case DW_CFA_AARCH64_negate_ra_state: /* signs return addresses from here on */
		break;
	case DW_CFA_advance_loc1:
		running->place += take(bytes, 1) * running->entry->code_unit;
		break;
	case DW_CFA_advance_loc2:
		running->place += take(bytes, 2) * running->entry->code_unit;
		break;
	case DW_CFA_advance_loc4:
		running->place += take(bytes, 4) * running->entry->code_unit;
		break;
	case DW_CFA_offset_extended:
		set(row, number, AT, (int64_t)take_unsigned(bytes) * unit);
		break;
	case DW_CFA_restore_extended:
		restore(running, number);
		break;
	case DW_CFA_undefined:
		set(row, number, UNDEFINED, 0);
		break;
	case DW_CFA_same_value:
		set(row, number, SAME, 0);
		break;
	case DW_CFA_register:
		set(row, number, IN, (int64_t)take_unsigned(bytes));
		break;
	case DW_CFA_remember_state:
		remember(running, bytes);
		break;
	case DW_CFA_restore_state:
		recall(running, bytes);
		break;
	case DW_CFA_def_cfa:
		set_frame(row, number, (int64_t)take_unsigned(bytes));
		break;
	case DW_CFA_def_cfa_register:
		set_frame(row, number, row->frame_offset);
		break;
	case DW_CFA_def_cfa_offset:
		row->frame_offset = (int64_t)take_unsigned(bytes);
		break;
	case DW_CFA_def_cfa_expression:
		row->frame_known = false;
		skip(bytes, take_unsigned(bytes));
		break;
	case DW_CFA_expression:
	case DW_CFA_val_expression:
		set(row, number, NOT_KNOWN, 0);
		skip(bytes, take_unsigned(bytes));
		break;
	case DW_CFA_offset_extended_sf:
		set(row, number, AT, take_signed(bytes) * unit);
		break;
	case DW_CFA_def_cfa_sf:
		set_frame(row, number, take_signed(bytes) * unit);
		break;
	case DW_CFA_def_cfa_offset_sf:
		row->frame_offset = take_signed(bytes) * unit;
		break;
	case DW_CFA_val_offset:
		set(row, number, IS, (int64_t)take_unsigned(bytes) * unit);
		break;
	case DW_CFA_val_offset_sf:
		set(row, number, IS, take_signed(bytes) * unit);
		break;
	case DW_CFA_GNU_args_size:
		take_unsigned(bytes);
		break;
	case DW_CFA_GNU_negative_offset_extended:
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
		switch (code & OPERATION) {
		case DW_CFA_advance_loc:
			running->place += (code & OPERAND) * running->entry->code_unit;
			break;
		case DW_CFA_offset:
			set(running->row, code & OPERAND, AT, (int64_t)take_unsigned(&bytes) * running->entry->data_unit);
			break;
		case DW_CFA_restore:
			restore(running, code & OPERAND);
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
