// Generated from com.example.Drawing. Do not edit.

::relib_spring_module::enumeration! {
    "enum Blend { NORMAL, MULTIPLY }";
    /// How colors mix.
    pub enum Blend {
        /// The new color replaces the old one.
        Normal,
        /// The new color darkens the old one:
        /// black stays black.
        Multiply,
    }
}

::relib_spring_module::record! {
    "record Point { x: i32, y: i32 }";
    /// A place.
    pub struct Point {
        /// from the left, in pixels
        pub x: i32,
        /// from the top, in pixels
        pub y: i32,
    }
}

::relib_spring_module::record! {
    concat!(
        "enum Blend { NORMAL, MULTIPLY }\n",
        "record Point { x: i32, y: i32 }\n",
        "record Shape { name: str, blend: Blend, corners: [Point] }\n",
    );
    /// A polygon.
    pub struct Shape {
        pub name: String,
        pub blend: Blend,
        /// at least three
        pub corners: Vec<Point>,
    }
}

::relib_spring_module::record! {
    "record OutOfPaper { sheets: i32 }";
    /// How much is missing.
    pub struct OutOfPaper {
        /// how many, at least 1
        pub sheets: i32,
    }
}

/// Draws on paper.
///
/// Implemented by the module. Called on any thread, by several at once, unless the module's
/// threading is `owner`. A panic is an exception of the host's caller.
/// Of an `Err` the host makes the exception of its caller that the interface declares.
#[allow(non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
pub trait Drawing {
    /// What is used if nothing is said.
    ///
    /// Returns a mode that is possible on paper
    fn blend() -> Blend;
    /// Draws a shape.
    ///
    /// - `shape`: what to draw
    /// - `widths`: of the lines, in pixels, one for each corner
    ///
    /// Returns the corners that are visible
    ///
    /// Throws OutOfPaperException: if there is not enough of it
    ///
    /// Throws IllegalArgumentException: if a width is negative
    fn draw(shape: &Shape, widths: &[i32]) -> Result<Vec<Point>, OutOfPaper>;
}

/// The contract of the trait, for `module!`.
pub const CONTRACT: &str = concat!(
    "enum Blend { NORMAL, MULTIPLY }\n",
    "record Point { x: i32, y: i32 }\n",
    "record Shape { name: str, blend: Blend, corners: [Point] }\n",
    "record OutOfPaper { sheets: i32 }\n",
    "exports Drawing\n",
    "  blend() -> Blend\n",
    "  draw(shape: Shape, widths: [i32]) -> [Point] throws OutOfPaper\n",
);

macro_rules! export {
    ($module:ident, $implementation:ty) => {
        ::relib_spring_module::export_trait! {
            $implementation, $module, Drawing;
            fn blend() -> $module::Blend = "__relib__Drawing_blend";
            fn draw(shape: &$module::Shape, widths: &[i32]) -> ::std::vec::Vec<$module::Point>, $module::OutOfPaper = "__relib__Drawing_draw", "__post__relib__Drawing_draw", error "__error__relib__Drawing_draw";
        }
    };
}
pub(crate) use export;
