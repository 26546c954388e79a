/* Generated from com.example.Progress. Do not edit. */
#include "progress.hpp"

extern "C" {
RELIB_IMPORT_SLOT void *(*__relib__Progress_ask)(std::uint8_t *relib_success, relib::glue::slice question) = nullptr;
RELIB_IMPORT_SLOT void (*__post__relib__Progress_ask)(void *relib_box) = nullptr;
}

std::string imports::progress::ask(std::string_view question)
{
	return relib::glue::imported_box<std::string>("Progress.ask", __relib__Progress_ask, __post__relib__Progress_ask, question);
}

extern "C" {
RELIB_IMPORT_SLOT void (*__relib__Progress_report)(std::uint8_t *relib_success, std::int32_t percent) = nullptr;
}

void imports::progress::report(std::int32_t percent)
{
	return relib::glue::imported<void>("Progress.report", __relib__Progress_report, percent);
}
