//! How arguments cross. What is no number, constant or slice of numbers is made anew for the time of a call.

use crate::memory::{Memory, RawSlice};
use crate::values::{Element, Record, Value};

/// A type of arguments.
pub trait Argument: Sized {
    /// What crosses.
    type Raw: Copy;

    /// What an argument of an export refers to while the export runs.
    type Held;

    /// Lends an argument to an import of the host, for as long as the memory lives.
    fn lend(self, memory: &mut Memory) -> Self::Raw;

    /// Takes what crosses to an export. Panics if an enum in it is no constant.
    ///
    /// # Safety
    /// `raw` must be what the host passes for this type, and outlive the result.
    unsafe fn hold(raw: Self::Raw) -> Self::Held;

    /// The argument of an export.
    ///
    /// # Safety
    /// `held` must outlive the result.
    unsafe fn borrow(held: &Self::Held) -> Self;
}

/// An argument that is passed as itself.
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

plain_argument!(bool, i8, i16, i32, i64, f32, f64);

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
        // SAFETY: as promised by the caller, who never passes null.
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
