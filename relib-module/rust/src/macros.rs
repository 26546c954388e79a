// SPDX-License-Identifier: Apache-2.0
/// Declares the module. Use it once, at the root of the crate. It lists the exports with the types that
/// implement them, the imports, and the code of the main function and of `before_unload`. All parts are
/// optional; their order is fixed:
///
/// ```ignore
/// relib_spring_module::module! {
///     exports { greeter: Hello, counter: Hello }
///     imports { clock }
///     main { start_workers() }
///     before_unload { stop_workers() }
/// }
/// ```
///
/// `greeter`, `counter` and `clock` are Rust modules with generated bindings. `main` runs after each load if
/// the host is configured to call it. `before_unload` has to end the threads that the module started. Both may
/// call imports. A panic in `main` fails the load; a panic in `before_unload` makes the host refuse the unload.
#[macro_export]
macro_rules! module {
    (
        $(exports { $($exported:ident: $implementation:ty),* $(,)? })?
        $(imports { $($imported:ident),* $(,)? })?
        $(main $main:block)?
        $(before_unload $before_unload:block)?
    ) => {
        const _: () = {
            const __BUILD_INFO: &[&str] = &[
                "kit ", $crate::glue::KIT_VERSION,
                "\nlanguage rust\ncompiler ", $crate::glue::COMPILER,
                "\nversion ", env!("CARGO_PKG_VERSION"),
                "\npanic ", if cfg!(panic = "unwind") { "unwind" } else { "abort" }, "\n",
            ];
            const __CONTRACT: &[&str] = &[
                "relib-contract 1\n",
                $($($exported::CONTRACT,)*)?
                $($($imported::CONTRACT,)*)?
            ];
            static __BUILD_INFO_TEXT: [u8; $crate::glue::length(__BUILD_INFO)] = $crate::glue::join(__BUILD_INFO);
            static __CONTRACT_TEXT: [u8; $crate::glue::length(__CONTRACT)] = $crate::glue::join(__CONTRACT);

            #[unsafe(export_name = "relib_module")]
            static __DESCRIPTOR: $crate::glue::Descriptor =
                $crate::glue::Descriptor::new(&__BUILD_INFO_TEXT, &__CONTRACT_TEXT);
        };
        $($($exported::export! { $exported, $implementation })*)?
        $(const _: () = {
            fn __relib_main() {
                $main
            }
            $crate::export_function! { (__relib_main) fn __relib_main() -> () = "__relib__main" }
        };)?
        $(const _: () = {
            fn __relib_before_unload() {
                $before_unload
            }
            $crate::export_function! {
                (__relib_before_unload) fn __relib_before_unload() -> () = "__relib__before_unload"
            }
        };)?
    };
}

/// Exports a function under a symbol. Further symbols export the functions that free its boxed return and its
/// declared error, whose type follows that of the return.
#[doc(hidden)]
#[macro_export]
macro_rules! export_function {
    (
        ($($path:tt)*)
        fn $function:ident($($name:ident: $type:ty),*) -> $result:ty = $symbol:literal $(, $post:literal)?
    ) => {
        const _: () = {
            #[unsafe(export_name = $symbol)]
            unsafe extern "C" fn __call(
                success: *mut u8
                $(, $name: <$type as $crate::glue::Argument>::Raw)*
            ) -> <$result as $crate::glue::Return>::Raw {
                // SAFETY: the host passes a writable flag, and lends the arguments for the call.
                unsafe {
                    $crate::glue::export::<$result>(success, || {
                        $(let $name = <$type as $crate::glue::Argument>::hold($name);)*
                        let function: fn($($type),*) -> $result = $($path)*;
                        $crate::glue::apart(function)($(<$type as $crate::glue::Argument>::borrow(&$name)),*)
                    })
                }
            }
            $($crate::give_back! { $result = $post })?
        };
    };
    (
        ($($path:tt)*)
        fn $function:ident($($name:ident: $type:ty),*) -> $result:ty, $error:ty
            = $symbol:literal $(, $post:literal)?, error $error_symbol:literal
    ) => {
        const _: () = {
            #[allow(clippy::result_large_err)]
            #[unsafe(export_name = $symbol)]
            unsafe extern "C" fn __call(
                success: *mut u8,
                error: *mut *mut ::std::ffi::c_void
                $(, $name: <$type as $crate::glue::Argument>::Raw)*
            ) -> <$result as $crate::glue::Return>::Raw {
                // SAFETY: the host passes a writable flag and error pointer, and lends the arguments for the call.
                unsafe {
                    $crate::glue::export_or::<$result, $error>(success, error, || {
                        $(let $name = <$type as $crate::glue::Argument>::hold($name);)*
                        let function: fn($($type),*) -> ::std::result::Result<$result, $error> = $($path)*;
                        $crate::glue::apart(function)($(<$type as $crate::glue::Argument>::borrow(&$name)),*)
                    })
                }
            }
            $($crate::give_back! { $result = $post })?
            $crate::give_back! { $error = $error_symbol }
        };
    };
}

