/// Declares the module, once, at the root of its crate: what it exports, with the types that implement
/// the traits, what it imports, and what runs at the beginning and the end. All parts may be left out,
/// their order is this:
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
/// `greeter`, `counter` and `clock` are modules with generated bindings. `before_unload` ends the threads
/// that the module started; it may call imports, and a panic in it makes the host keep the module.
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

/// Exports a function under a symbol, under a second one what gives its boxed return back, and under a third
/// one what gives its declared error back, whose type follows the return's.
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
                // SAFETY: the host passes a flag that can be written and lends the arguments for the call.
                unsafe {
                    $crate::glue::export::<$result>(success, || {
                        $(let $name = <$type as $crate::glue::Argument>::hold($name);)*
                        $($path)*($(<$type as $crate::glue::Argument>::borrow(&$name)),*)
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
                // SAFETY: the host passes a flag and a place that can be written, and lends the arguments for the call.
                unsafe {
                    $crate::glue::export_or::<$result, $error>(success, error, || {
                        $(let $name = <$type as $crate::glue::Argument>::hold($name);)*
                        $($path)*($(<$type as $crate::glue::Argument>::borrow(&$name)),*)
                    })
                }
            }
            $($crate::give_back! { $result = $post })?
            $crate::give_back! { $error = $error_symbol }
        };
    };
}

/// Exports what gives the box of a type back.
#[doc(hidden)]
#[macro_export]
macro_rules! give_back {
    ($type:ty = $symbol:literal) => {
        const _: () = {
            #[unsafe(export_name = $symbol)]
            unsafe extern "C" fn __give_back(given: <$type as $crate::glue::Return>::Raw) {
                // SAFETY: the host gives back what an export of this type has given it, once.
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

/// Defines the functions of the host that a module calls.
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

/// Defines a function of the host that a module calls, by two slots: for the function, and for what gives
/// its boxed return back.
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
            // SAFETY: the host has checked the contract that both sides have; it has put such functions here, and
            // the arguments are lent until it returns.
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
