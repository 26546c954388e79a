/*
 * Values that cross between module and host.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

const relib_type relib_type_string = RELIB_SEQUENCE_TYPE(relib_string, char, NULL);
const relib_type relib_type_buffer = RELIB_SEQUENCE_TYPE(relib_buffer, uint8_t, NULL);
const relib_type relib_type_i16_array = RELIB_SEQUENCE_TYPE(relib_i16_array, int16_t, NULL);
const relib_type relib_type_i32_array = RELIB_SEQUENCE_TYPE(relib_i32_array, int32_t, NULL);
const relib_type relib_type_i64_array = RELIB_SEQUENCE_TYPE(relib_i64_array, int64_t, NULL);
const relib_type relib_type_f32_array = RELIB_SEQUENCE_TYPE(relib_f32_array, float, NULL);
const relib_type relib_type_f64_array = RELIB_SEQUENCE_TYPE(relib_f64_array, double, NULL);
const relib_type relib_type_string_list = RELIB_SEQUENCE_TYPE(relib_string_list, relib_string, &relib_type_string);

/* Every sequence looks like this. Read and written as bytes, since its real type is another. */
typedef struct sequence {
	char *ptr;
	size_t len;
} sequence;

static sequence sequence_in(const void *value)
{
	sequence read;
	memcpy(&read, value, sizeof(read));
	return read;
}

static const relib_part *end_of(const relib_type *type)
{
	return type->part_count != 0 ? type->parts + type->part_count : type->parts;
}

void relib_value_free(const relib_type *type, void *value)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		relib_value_free(part->type, (char *)value + part->offset);
	}
	if (type->element_size != 0) {
		sequence given = sequence_in(value);
		/* A null pointer with a length is refused by the host, which gives it back. */
		for (size_t i = 0; type->element != NULL && given.ptr != NULL && i < given.len; i++) {
			relib_value_free(type->element, given.ptr + i * type->element_size);
		}
		free(given.ptr);
		memset(value, 0, sizeof(given));
	}
}

/* Makes all sequences of a value empty, and frees nothing. */
static void disown(const relib_type *type, void *value)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		disown(part->type, (char *)value + part->offset);
	}
	if (type->element_size != 0) {
		memset(value, 0, sizeof(sequence));
	}
}

static bool copy_elements(const relib_type *type, void *to, sequence from);

/* Copies the elements of a value's sequences into a value whose sequences are empty; it owns them, after a failure too. */
static bool copy_behind(const relib_type *type, void *to, const void *from)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		if (!copy_behind(part->type, (char *)to + part->offset, (const char *)from + part->offset)) {
			return false;
		}
	}
	return type->element_size == 0 || copy_elements(type, to, sequence_in(from));
}

/* Returns false, and *to owns nothing, when memory is short. */
static bool copy(const relib_type *type, void *to, const void *from)
{
	memcpy(to, from, type->size);
	disown(type, to);
	bool copied = copy_behind(type, to, from);
	if (!copied) {
		relib_value_free(type, to);
	}
	return copied;
}

static bool copy_elements(const relib_type *type, void *to, sequence from)
{
	if (from.len == 0) {
		return true;
	}
	size_t size = 0;
	if (__builtin_mul_overflow(from.len, type->element_size, &size)) {
		return false;
	}
	/* Elements that are not reached are empty. */
	sequence made = {type->element == NULL ? malloc(size) : calloc(1, size), from.len};
	if (made.ptr == NULL) {
		return false;
	}
	memcpy(to, &made, sizeof(made));
	if (type->element == NULL) {
		memcpy(made.ptr, from.ptr, size);
	}
	for (size_t i = 0; type->element != NULL && i < from.len; i++) {
		if (!copy(type->element, made.ptr + i * type->element_size, from.ptr + i * type->element_size)) {
			return false;
		}
	}
	return true;
}

void relib_value_copy(const relib_type *type, void *to, const void *from)
{
	if (!copy(type, to, from)) {
		relib_panic("no memory for a copy of a %s", type->name);
	}
}

void *relib_value_new(size_t len, size_t element_size)
{
	size_t size = 0;
	if (__builtin_mul_overflow(len, element_size, &size)) {
		relib_panic("no memory for %zu elements of %zu bytes", len, element_size);
	}
	void *zeros = len != 0 ? calloc(1, size) : NULL;
	if (zeros == NULL && len != 0) {
		relib_panic("no memory for %zu bytes", size);
	}
	return zeros;
}

/* Finds an enum in a value that is no constant. */
static const relib_type *unknown(const relib_type *type, const void *value, int32_t *ordinal)
{
	const relib_type *found = NULL;
	for (const relib_part *part = type->parts; found == NULL && part != end_of(type); part++) {
		found = unknown(part->type, (const char *)value + part->offset, ordinal);
	}
	if (type->element != NULL) {
		sequence elements = sequence_in(value);
		for (size_t i = 0; found == NULL && i < elements.len; i++) {
			found = unknown(type->element, elements.ptr + i * type->element_size, ordinal);
		}
	}
	if (type->constants != 0) {
		memcpy(ordinal, value, sizeof(*ordinal));
		found = (uint32_t)*ordinal < type->constants ? NULL : type;
	}
	return found;
}

__attribute__((noreturn, cold)) static void refuse(const relib_type *type, int32_t ordinal)
{
	relib_panic("%d is no constant of %s (0 to %u)", (int)ordinal, type->name, (unsigned)type->constants - 1);
}

void relib_value_check(const relib_type *type, const void *value)
{
	int32_t ordinal = 0;
	const relib_type *found = unknown(type, value, &ordinal);
	if (found != NULL) {
		refuse(found, ordinal);
	}
}

void *relib_value_box(const relib_type *type, void *value)
{
	void *box = malloc(type->size);
	if (box == NULL) {
		relib_value_free(type, value);
		relib_panic("no memory for a result");
	}
	return memcpy(box, value, type->size);
}

void relib_value_unbox(const relib_type *type, void *box)
{
	if (box != NULL) {
		relib_value_free(type, box);
		free(box);
	}
}

void relib_value_take(const relib_type *type, void *to, void *box, void (*give_back)(void *box))
{
	int32_t ordinal = 0;
	const relib_type *found = unknown(type, box, &ordinal);
	bool copied = found == NULL && copy(type, to, box);
	give_back(box);
	if (found != NULL) {
		refuse(found, ordinal);
	}
	if (!copied) {
		relib_panic("no memory for what an import returned");
	}
}