/// Exports the function with which the host frees a box of a type.
#[doc(hidden)]
#[macro_export]
macro_rules! give_back {
    ($type:ty = $symbol:literal) => {
        const _: () = {
            #[unsafe(export_name = $symbol)]
            unsafe extern "C" fn __give_back(given: <$type as $crate::glue::Return>::Raw) {
                // SAFETY: the host gives each box back once, to the function of the box's type.
                unsafe { <$type as $crate::glue::Return>::drop_given(given) }
            }
        };
    };
}

/// Exports the functions of a trait's implementation.
#[doc(hidden)]
#[macro_export]
macro_rules! export_trait {
    (
        $implementation:ty, $module:ident, $trait:ident;
        $(
            fn $function:ident($($name:ident: $type:ty),*) -> $result:ty $(, $error:ty)?
                = $symbol:literal $(, $post:literal)? $(, error $error_symbol:literal)?;
        )*
    ) => {
        $($crate::export_function! {
            (<$implementation as $module::$trait>::$function)
            fn $function($($name: $type),*) -> $result $(, $error)? = $symbol $(, $post)? $(, error $error_symbol)?
        })*
    };
}

/// Defines functions that call imports.
#[doc(hidden)]
#[macro_export]
macro_rules! import_functions {
    ($(
        $(#[$documentation:meta])*
        fn $function:ident($($name:ident: $type:ty),*) -> $result:ty
            = $import:literal, $symbol:literal $(, $post:literal)?;
    )*) => {
        $($crate::import_function! {
            $(#[$documentation])*
            fn $function($($name: $type),*) -> $result = $import, $symbol $(, $post)?
        })*
    };
}

/// Defines a function that calls an import, with one slot for the import and another one for the host's function
/// that frees the import's boxed return.
#[doc(hidden)]
#[macro_export]
macro_rules! import_function {
    (
        $(#[$documentation:meta])*
        fn $function:ident($($name:ident: $type:ty),*) -> $result:ty
            = $import:literal, $symbol:literal $(, $post:literal)?
    ) => {
        $(#[$documentation])*
        #[allow(dead_code, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
        pub fn $function($($name: $type),*) -> $result {
            #[unsafe(export_name = $symbol)]
            static __SLOT: $crate::glue::Slot = $crate::glue::Slot::new();
            type __Function = unsafe extern "C" fn(
                *mut u8 $(, <$type as $crate::glue::Argument>::Raw)*
            ) -> <$result as $crate::glue::Return>::Raw;
            let function = __SLOT.function($import);
            let give_back = $crate::glue::first(&[$({
                #[unsafe(export_name = $post)]
                static __POST_SLOT: $crate::glue::Slot = $crate::glue::Slot::new();
                __POST_SLOT.function($import)
            })?]);
            let mut memory = $crate::glue::Memory::default();
            // SAFETY: the host has verified that both sides have the same contract and has bound functions of these
            // types; the arguments are valid until the call returns.
            unsafe {
                let function = ::std::mem::transmute::<*mut ::std::ffi::c_void, __Function>(function);
                $crate::glue::import::<$result>($import, give_back, |success| {
                    function(success $(, $crate::glue::Argument::lend($name, &mut memory))*)
                })
            }
        }
    };
}

/// Logs at level trace, as `format!`.
#[macro_export]
macro_rules! trace {
    ($($message:tt)+) => { $crate::log($crate::Level::Trace, ::std::format_args!($($message)+)) };
}

/// Logs at level debug, as `format!`.
#[macro_export]
macro_rules! debug {
    ($($message:tt)+) => { $crate::log($crate::Level::Debug, ::std::format_args!($($message)+)) };
}

/// Logs at level info, as `format!`.
#[macro_export]
macro_rules! info {
    ($($message:tt)+) => { $crate::log($crate::Level::Info, ::std::format_args!($($message)+)) };
}

/// Logs at level warn, as `format!`.
#[macro_export]
macro_rules! warn {
    ($($message:tt)+) => { $crate::log($crate::Level::Warn, ::std::format_args!($($message)+)) };
}

/// Logs at level error, as `format!`.
#[macro_export]
macro_rules! error {
    ($($message:tt)+) => { $crate::log($crate::Level::Error, ::std::format_args!($($message)+)) };
}
