/*
 * relib module kit for C++17 and later: what a native module of a relib host includes, by way of the
 * generated bindings. Everything of relib_module.h is there, too.
 *
 * An exception that leaves an export is a panic; its what() is the message. A failed import throws
 * relib::import_failed. Who catches that, be it with `catch (...)`, has handled the failure: the host's
 * exception is dropped. std::terminate gives up the running export, or the module's own thread, as
 * relib_panic does: frames are skipped, not cleaned up.
 *
 * A module is linked with -static-libstdc++ -static-libgcc and the version script relib_module.map.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_HPP
#define RELIB_MODULE_HPP

#include "relib_module.h"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <cxxabi.h>
#include <dlfcn.h>

namespace relib {

/* ---- Values -------------------------------------------------------------------------------- */

/* Elements that somebody lends; as std::span of C++20, which converts to it and is made from it. */
template <class Element> class span {
public:
	constexpr span() noexcept = default;

	constexpr span(Element *data, std::size_t size) noexcept : first(data), count(size)
	{
	}

	template <class Range, class = std::enable_if_t<std::is_convertible_v<
							   decltype(std::data(std::declval<Range &>())), Element *>>>
	constexpr span(Range &&range) noexcept : first(std::data(range)), count(std::size(range))
	{
	}

	constexpr Element *data() const noexcept
	{
		return first;
	}

	constexpr std::size_t size() const noexcept
	{
		return count;
	}

	constexpr bool empty() const noexcept
	{
		return count == 0;
	}

	constexpr Element *begin() const noexcept
	{
		return first;
	}

	constexpr Element *end() const noexcept
	{
		return first + count;
	}

	/* Precondition: index is below size(). */
	constexpr Element &operator[](std::size_t index) const noexcept
	{
		return first[index];
	}

private:
	Element *first = nullptr;
	std::size_t count = 0;
};

/* ---- Failing and logging ------------------------------------------------------------------- */

/* An import has failed; the host keeps its exception. Deliberately no std::exception. */
class import_failed {
public:
	explicit import_failed(const char *name) noexcept : import_name(name)
	{
	}

	/* For example "Clock.millis". */
	const char *name() const noexcept
	{
		return import_name;
	}

private:
	const char *import_name;
};

/* One record of the host's logger relib.<module>; standard error without a host. Any thread. */
inline void log(relib_level level, std::string_view text) noexcept
{
	relib_log_text(level, text.data(), text.size());
}

inline void trace(std::string_view text) noexcept
{
	log(RELIB_TRACE, text);
}

inline void debug(std::string_view text) noexcept
{
	log(RELIB_DEBUG, text);
}

inline void info(std::string_view text) noexcept
{
	log(RELIB_INFO, text);
}

inline void warn(std::string_view text) noexcept
{
	log(RELIB_WARN, text);
}

inline void error(std::string_view text) noexcept
{
	log(RELIB_ERROR, text);
}

/* ---- For generated bindings ---------------------------------------------------------------- */

