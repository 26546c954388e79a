/*
 * relib module kit for C++17 and later: how exports and imports are called. Internal: used by generated
 * bindings only. Included by relib_module.hpp.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_CALLS_HPP
#define RELIB_CALLS_HPP

#include "relib_values.hpp"

#include <cstdio>
#include <cstring>
#include <exception>
#include <optional>
#include <stdexcept>
#include <tuple>

#include <cxxabi.h>
#include <dlfcn.h>

namespace relib::glue {

inline const char *const UNKNOWN_EXCEPTION = "an exception that is no std::exception";

/* The value of std::uncaught_exceptions() when the innermost export of this thread began. */
inline int &uncaught_outside() noexcept
{
	static thread_local int count = 0;
	return count;
}

/*
 * The terminate handler: reports a panic or a failed import, and jumps to the boundary of the export. The
 * jump skips frames without destroying their objects, so this function must not hold an object with a
 * destructor when it jumps.
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
		/* Ends the handling that led here: the jump skips the end of its catch block. */
		abi::__cxa_end_catch();
	}
	if (failed != nullptr) {
		relib_import_failed(failed);
	}
	relib_panic("%s", text);
}

/*
 * Installs the terminate handler if libstdc++ is linked into the module. A shared libstdc++ outlives the
 * module, so its handler must not be code of the module.
 */
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

/* Reports the exception that is being handled. Returns the outcome of the export. */
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

/*
 * Runs the body of an export and reports an exception that leaves it. Returns the result of the body, or a
 * zero value if the body failed.
 */
template <class Body> auto run(std::uint8_t *success, Body body) -> decltype(body())
{
	using Result = decltype(body());
	static_assert(std::is_void_v<Result> || std::is_scalar_v<Result> || is_number<Result>,
				  "a jump would skip the destructor of the result");
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

/* The ABI function of an export: converts arguments, calls the function, converts the result. */
template <auto Function> struct exported;

template <class Result, class... Parameters, Result (*Function)(Parameters...)> struct exported<Function> {
	static auto call(std::uint8_t *success, typename argument<std::decay_t<Parameters>>::crossing... crossed)
	{
		arguments held;
		return run(success, [&] { return invoke(held, std::index_sequence_for<Parameters...>(), crossed...); });
	}

	/* As call, for an export that throws its declared error. */
	template <class Error>
	static auto call_or(std::uint8_t *success, void **error,
						typename argument<std::decay_t<Parameters>>::crossing... crossed)
	{
		arguments held;
		report outcome{success, false};
		return run(success, [&] {
			try {
				return invoke(held, std::index_sequence_for<Parameters...>(), crossed...);
			} catch (const Error &thrown) {
				*error = give(Error(thrown));
				outcome.failed = true;
				return decltype(invoke(held, std::index_sequence_for<Parameters...>(), crossed...))();
			}
		});
	}

private:
	/* Converted arguments. They live in a frame that no jump skips, and so are always destroyed. */
	using arguments = std::tuple<std::optional<typename argument<std::decay_t<Parameters>>::held>...>;

	/* Its destructor overwrites the success flag after the boundary has set it. */
	struct report {
		std::uint8_t *success;
		bool failed;

		~report()
		{
			if (failed) {
				*success = RELIB_DECLARED_ERROR;
			}
		}
	};

	template <std::size_t... Index, class... Crossing>
	static auto invoke(arguments &held, std::index_sequence<Index...>, Crossing... crossed)
	{
		(std::get<Index>(held).emplace(argument<std::decay_t<Parameters>>::hold(crossed)), ...);
		if constexpr (is_number<Result>) {
			return Function(*std::get<Index>(held)...);
		} else if constexpr (std::is_enum_v<Result>) {
			return static_cast<std::int32_t>(Function(*std::get<Index>(held)...));
		} else if constexpr (std::is_void_v<Result>) {
			Function(*std::get<Index>(held)...);
		} else {
			return give(Function(*std::get<Index>(held)...));
		}
	}
};

template <class Slot> void require_bound(const char *name, Slot slot)
{
	if (slot == nullptr) {
		throw std::logic_error("the import " + std::string(name) + " was called before the host had bound it");
	}
}

/* Throws if an import has failed. Logs and returns false instead while another exception unwinds. */
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

/* While it lives, the thread computes as Java does. */
struct java_mode {
	relib_computing before;

	java_mode() { relib_compute_as_java(&before); }
	java_mode(const java_mode &) = delete;
	java_mode &operator=(const java_mode &) = delete;
	~java_mode() { relib_compute_as(&before); }
};

/* Calls an import that returns a scalar or nothing. */
template <class Result, class Slot, class... Arguments>
Result imported(const char *name, Slot slot, const Arguments &...arguments)
{
	std::uint8_t success = RELIB_PANICKED;
	memory lent;
	require_bound(name, slot);
	if (!relib_stack_suits(name)) {
		succeeded(name, RELIB_IMPORT_FAILED);
		return Result();
	}
	const java_mode mode;
	if constexpr (std::is_void_v<Result>) {
		slot(&success, argument<Arguments>::lend(arguments, lent)...);
		succeeded(name, success);
	} else {
		auto result = slot(&success, argument<Arguments>::lend(arguments, lent)...);
		return succeeded(name, success) ? value<Result>::read(result) : Result();
	}
}

/* Calls an import that returns a box, which give_back frees. */
template <class Result, class Slot, class... Arguments>
Result imported_box(const char *name, Slot slot, void (*give_back)(void *), const Arguments &...arguments)
{
	std::uint8_t success = RELIB_PANICKED;
	memory lent;
	require_bound(name, slot);
	require_bound(name, give_back);
	if (!relib_stack_suits(name)) {
		succeeded(name, RELIB_IMPORT_FAILED);
		return Result();
	}
	const java_mode mode;
	void *result = slot(&success, argument<Arguments>::lend(arguments, lent)...);
	return succeeded(name, success) ? take<Result>(result, give_back) : Result();
}

} // namespace relib::glue

#endif
