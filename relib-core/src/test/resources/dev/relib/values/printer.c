/* SPDX-License-Identifier: Apache-2.0 */
/* Fails in every way there is: a negative number panics, 99 asks the host, more than 10 is a declared error. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "relib_module.h"

typedef struct out_of_paper {
	int32_t sheets;
	relib_string tray;
} out_of_paper;

RELIB_MODULE("1",
	"record OutOfPaper { sheets: i32, tray: str }\n"
	"exports Printer\n"
	"  find(pages: i32) -> OutOfPaper throws OutOfPaper\n"
	"  find_all(pages: i32) -> [OutOfPaper] throws OutOfPaper\n"
	"  find_large(pages: i32) -> i64 throws OutOfPaper\n"
	"  find_number(pages: i32) -> i32 throws OutOfPaper\n"
	"  find_ratio(pages: i32) -> f64 throws OutOfPaper\n"
	"  find_small(pages: i32) -> i16 throws OutOfPaper\n"
	"  find_text(pages: i32) -> str throws OutOfPaper\n"
	"  print(pages: i32) -> i32 throws OutOfPaper\n"
	"  print_nothing(pages: i32) -> unit throws OutOfPaper\n"
	"  print_text(pages: i32) -> str throws OutOfPaper\n"
	"imports Tray\n"
	"  refill(pages: i32) -> i32\n")

RELIB_IMPORT_SLOT int32_t (*__relib__Tray_refill)(uint8_t *, int32_t);

static relib_string text(const char *words)
{
	return relib_string_of(words);
}

/* Whether the pages can be printed; if not, *success and *error say why. */
static bool print(uint8_t *success, out_of_paper **error, int32_t pages)
{
	uint8_t told = RELIB_RETURNED;
	if (pages < 0) {
		relib_panic("%d pages", pages);
	}
	if (pages == 99) {
		told = 0;
		pages = __relib__Tray_refill(&told, pages);
	}
	if (told != RELIB_RETURNED) {
		*success = RELIB_IMPORT_FAILED;
		return false;
	}
	if (pages > 10) {
		*error = malloc(sizeof **error);
		**error = (out_of_paper){ pages - 10, text("tray 2") };
		*success = 3;
		return false;
	}
	*success = RELIB_RETURNED;
	return true;
}

static void free_error(out_of_paper *box)
{
	free(box->tray.ptr);
	free(box);
}

#define PRINTS(name, type, value)                                                                      \
	RELIB_EXPORT type __relib__Printer_##name(uint8_t *success, out_of_paper **error, int32_t pages)   \
	{                                                                                                  \
		RELIB_BOUNDARY(success, return (type)0);                                                       \
		bool printed = print(success, error, pages);                                                   \
		uint8_t outcome = *success;                                                                    \
		relib_boundary_leave(&relib_boundary_here, success);                                           \
		*success = outcome;                                                                            \
		return printed ? value : (type)0;                                                              \
	}                                                                                                  \
	RELIB_EXPORT void __error__relib__Printer_##name(out_of_paper *box)                                \
	{                                                                                                  \
		free_error(box);                                                                               \
	}

static out_of_paper *record(int32_t pages)
{
	out_of_paper *box = malloc(sizeof *box);
	*box = (out_of_paper){ pages, text("tray 1") };
	return box;
}

static relib_string *boxed_text(const char *words)
{
	relib_string value = text(words);
	return relib_value_box(&relib_type_string, &value);
}

typedef struct list {
	out_of_paper *ptr;
	size_t len;
} list;

static list *records(int32_t pages)
{
	list *box = malloc(sizeof *box);
	*box = (list){ record(pages), 1 };
	return box;
}

PRINTS(print, int32_t, pages * 2)
PRINTS(find, out_of_paper *, record(pages))
PRINTS(find_all, list *, records(pages))
PRINTS(find_large, int64_t, pages)
PRINTS(find_number, int32_t, pages)
PRINTS(find_ratio, double, pages)
PRINTS(find_small, int16_t, (int16_t)pages)
PRINTS(find_text, relib_string *, boxed_text("found"))
PRINTS(print_text, relib_string *, boxed_text("printed"))

RELIB_EXPORT void __post__relib__Printer_find(out_of_paper *box)
{
	free_error(box);
}

RELIB_EXPORT void __post__relib__Printer_find_all(list *box)
{
	free_error(box->ptr);
	free(box);
}

RELIB_EXPORT void __post__relib__Printer_find_text(relib_string *box)
{
	relib_value_unbox(&relib_type_string, box);
}

RELIB_EXPORT void __post__relib__Printer_print_text(relib_string *box)
{
	relib_value_unbox(&relib_type_string, box);
}

RELIB_EXPORT void __relib__Printer_print_nothing(uint8_t *success, out_of_paper **error, int32_t pages)
{
	RELIB_BOUNDARY(success, return);
	print(success, error, pages);
	uint8_t outcome = *success;
	relib_boundary_leave(&relib_boundary_here, success);
	*success = outcome;
}

RELIB_EXPORT void __error__relib__Printer_print_nothing(out_of_paper *box)
{
	free_error(box);
}
