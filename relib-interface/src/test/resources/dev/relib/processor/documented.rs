// Generated from com.example.Documented. Do not edit.

/// Ends comments: */, */ and */; begins them: /* and // and ??/
///
/// Text with List<String>, a && {b}, <b>, plain,
/// empty text, lists and bold
/// <tags> &amp;.
///
/// Lists:
///
/// - one
/// - two, in UTF-8: größer ≥
///
/// @Override
///     indented();
///
/// Implemented by the module. Called on any thread, by several at once, unless the module's
/// threading is `owner`. A panic is an exception of the host's caller.
#[allow(non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
pub trait Documented {
    /// - `unfinished`: {@code an open brace
    fn broken(unfinished: i32);
    /// Returns the answer.
    fn inline() -> i32;
    /// One line.
    fn line();
    /// Takes much.
    ///
    /// - `max_width`: the widest, in
    ///   pixels, see line
    /// - `register`: a name that C
    ///   does not like
    ///
    /// Returns the
    /// result
    ///
    /// Throws IllegalStateException: never
    fn plain(max_width: i32, register: i32, undocumented: i32) -> String;
    fn undocumented();
}

/// The contract of the trait, for `module!`.
pub const CONTRACT: &str = concat!(
    "exports Documented\n",
    "  broken(unfinished: i32) -> unit\n",
    "  inline() -> i32\n",
    "  line() -> unit\n",
    "  plain(max_width: i32, register: i32, undocumented: i32) -> str\n",
    "  undocumented() -> unit\n",
);

macro_rules! export {
    ($module:ident, $implementation:ty) => {
        ::relib_spring_module::export_trait! {
            $implementation, $module, Documented;
            fn broken(unfinished: i32) -> () = "__relib__Documented_broken";
            fn inline() -> i32 = "__relib__Documented_inline";
            fn line() -> () = "__relib__Documented_line";
            fn plain(max_width: i32, register: i32, undocumented: i32) -> ::std::string::String = "__relib__Documented_plain", "__post__relib__Documented_plain";
            fn undocumented() -> () = "__relib__Documented_undocumented";
        }
    };
}
pub(crate) use export;
