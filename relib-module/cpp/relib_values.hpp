/*
 * relib module kit for C++17 and later: how values cross between module and host. Internal: used by
 * generated bindings only. Included by relib_module.hpp.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_VALUES_HPP
#define RELIB_VALUES_HPP

#include "relib_module.hpp"

#include <cstring>
#include <memory>
#include <stdexcept>

namespace relib::glue {

/* A sequence in the ABI: pointer and number of elements. */
struct slice {
	const void *ptr;
	std::size_t len;
};

/* Owns the memory that raw values point to. */
class memory {
public:
	template <class Raw> Raw *take(std::size_t count)
	{
		std::shared_ptr<Raw> block(new Raw[count], std::default_delete<Raw[]>());
		blocks.push_back(block);
		return block.get();
	}

private:
	std::vector<std::shared_ptr<void>> blocks;
};

/* Also the integers of 128 bits, which the standard library does not know of. */
template <class Type> inline constexpr bool is_number = std::is_arithmetic_v<Type>;
#ifdef __SIZEOF_INT128__
template <> inline constexpr bool is_number<i128> = true;
template <> inline constexpr bool is_number<u128> = true;
#endif

/*
 * The representation of a type in memory: its C type (raw), the conversion of the host's raw value to a
 * copy (read), and that of a value to a raw value for the host (lend). A raw value that was lent is valid as
 * long as both the value and the memory exist.
 */
template <class Type, class = void> struct value;

template <class Number> struct value<Number, std::enable_if_t<is_number<Number>>> {
	using raw = Number;

	static Number read(Number from) noexcept
	{
		return from;
	}

	static Number lend(Number from, memory &) noexcept
	{
		return from;
	}
};

template <> struct value<std::string> {
	using raw = slice;

	static std::string read(slice from)
	{
		return from.len == 0 ? std::string() : std::string(static_cast<const char *>(from.ptr), from.len);
	}

	static slice lend(const std::string &from, memory &) noexcept
	{
		return slice{from.data(), from.size()};
	}
};

template <class Element> struct value<std::vector<Element>> {
	using raw = slice;

	static std::vector<Element> read(slice from)
	{
		std::vector<Element> elements;
		if constexpr (std::is_arithmetic_v<Element>) {
			const auto *first = static_cast<const Element *>(from.ptr);
			elements.assign(first, from.len == 0 ? first : first + from.len);
		} else {
			const auto *first = static_cast<const typename value<Element>::raw *>(from.ptr);
			elements.reserve(from.len);
			for (std::size_t i = 0; i < from.len; i++) {
				elements.push_back(value<Element>::read(first[i]));
			}
		}
		return elements;
	}

	static slice lend(const std::vector<Element> &from, memory &behind)
	{
		if constexpr (std::is_arithmetic_v<Element>) {
			return slice{from.data(), from.size()};
		} else {
			auto *elements = behind.take<typename value<Element>::raw>(from.size());
			for (std::size_t i = 0; i < from.size(); i++) {
				elements[i] = value<Element>::lend(from[i], behind);
			}
			return slice{elements, from.size()};
		}
	}
};

/* Base class of value<Enum>, which provides the enum's name and its number of constants. */
template <class Enum> struct enumeration {
	using raw = std::int32_t;

	static Enum read(std::int32_t from)
	{
		if (from < 0 || from >= value<Enum>::constants) {
			throw std::out_of_range(std::to_string(from) + " is no constant of " + value<Enum>::name + " (0 to "
									+ std::to_string(value<Enum>::constants - 1) + ")");
		}
		return static_cast<Enum>(from);
	}

	static std::int32_t lend(Enum from, memory &) noexcept
	{
		return static_cast<std::int32_t>(from);
	}
};

template <std::size_t Count> struct layout {
	std::size_t offsets[Count];
	std::size_t size;
	std::size_t alignment;
};

/* Computes the layout of a C structure with these members. */
template <class... Raws> constexpr layout<sizeof...(Raws)> lay_out()
{
	constexpr std::size_t sizes[] = {sizeof(Raws)...};
	constexpr std::size_t alignments[] = {alignof(Raws)...};
	layout<sizeof...(Raws)> result{};
	result.alignment = 1;
	for (std::size_t i = 0; i < sizeof...(Raws); i++) {
		result.offsets[i] = (result.size + alignments[i] - 1) / alignments[i] * alignments[i];
		result.size = result.offsets[i] + sizes[i];
		result.alignment = alignments[i] > result.alignment ? alignments[i] : result.alignment;
	}
	result.size = (result.size + result.alignment - 1) / result.alignment * result.alignment;
	return result;
}

