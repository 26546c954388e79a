// Generated from com.example.ImageFilter. Do not edit.

/// Changes images.
///
/// Implemented by the module. Called on any thread, by several at once, unless the module's
/// threading is `owner`. A panic is an exception of the host's caller.
#[allow(non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
pub trait ImageFilter {
    /// Applies the filter to an image.
    ///
    /// - `rgba`: the pixels, four bytes each
    /// - `width`: pixels in a line
    /// - `height`: lines
    ///
    /// Returns the new pixels, as many as in rgba
    fn apply(rgba: &[u8], width: i32, height: i32) -> Vec<u8>;
    /// What the filter is called.
    ///
    /// Returns a name for users
    fn name() -> String;
}

/// The contract of the trait, for `module!`.
pub const CONTRACT: &str = concat!(
    "exports ImageFilter\n",
    "  apply(rgba: bytes, width: i32, height: i32) -> bytes\n",
    "  name() -> str\n",
);

macro_rules! export {
    ($module:ident, $implementation:ty) => {
        ::relib_spring_module::export_trait! {
            $implementation, $module, ImageFilter;
            fn apply(rgba: &[u8], width: i32, height: i32) -> ::std::vec::Vec<u8> = "__relib__ImageFilter_apply", "__post__relib__ImageFilter_apply";
            fn name() -> ::std::string::String = "__relib__ImageFilter_name", "__post__relib__ImageFilter_name";
        }
    };
}
pub(crate) use export;
