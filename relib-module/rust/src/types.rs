// SPDX-License-Identifier: Apache-2.0
/// Defines a record of a contract. `$definition` is its definition in the contract's text.
#[doc(hidden)]
#[macro_export]
macro_rules! record {
    (
        $definition:expr;
        $(#[$documentation:meta])*
        pub struct $name:ident {
            $($(#[$component_documentation:meta])* pub $component:ident: $type:ty,)*
        }
    ) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(dead_code, non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
        pub struct $name {
            $($(#[$component_documentation])* pub $component: $type,)*
        }

        const _: () = {
            /// The C structure.
            #[derive(Clone, Copy)]
            #[repr(C)]
            pub struct __Raw {
                $($component: <$type as $crate::glue::Value>::Raw,)*
            }

            impl $crate::glue::Value for $name {
                type Raw = __Raw;

                fn lend(&self, memory: &mut $crate::glue::Memory) -> __Raw {
                    __Raw { $($component: <$type as $crate::glue::Value>::lend(&self.$component, memory),)* }
                }

                unsafe fn read(raw: &__Raw) -> Self {
                    // SAFETY: as promised by the caller.
                    unsafe { Self { $($component: <$type as $crate::glue::Value>::read(&raw.$component),)* } }
                }

                fn empty() -> Self {
                    Self { $($component: <$type as $crate::glue::Value>::empty(),)* }
                }
            }

            impl $crate::glue::Element for $name {}
            impl $crate::glue::Record for $name {}
            impl $crate::glue::Boxed for $name {}
            impl $crate::glue::Defined for $name {
                const DEFINITION: &'static str = $definition;
            }
        };
    };
}

/// Defines an enum of a contract. `$definition` is its definition in the contract's text.
#[doc(hidden)]
#[macro_export]
macro_rules! enumeration {
    (
        $definition:expr;
        $(#[$documentation:meta])*
        pub enum $name:ident {
            $($(#[$constant_documentation:meta])* $constant:ident,)*
        }
    ) => {
        $(#[$documentation])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(dead_code, non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
        #[repr(i32)]
        pub enum $name {
            $($(#[$constant_documentation])* $constant,)*
        }

        const _: () = {
            const __CONSTANTS: &[$name] = &[$($name::$constant),*];

            impl $crate::glue::Value for $name {
                type Raw = i32;

                fn lend(&self, _: &mut $crate::glue::Memory) -> i32 {
                    *self as i32
                }

                unsafe fn read(raw: &i32) -> Self {
                    $crate::glue::constant(::std::stringify!($name), __CONSTANTS, *raw)
                }

                fn empty() -> Self {
                    __CONSTANTS[0]
                }
            }

            impl $crate::glue::Defined for $name {
                const DEFINITION: &'static str = $definition;
            }

            $crate::plain_argument!($name);
            $crate::plain_return!($name = 0);
        };
    };
}
