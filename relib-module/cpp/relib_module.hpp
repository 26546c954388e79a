/*
 * relib module kit for C++17 and later. The generated bindings include this header, which includes
 * relib_module.h.
 *
 * Exceptions: an exception that leaves an export is a panic with what() as its message. A failed import
 * throws relib::import_failed. Catching that, even with `catch (...)`, handles the failure: the host drops
 * its exception. std::terminate acts as relib_panic: it ends the running export, the module's own thread,
 * or the destructor of a thread-local or static object, and skips frames without destroying their objects.
 *
 * Ownership: text, bytes and arrays that are passed as arguments are borrowed for the duration of the call.
 * Records and lists are copied for the call and destroyed after it. Returned values are moved.
 *
 * Link a module with -static-libstdc++, -static-libgcc and the version script relib_module.map.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_HPP
#define RELIB_MODULE_HPP

#include "relib_listed.hpp"
#include "relib_module.h"

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace relib {

/* Numbers of 128 bits, where the compiler has them. */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 i128;
__extension__ typedef unsigned __int128 u128;
#endif

/* Borrowed elements: std::span for C++17. Converts from and to std::span of C++20. */
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

/*
 * Thrown when an import has failed. The host keeps the Java exception and rethrows it to the caller of the
 * export. Not derived from std::exception, so that handlers for errors of the module do not catch it.
 */
class import_failed {
public:
	explicit import_failed(const char *name) noexcept : import_name(name)
	{
	}

	/* The import, for example "Clock.millis". */
	const char *name() const noexcept
	{
		return import_name;
	}

private:
	const char *import_name;
};

/*
 * Logs to the host's logger relib.<module>, or to standard error before the module is attached to a host.
 * May be called on any thread.
 */
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

} // namespace relib

#include "relib_calls.hpp"

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
