/* Generated from com.example.Progress. Do not edit. */
#include "progress.hpp"

extern "C" {
RELIB_IMPORT_SLOT relib_string *(*__relib__Progress_ask)(std::uint8_t *relib_success, relib_str question) = nullptr;
RELIB_IMPORT_SLOT void (*__post__relib__Progress_ask)(relib_string *relib_box) = nullptr;
}

std::string imports::progress::ask(std::string_view question)
{
	std::uint8_t relib_success = RELIB_PANICKED;
	relib::glue::require_bound("Progress.ask", __relib__Progress_ask);
	relib::glue::require_bound("Progress.ask", __post__relib__Progress_ask);
	relib_string *relib_result = __relib__Progress_ask(&relib_success, relib_str{question.data(), question.size()});
	return relib::glue::succeeded("Progress.ask", relib_success) ? relib::glue::take<std::string>(relib_result, __post__relib__Progress_ask)
			: std::string();
}

extern "C" {
RELIB_IMPORT_SLOT void (*__relib__Progress_report)(std::uint8_t *relib_success, std::int32_t percent) = nullptr;
}

void imports::progress::report(std::int32_t percent)
{
	std::uint8_t relib_success = RELIB_PANICKED;
	relib::glue::require_bound("Progress.report", __relib__Progress_report);
	__relib__Progress_report(&relib_success, percent);
	relib::glue::succeeded("Progress.report", relib_success);
}
