// SPDX-License-Identifier: Apache-2.0
//! How arguments cross. Numbers, enums, text and slices of numbers are passed without a copy; all other types
//! are converted for each call.

use crate::memory::{Memory, RawSlice};
use crate::values::{Element, Record, Value};

/// A type that arguments can have.
pub trait Argument: Sized {
    /// The ABI type.
    type Raw: Copy;

    /// Owns or refers to the argument of an export while the export runs.
    type Held;

    /// Converts an argument of an import. The result is valid as long as `self` and `memory` are.
    fn lend(self, memory: &mut Memory) -> Self::Raw;

    /// Converts an argument of an export.
    ///
    /// # Panics
    /// If it contains an enum's ordinal without a constant.
    ///
    /// # Safety
    /// `raw` must have been passed by the host for this type, and must outlive the result.
    unsafe fn hold(raw: Self::Raw) -> Self::Held;

    /// Borrows the argument of an export.
    ///
    /// # Safety
    /// `held` must outlive the result.
    unsafe fn borrow(held: &Self::Held) -> Self;
}

/// Implements [`Argument`] for types that are passed by value.
#[doc(hidden)]
#[macro_export]
macro_rules! plain_argument {
    ($($type:ty),*) => {
        $(
            impl $crate::glue::Argument for $type {
                type Raw = <Self as $crate::glue::Value>::Raw;
                type Held = Self;

                fn lend(self, memory: &mut $crate::glue::Memory) -> Self::Raw {
                    $crate::glue::Value::lend(&self, memory)
                }

                unsafe fn hold(raw: Self::Raw) -> Self {
                    // SAFETY: as promised by the caller.
                    unsafe { <Self as $crate::glue::Value>::read(&raw) }
                }

                unsafe fn borrow(held: &Self) -> Self {
                    *held
                }
            }
        )*
    };
}

plain_argument!(bool, char, i8, i16, i32, i64, i128, u128, f32, f64);

macro_rules! slices {
    ($($number:ty),*) => {
        $(
            impl Argument for &[$number] {
                type Raw = RawSlice<$number>;
                type Held = RawSlice<$number>;

                fn lend(self, _: &mut Memory) -> RawSlice<$number> {
                    RawSlice::of(self)
                }

                unsafe fn hold(raw: RawSlice<$number>) -> RawSlice<$number> {
                    raw
                }

                unsafe fn borrow(held: &RawSlice<$number>) -> Self {
                    // SAFETY: as promised by the caller.
                    unsafe { held.elements() }
                }
            }
        )*
    };
}

slices!(u8, i16, i32, i64, f32, f64);

impl Argument for &str {
    type Raw = RawSlice<u8>;
    type Held = RawSlice<u8>;

    fn lend(self, _: &mut Memory) -> RawSlice<u8> {
        RawSlice::of(self.as_bytes())
    }

    unsafe fn hold(raw: RawSlice<u8>) -> RawSlice<u8> {
        raw
    }

    unsafe fn borrow(held: &RawSlice<u8>) -> Self {
        // SAFETY: as promised by the caller; the host passes UTF-8 only.
        unsafe { std::str::from_utf8_unchecked(held.elements()) }
    }
}

impl<R: Record> Argument for &R {
    type Raw = *const R::Raw;
    type Held = R;

    fn lend(self, memory: &mut Memory) -> *const R::Raw {
        let raw = self.lend(memory);
        memory.keep(vec![raw]).first()
    }

    unsafe fn hold(raw: *const R::Raw) -> R {
        // SAFETY: as promised by the caller; the host never passes null.
        unsafe { R::read(&*raw) }
    }

    unsafe fn borrow(held: &R) -> Self {
        // SAFETY: as promised by the caller.
        unsafe { &*std::ptr::from_ref(held) }
    }
}

impl<E: Element> Argument for &[E] {
    type Raw = RawSlice<E::Raw>;
    type Held = Vec<E>;

    fn lend(self, memory: &mut Memory) -> RawSlice<E::Raw> {
        let elements = self.iter().map(|element| element.lend(memory)).collect();
        memory.keep(elements)
    }

    unsafe fn hold(raw: RawSlice<E::Raw>) -> Vec<E> {
        // SAFETY: as promised by the caller.
        unsafe { Vec::read(&raw) }
    }

    unsafe fn borrow(held: &Vec<E>) -> Self {
        // SAFETY: as promised by the caller.
        unsafe { &*std::ptr::from_ref(held.as_slice()) }
    }
}