namespace glue {

inline const char *const UNKNOWN_EXCEPTION = "an exception that is no std::exception";

/* How many exceptions were already on their way when the innermost export of this thread began. */
inline int &uncaught_outside() noexcept
{
	static thread_local int count = 0;
	return count;
}

/*
 * Passes on what the module can not handle any more: frames up to the boundary are skipped, so that no
 * object with a destructor may live here.
 */
[[noreturn]] inline void terminated()
{
	const char *failed = nullptr;
	char text[1024] = "std::terminate was called";
	if (std::current_exception() != nullptr) {
		try {
			throw;
		} catch (const import_failed &failure) {
			failed = failure.name();
		} catch (const std::exception &exception) {
			std::snprintf(text, sizeof(text), "terminated by an exception: %s", exception.what());
		} catch (...) {
			std::snprintf(text, sizeof(text), "terminated by %s", UNKNOWN_EXCEPTION);
		}
		abi::__cxa_end_catch(); /* as there is no catch block left to do so */
	}
	if (failed != nullptr) {
		relib_import_failed(failed);
	}
	relib_panic("%s", text);
}

/* A libstdc++ that is shared with others keeps its handler: this module will be unmapped. */
inline bool own_terminate() noexcept
{
	static const char here = 0;
	std::terminate_handler (*set)(std::terminate_handler) noexcept = std::set_terminate;
	void *address;
	std::memcpy(&address, &set, sizeof(address));
	Dl_info self;
	Dl_info owner;
	if (dladdr(&here, &self) != 0 && dladdr(address, &owner) != 0 && self.dli_fbase == owner.dli_fbase) {
		std::set_terminate(terminated);
		return true;
	}
	return false;
}

[[maybe_unused]] static const bool terminate_is_own = own_terminate();

/* A value that is returned to the host, which reads the first two words and gives the box back. */
template <class Value> struct box {
	const void *ptr;
	std::size_t len;
	Value value;

	explicit box(Value &&returned) : value(std::move(returned))
	{
		ptr = value.data();
		len = value.size();
	}
};

template <class Value> void *give(Value value)
{
	return new box<Value>(std::move(value));
}

template <class Value> void drop_given(void *given) noexcept
{
	delete static_cast<box<Value> *>(given);
}

/* Reports what is being caught. */
inline std::uint8_t outcome_of_exception() noexcept
{
	try {
		throw;
	} catch (const import_failed &) {
		return RELIB_IMPORT_FAILED;
	} catch (const std::exception &exception) {
		relib_report_panic(exception.what(), std::strlen(exception.what()));
	} catch (...) {
		relib_report_panic(UNKNOWN_EXCEPTION, std::strlen(UNKNOWN_EXCEPTION));
	}
	return RELIB_PANICKED;
}

template <class Result, class Body> Result run_inside(relib_boundary *boundary, std::uint8_t *success, Body &body)
{
	try {
		if constexpr (std::is_void_v<Result>) {
			body();
			relib_boundary_leave(boundary, success);
		} else {
			Result result = body();
			relib_boundary_leave(boundary, success);
			return result;
		}
	} catch (...) {
		boundary->outcome = outcome_of_exception();
		relib_boundary_landed(boundary, success);
		return Result();
	}
}

/* Runs an export: what leaves the body is reported. Returns what the body returns, or nothing. */
template <class Body> auto run(std::uint8_t *success, Body body) -> decltype(body())
{
	using Result = decltype(body());
	static_assert(std::is_void_v<Result> || std::is_scalar_v<Result>, "a jump destroys no objects");
	const int outside = std::exchange(uncaught_outside(), std::uncaught_exceptions());
	RELIB_BOUNDARY(success, uncaught_outside() = outside; return Result());
	if constexpr (std::is_void_v<Result>) {
		run_inside<Result>(&relib_boundary_here, success, body);
		uncaught_outside() = outside;
	} else {
		Result result = run_inside<Result>(&relib_boundary_here, success, body);
		uncaught_outside() = outside;
		return result;
	}
}

template <class Slot> void require_bound(const char *name, Slot slot)
{
	if (slot == nullptr) {
		throw std::logic_error("the import " + std::string(name) + " was called before the host had bound it");
	}
}

/* Throws if an import has failed. While an exception unwinds it can not, and returns false. */
inline bool succeeded(const char *name, std::uint8_t success)
{
	if (success == RELIB_RETURNED) {
		return true;
	}
	if (std::uncaught_exceptions() > uncaught_outside()) {
		error("the import " + std::string(name) + " failed while an exception was unwinding");
		return false;
	}
	throw import_failed(name);
}

/* Copies what an import has returned, and gives it back even if memory is short. */
template <class Value, class Lent> Value take(Lent *lent, void (*give_back)(Lent *))
{
	std::unique_ptr<Lent, void (*)(Lent *)> returned(lent, give_back);
	if (lent->len == 0) {
		return Value();
	}
	return Value(lent->ptr, lent->ptr + lent->len);
}

} // namespace glue
} // namespace relib

#undef RELIB_LIFECYCLE
#define RELIB_LIFECYCLE(name)                                                                          \
	static void relib_##name##_body();                                                                 \
	RELIB_EXPORT void __relib__##name(std::uint8_t *success);                                          \
	RELIB_EXPORT void __relib__##name(std::uint8_t *success)                                           \
	{                                                                                                  \
		relib::glue::run(success, relib_##name##_body);                                                \
	}                                                                                                  \
	static void relib_##name##_body()

#endif
