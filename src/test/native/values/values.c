/* SPDX-License-Identifier: Apache-2.0 */
#include "values.h"
#include "values_host.h"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_VALUES RELIB_CONTRACT_VALUES_HOST)

bool values_flag(bool v, bool through_host)
{
	return through_host ? values_host_flag(v) : v;
}

int8_t values_i8(int8_t v, bool through_host)
{
	return through_host ? values_host_i8(v) : v;
}

int16_t values_i16(int16_t v, bool through_host)
{
	return through_host ? values_host_i16(v) : v;
}

int32_t values_i32(int32_t v, bool through_host)
{
	return through_host ? values_host_i32(v) : v;
}

int64_t values_i64(int64_t v, bool through_host)
{
	return through_host ? values_host_i64(v) : v;
}

float values_f32(float v, bool through_host)
{
	return through_host ? values_host_f32(v) : v;
}

double values_f64(double v, bool through_host)
{
	return through_host ? values_host_f64(v) : v;
}

Level values_level(Level v, bool through_host)
{
	return through_host ? values_host_level(v) : v;
}

relib_string values_text(relib_str v, bool through_host)
{
	return through_host ? values_host_text(v) : relib_string_copy(v);
}

relib_buffer values_bytes(relib_bytes v, bool through_host)
{
	return through_host ? values_host_bytes(v) : relib_buffer_of(v.ptr, v.len);
}

relib_buffer values_buffer(relib_bytes v, bool through_host)
{
	return through_host ? values_host_buffer(v) : relib_buffer_of(v.ptr, v.len);
}

relib_i16_array values_shorts(relib_i16_slice v, bool through_host)
{
	return through_host ? values_host_shorts(v) : relib_i16_array_of(v.ptr, v.len);
}

relib_i32_array values_ints(relib_i32_slice v, bool through_host)
{
	return through_host ? values_host_ints(v) : relib_i32_array_of(v.ptr, v.len);
}

relib_i64_array values_longs(relib_i64_slice v, bool through_host)
{
	return through_host ? values_host_longs(v) : relib_i64_array_of(v.ptr, v.len);
}

relib_f32_array values_floats(relib_f32_slice v, bool through_host)
{
	return through_host ? values_host_floats(v) : relib_f32_array_of(v.ptr, v.len);
}

relib_f64_array values_doubles(relib_f64_slice v, bool through_host)
{
	return through_host ? values_host_doubles(v) : relib_f64_array_of(v.ptr, v.len);
}

relib_string_list values_texts(relib_string_slice v, bool through_host)
{
	return through_host ? values_host_texts(v) : relib_string_list_copy(v);
}

Point values_point(const Point *v, bool through_host)
{
	return through_host ? values_host_point(v) : point_copy(v);
}

PointList values_points(PointSlice v, bool through_host)
{
	return through_host ? values_host_points(v) : point_list_copy(v);
}

Shape values_shape(const Shape *v, bool through_host)
{
	return through_host ? values_host_shape(v) : shape_copy(v);
}

ShapeList values_shapes(ShapeSlice v, bool through_host)
{
	return through_host ? values_host_shapes(v) : shape_list_copy(v);
}

Shape values_compose(int16_t angle, const Part *main, bool closed, PartSlice parts, relib_str name,
	relib_string_slice tags, relib_bytes pixels, relib_i32_slice widths, relib_i64_slice times, relib_f32_slice weights,
	relib_f64_slice ratios, int32_t color, Level level, int64_t id, float opacity, bool through_host)
{
	if (through_host) {
		return values_host_compose(angle, main, closed, parts, name, tags, pixels, widths, times, weights, ratios, color,
			level, id, opacity);
	}
	return (Shape){
		.angle = angle,
		.main = part_copy(main),
		.closed = closed,
		.parts = part_list_copy(parts),
		.name = relib_string_copy(name),
		.tags = relib_string_list_copy(tags),
		.pixels = relib_buffer_of(pixels.ptr, pixels.len),
		.widths = relib_i32_array_of(widths.ptr, widths.len),
		.times = relib_i64_array_of(times.ptr, times.len),
		.weights = relib_f32_array_of(weights.ptr, weights.len),
		.ratios = relib_f64_array_of(ratios.ptr, ratios.len),
		.color = color,
		.level = level,
		.id = id,
		.opacity = opacity,
	};
}

bool values_draw(const Shape *shape, const Failure *failure, bool fails, Shape *result, Failure *error)
{
	if (fails) {
		*error = failure_copy(failure);
	}
	else {
		*result = shape_copy(shape);
	}
	return !fails;
}

bool values_rate(Level level, const Failure *failure, bool fails, Level *result, Failure *error)
{
	if (fails) {
		*error = failure_copy(failure);
	}
	*result = level;
	return !fails;
}

bool values_attempt(const Failure *failure, bool fails, Failure *error)
{
	if (fails) {
		*error = failure_copy(failure);
	}
	return !fails;
}

static void panic_if(bool panics)
{
	if (panics) {
		relib_panic("as requested");
	}
}

Shape values_find_shape(const Shape *v, bool panics)
{
	panic_if(panics);
	return shape_copy(v);
}

ShapeList values_find_shapes(ShapeSlice v, bool panics)
{
	panic_if(panics);
	return shape_list_copy(v);
}

relib_string values_find_text(relib_str v, bool panics)
{
	panic_if(panics);
	return relib_string_copy(v);
}

Level values_find_level(Level v, bool panics)
{
	panic_if(panics);
	return v;
}

int32_t values_find_int(int32_t v, bool panics)
{
	panic_if(panics);
	return v;
}

int64_t values_find_long(int64_t v, bool panics)
{
	panic_if(panics);
	return v;
}

double values_find_double(double v, bool panics)
{
	panic_if(panics);
	return v;
}
