/* Generated from com.example.Progress. Do not edit. */
#include "progress.h"

#include <stdlib.h>
#include <string.h>

/* Copies what the host returned and gives the box back, then fails if memory was short. */
static relib_string relib_take_string(relib_string *box, void (*give_back)(relib_string *))
{
	relib_string copy = {NULL, box->len};
	if (copy.len != 0) {
		copy.ptr = malloc(copy.len);
	}
	if (copy.ptr != NULL) {
		memcpy(copy.ptr, box->ptr, copy.len);
	}
	give_back(box);
	if (copy.ptr == NULL && copy.len != 0) {
		relib_panic("no memory for the %zu bytes that an import returned", copy.len);
	}
	return copy;
}

RELIB_IMPORT_SLOT relib_string *(*__relib__Progress_ask)(uint8_t *relib_success, relib_str question) = NULL;
RELIB_IMPORT_SLOT void (*__post__relib__Progress_ask)(relib_string *relib_box) = NULL;

relib_string progress_ask(relib_str question)
{
	uint8_t relib_success = RELIB_PANICKED;
	if (__relib__Progress_ask == NULL || __post__relib__Progress_ask == NULL) {
		relib_import_unbound("Progress.ask");
	}
	relib_string *relib_result = __relib__Progress_ask(&relib_success, question);
	if (relib_success != RELIB_RETURNED) {
		relib_import_failed("Progress.ask");
	}
	return relib_take_string(relib_result, __post__relib__Progress_ask);
}

RELIB_IMPORT_SLOT void (*__relib__Progress_report)(uint8_t *relib_success, int32_t percent) = NULL;

void progress_report(int32_t percent)
{
	uint8_t relib_success = RELIB_PANICKED;
	if (__relib__Progress_report == NULL) {
		relib_import_unbound("Progress.report");
	}
	__relib__Progress_report(&relib_success, percent);
	if (relib_success != RELIB_RETURNED) {
		relib_import_failed("Progress.report");
	}
}
