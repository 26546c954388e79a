/*
 * relib module kit for C++17 and later: what a native module of a relib host includes, by way of the
 * generated bindings. Everything of relib_module.h is there, too.
 *
 * An exception that leaves an export is a panic; its what() is the message. A failed import throws
 * relib::import_failed. Who catches that, be it with `catch (...)`, has handled the failure: the host's
 * exception is dropped. std::terminate gives up the running export, the module's own thread, or the
 * destructor of a thread-local or static object, as relib_panic does: frames are skipped, not cleaned up.
 *
 * Text, bytes and arrays that are passed are lent for the time of the call; records and lists are made anew
 * for it, and are destroyed whatever comes of it. What is returned is moved.
 *
 * A module is linked with -static-libstdc++ -static-libgcc and the version script relib_module.map.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_HPP
#define RELIB_MODULE_HPP

#include "relib_module.h"

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

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