template <class Record, class Type> value<Type> value_of(Type Record::*);

/* Base class of value<Record>, with all members of the record in the order of declaration. */
template <class Record, auto... Members> struct record {
private:
	static constexpr auto places = lay_out<typename decltype(value_of(Members))::raw...>();

public:
	struct alignas(places.alignment) raw {
		unsigned char bytes[places.size];
	};

	static Record read(const raw &from)
	{
		return read(from, std::make_index_sequence<sizeof...(Members)>());
	}

	static raw lend(const Record &from, memory &behind)
	{
		return lend(from, behind, std::make_index_sequence<sizeof...(Members)>());
	}

private:
	template <std::size_t... Index> static Record read(const raw &from, std::index_sequence<Index...>)
	{
		return Record{read_member<decltype(value_of(Members))>(from.bytes + places.offsets[Index])...};
	}

	template <class Member> static auto read_member(const unsigned char *from)
	{
		typename Member::raw member;
		std::memcpy(&member, from, sizeof(member));
		return Member::read(member);
	}

	template <std::size_t... Index>
	static raw lend(const Record &from, memory &behind, std::index_sequence<Index...>)
	{
		raw to{};
		(write_member(decltype(value_of(Members))::lend(from.*Members, behind), to.bytes + places.offsets[Index]), ...);
		return to;
	}

	template <class Raw> static void write_member(const Raw &member, unsigned char *to)
	{
		std::memcpy(to, &member, sizeof(member));
	}
};

/*
 * How an argument crosses: its ABI type (crossing), the conversion to the object that the argument of an
 * export refers to (hold), and that of an argument of an import to the ABI type (lend). A record crosses as
 * a pointer.
 */
template <class Type, class = void> struct argument {
	using crossing = const void *;
	using held = Type;

	static Type hold(const void *from)
	{
		return value<Type>::read(*static_cast<const typename value<Type>::raw *>(from));
	}

	static const void *lend(const Type &from, memory &behind)
	{
		auto *raw = behind.take<typename value<Type>::raw>(1);
		*raw = value<Type>::lend(from, behind);
		return raw;
	}
};

template <class Type> struct argument<Type, std::enable_if_t<is_number<Type> || std::is_enum_v<Type>>> {
	using crossing = typename value<Type>::raw;
	using held = Type;

	static Type hold(crossing from)
	{
		return value<Type>::read(from);
	}

	static crossing lend(Type from, memory &behind)
	{
		return value<Type>::lend(from, behind);
	}
};

template <class Element> struct argument<std::vector<Element>> {
	using crossing = slice;
	using held = std::vector<Element>;

	static held hold(slice from)
	{
		return value<held>::read(from);
	}

	static slice lend(const held &from, memory &behind)
	{
		return value<held>::lend(from, behind);
	}
};

template <> struct argument<std::string_view> {
	using crossing = slice;
	using held = std::string_view;

	static std::string_view hold(slice from) noexcept
	{
		return std::string_view(static_cast<const char *>(from.ptr), from.len);
	}

	static slice lend(std::string_view from, memory &) noexcept
	{
		return slice{from.data(), from.size()};
	}
};

template <class Number> struct argument<span<const Number>> {
	using crossing = slice;
	using held = span<const Number>;

	static held hold(slice from) noexcept
	{
		return held(static_cast<const Number *>(from.ptr), from.len);
	}

	static slice lend(held from, memory &) noexcept
	{
		return slice{from.data(), from.size()};
	}
};

/* An owned return: the host reads the raw value at the start of the box and gives the box back to free it. */
template <class Value> struct box {
	typename value<Value>::raw raw;
	Value held;
	memory behind;

	explicit box(Value &&given) : raw(), held(std::move(given))
	{
		raw = value<Value>::lend(held, behind);
	}
};

template <class Value> void *give(Value given)
{
	return new box<Value>(std::move(given));
}

template <class Value> void drop_given(void *given) noexcept
{
	delete static_cast<box<Value> *>(given);
}

/* Reads the box that an import has returned, and gives it back to the host even if reading throws. */
template <class Value> Value take(void *lent, void (*give_back)(void *))
{
	std::unique_ptr<void, void (*)(void *)> returned(lent, give_back);
	return value<Value>::read(*static_cast<const typename value<Value>::raw *>(lent));
}

} // namespace relib::glue

#endif
