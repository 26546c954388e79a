/* SPDX-License-Identifier: Apache-2.0 */
#include "values.hpp"
#include "values_host.hpp"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_VALUES RELIB_CONTRACT_VALUES_HOST)

using contract::Failure;
using contract::Level;
using contract::Part;
using contract::Point;
using contract::Shape;

namespace host = imports::values_host;

template <class Number> static std::vector<Number> copy(relib::span<const Number> numbers)
{
	return std::vector<Number>(numbers.begin(), numbers.end());
}

static void fail_if(bool fails, const Failure &failure)
{
	if (fails) {
		throw failure;
	}
}

static void panic_if(bool panics)
{
	if (panics) {
		throw std::runtime_error("as requested");
	}
}

namespace exports::values {

bool flag(bool v, bool through_host)
{
	return through_host ? host::flag(v) : v;
}

std::int8_t i8(std::int8_t v, bool through_host)
{
	return through_host ? host::i8(v) : v;
}

std::int16_t i16(std::int16_t v, bool through_host)
{
	return through_host ? host::i16(v) : v;
}

std::int32_t i32(std::int32_t v, bool through_host)
{
	return through_host ? host::i32(v) : v;
}

std::int64_t i64(std::int64_t v, bool through_host)
{
	return through_host ? host::i64(v) : v;
}

float f32(float v, bool through_host)
{
	return through_host ? host::f32(v) : v;
}

double f64(double v, bool through_host)
{
	return through_host ? host::f64(v) : v;
}

Level level(Level v, bool through_host)
{
	return through_host ? host::level(v) : v;
}

std::string text(std::string_view v, bool through_host)
{
	return through_host ? host::text(v) : std::string(v);
}

std::vector<std::uint8_t> bytes(relib::span<const std::uint8_t> v, bool through_host)
{
	return through_host ? host::bytes(v) : copy(v);
}

std::vector<std::uint8_t> buffer(relib::span<const std::uint8_t> v, bool through_host)
{
	return through_host ? host::buffer(v) : copy(v);
}

std::vector<std::int16_t> shorts(relib::span<const std::int16_t> v, bool through_host)
{
	return through_host ? host::shorts(v) : copy(v);
}

std::vector<std::int32_t> ints(relib::span<const std::int32_t> v, bool through_host)
{
	return through_host ? host::ints(v) : copy(v);
}

std::vector<std::int64_t> longs(relib::span<const std::int64_t> v, bool through_host)
{
	return through_host ? host::longs(v) : copy(v);
}

std::vector<float> floats(relib::span<const float> v, bool through_host)
{
	return through_host ? host::floats(v) : copy(v);
}

std::vector<double> doubles(relib::span<const double> v, bool through_host)
{
	return through_host ? host::doubles(v) : copy(v);
}

std::vector<std::string> texts(const std::vector<std::string> &v, bool through_host)
{
	return through_host ? host::texts(v) : v;
}

Point point(const Point &v, bool through_host)
{
	return through_host ? host::point(v) : v;
}

std::vector<Point> points(const std::vector<Point> &v, bool through_host)
{
	return through_host ? host::points(v) : v;
}

Shape shape(const Shape &v, bool through_host)
{
	return through_host ? host::shape(v) : v;
}

std::vector<Shape> shapes(const std::vector<Shape> &v, bool through_host)
{
	return through_host ? host::shapes(v) : v;
}

Shape compose(std::int16_t angle, const Part &main, bool closed, const std::vector<Part> &parts, std::string_view name,
			  const std::vector<std::string> &tags, relib::span<const std::uint8_t> pixels,
			  relib::span<const std::int32_t> widths, relib::span<const std::int64_t> times,
			  relib::span<const float> weights, relib::span<const double> ratios, std::int32_t color, Level level,
			  std::int64_t id, float opacity, bool through_host)
{
	return through_host ? host::compose(angle, main, closed, parts, name, tags, pixels, widths, times, weights, ratios,
										color, level, id, opacity)
						: Shape{angle, main, closed, parts, std::string(name), tags, copy(pixels), copy(widths),
								copy(times), copy(weights), copy(ratios), color, level, id, opacity};
}

Shape draw(const Shape &shape, const Failure &failure, bool fails)
{
	fail_if(fails, failure);
	return shape;
}

Level rate(Level level, const Failure &failure, bool fails)
{
	fail_if(fails, failure);
	return level;
}

void attempt(const Failure &failure, bool fails)
{
	fail_if(fails, failure);
}

Shape find_shape(const Shape &v, bool panics)
{
	panic_if(panics);
	return v;
}

std::vector<Shape> find_shapes(const std::vector<Shape> &v, bool panics)
{
	panic_if(panics);
	return v;
}

std::string find_text(std::string_view v, bool panics)
{
	panic_if(panics);
	return std::string(v);
}

Level find_level(Level v, bool panics)
{
	panic_if(panics);
	return v;
}

std::int32_t find_int(std::int32_t v, bool panics)
{
	panic_if(panics);
	return v;
}

std::int64_t find_long(std::int64_t v, bool panics)
{
	panic_if(panics);
	return v;
}

double find_double(double v, bool panics)
{
	panic_if(panics);
	return v;
}

} // namespace exports::values
