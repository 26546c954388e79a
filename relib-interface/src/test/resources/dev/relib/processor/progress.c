/* Generated from com.example.Progress. Do not edit. */
#include "progress.h"

RELIB_IMPORT_SLOT relib_string *(*__relib__Progress_ask)(uint8_t *relib_success, relib_str question) = NULL;
RELIB_IMPORT_SLOT void (*__post__relib__Progress_ask)(void *relib_box) = NULL;

relib_string progress_ask(relib_str question)
{
	uint8_t relib_success = RELIB_PANICKED;
	if (__relib__Progress_ask == NULL || __post__relib__Progress_ask == NULL) {
		relib_import_unbound("Progress.ask");
	}
	if (!relib_stack_suits("Progress.ask")) {
		relib_import_failed("Progress.ask");
	}
	relib_computing relib_before;
	relib_compute_as_java(&relib_before);
	relib_string *relib_result = __relib__Progress_ask(&relib_success, question);
	relib_compute_as(&relib_before);
	if (relib_success != RELIB_RETURNED) {
		relib_import_failed("Progress.ask");
	}
	relib_string relib_value;
	relib_value_take(&relib_type_string, &relib_value, relib_result, __post__relib__Progress_ask);
	return relib_value;
}

RELIB_IMPORT_SLOT void (*__relib__Progress_report)(uint8_t *relib_success, int32_t percent) = NULL;

void progress_report(int32_t percent)
{
	uint8_t relib_success = RELIB_PANICKED;
	if (__relib__Progress_report == NULL) {
		relib_import_unbound("Progress.report");
	}
	if (!relib_stack_suits("Progress.report")) {
		relib_import_failed("Progress.report");
	}
	relib_computing relib_before;
	relib_compute_as_java(&relib_before);
	__relib__Progress_report(&relib_success, percent);
	relib_compute_as(&relib_before);
	if (relib_success != RELIB_RETURNED) {
		relib_import_failed("Progress.report");
	}
}
