// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use relib_spring_module::cast;
use values::{Failure, Level, Part, Point, Shape};

#[path = "../../../target/test-classes/META-INF/relib/rust/values.rs"]
mod values;
#[path = "../../../target/test-classes/META-INF/relib/rust/values_host.rs"]
mod values_host;

relib_spring_module::module! {
    exports { values: Module }
    imports { values_host }
}

struct Module;

fn fail_if(fails: bool, failure: &Failure) -> Result<(), Failure> {
    if fails {
        Err(failure.clone())
    } else {
        Ok(())
    }
}

fn panic_if(panics: bool) {
    assert!(!panics, "as requested");
}

macro_rules! echoes {
    ($($name:ident($argument:ty) -> $result:ty = $through_host:expr, $itself:expr;)*) => {
        $(
            fn $name(v: $argument, through_host: bool) -> $result {
                if through_host { $through_host(v) } else { $itself(v) }
            }
        )*
    };
}

impl values::Values for Module {
    echoes! {
        flag(bool) -> bool = values_host::flag, std::convert::identity;
        i8(i8) -> i8 = values_host::i8, std::convert::identity;
        i16(i16) -> i16 = values_host::i16, std::convert::identity;
        i32(i32) -> i32 = values_host::i32, std::convert::identity;
        i64(i64) -> i64 = values_host::i64, std::convert::identity;
        f32(f32) -> f32 = values_host::f32, std::convert::identity;
        f64(f64) -> f64 = values_host::f64, std::convert::identity;
        level(Level) -> Level = |v| cast(&values_host::level(cast(&v))), std::convert::identity;
        text(&str) -> String = values_host::text, str::to_owned;
        bytes(&[u8]) -> Vec<u8> = values_host::bytes, <[_]>::to_vec;
        buffer(&[u8]) -> Vec<u8> = values_host::buffer, <[_]>::to_vec;
        shorts(&[i16]) -> Vec<i16> = values_host::shorts, <[_]>::to_vec;
        ints(&[i32]) -> Vec<i32> = values_host::ints, <[_]>::to_vec;
        longs(&[i64]) -> Vec<i64> = values_host::longs, <[_]>::to_vec;
        floats(&[f32]) -> Vec<f32> = values_host::floats, <[_]>::to_vec;
        doubles(&[f64]) -> Vec<f64> = values_host::doubles, <[_]>::to_vec;
        texts(&[String]) -> Vec<String> = values_host::texts, <[_]>::to_vec;
        point(&Point) -> Point = |v| cast(&values_host::point(&cast(v))), Point::clone;
        shape(&Shape) -> Shape = |v| cast(&values_host::shape(&cast(v))), Shape::clone;
        points(&[Point]) -> Vec<Point> = |v: &[Point]| values_host::points(&v.iter().map(cast).collect::<Vec<_>>()).iter().map(cast).collect(), <[_]>::to_vec;
        shapes(&[Shape]) -> Vec<Shape> = |v: &[Shape]| values_host::shapes(&v.iter().map(cast).collect::<Vec<_>>()).iter().map(cast).collect(), <[_]>::to_vec;
    }

    fn compose(
        angle: i16, main: &Part, closed: bool, parts: &[Part], name: &str, tags: &[String], pixels: &[u8], widths: &[i32],
        times: &[i64], weights: &[f32], ratios: &[f64], color: i32, level: Level, id: i64, opacity: f32,
        through_host: bool,
    ) -> Shape {
        if through_host {
            let parts: Vec<_> = parts.iter().map(cast).collect();
            return cast(&values_host::compose(
                angle, &cast(main), closed, &parts, name, tags, pixels, widths, times, weights, ratios, color,
                cast(&level), id, opacity,
            ));
        }
        Shape {
            angle,
            main: main.clone(),
            closed,
            parts: parts.to_vec(),
            name: name.to_owned(),
            tags: tags.to_vec(),
            pixels: pixels.to_vec(),
            widths: widths.to_vec(),
            times: times.to_vec(),
            weights: weights.to_vec(),
            ratios: ratios.to_vec(),
            color,
            level,
            id,
            opacity,
        }
    }

    fn draw(shape: &Shape, failure: &Failure, fails: bool) -> Result<Shape, Failure> {
        fail_if(fails, failure)?;
        Ok(shape.clone())
    }

    fn rate(level: Level, failure: &Failure, fails: bool) -> Result<Level, Failure> {
        fail_if(fails, failure)?;
        Ok(level)
    }

    fn attempt(failure: &Failure, fails: bool) -> Result<(), Failure> {
        fail_if(fails, failure)
    }

    fn find_shape(v: &Shape, panics: bool) -> Shape {
        panic_if(panics);
        v.clone()
    }

    fn find_shapes(v: &[Shape], panics: bool) -> Vec<Shape> {
        panic_if(panics);
        v.to_vec()
    }

    fn find_text(v: &str, panics: bool) -> String {
        panic_if(panics);
        v.to_owned()
    }

    fn find_level(v: Level, panics: bool) -> Level {
        panic_if(panics);
        v
    }

    fn find_int(v: i32, panics: bool) -> i32 {
        panic_if(panics);
        v
    }

    fn find_long(v: i64, panics: bool) -> i64 {
        panic_if(panics);
        v
    }

    fn find_double(v: f64, panics: bool) -> f64 {
        panic_if(panics);
        v
    }
}
