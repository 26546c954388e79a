// SPDX-License-Identifier: Apache-2.0
//! How values are represented in memory.

use crate::memory::{Memory, RawSlice};

/// A type of the contract: of record components, list elements, arguments and returned values.
pub trait Value: Sized {
    /// The C type.
    type Raw: Copy + 'static;

    /// Returns a raw value for the host to read. It is valid as long as the value, which may be moved, and `memory`
    /// exist.
    fn lend(&self, memory: &mut Memory) -> Self::Raw;

    /// Copies a raw value of the host.
    ///
    /// # Panics
    /// If it contains an enum's ordinal without a constant.
    ///
    /// # Safety
    /// `raw` must have been written by the host for this type.
    unsafe fn read(raw: &Self::Raw) -> Self;

    /// The value that an import returns if it fails where unwinding would end the process.
    fn empty() -> Self;
}

/// A type that lists can hold.
pub trait Element: Value {}

/// A record or enum of a contract.
pub trait Defined: Value {
    /// Its line in the contract's text, preceded by the lines of the types that it uses.
    const DEFINITION: &'static str;
}

/// A record of a contract.
pub trait Record: Defined + Element {}

macro_rules! scalars {
    ($($type:ty = $empty:literal),*) => {
        $(
            impl Value for $type {
                type Raw = Self;

                fn lend(&self, _: &mut Memory) -> Self {
                    *self
                }

                unsafe fn read(raw: &Self) -> Self {
                    *raw
                }

                fn empty() -> Self {
                    $empty
                }
            }
        )*
    };
}

scalars!(i8 = 0, i16 = 0, i32 = 0, i64 = 0, i128 = 0, u128 = 0, f32 = 0.0, f64 = 0.0);

/// The host passes nothing else than what is one.
impl Value for char {
    type Raw = u32;

    fn lend(&self, _: &mut Memory) -> u32 {
        (*self).into()
    }

    unsafe fn read(raw: &u32) -> Self {
        char::from_u32(*raw).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn empty() -> Self {
        '\0'
    }
}

impl Value for bool {
    type Raw = u8;

    fn lend(&self, _: &mut Memory) -> u8 {
        (*self).into()
    }

    unsafe fn read(raw: &u8) -> Self {
        *raw != 0
    }

    fn empty() -> Self {
        false
    }
}

impl Value for String {
    type Raw = RawSlice<u8>;

    fn lend(&self, _: &mut Memory) -> RawSlice<u8> {
        RawSlice::of(self.as_bytes())
    }

    unsafe fn read(raw: &RawSlice<u8>) -> Self {
        // SAFETY: as promised by the caller; text of the host is UTF-8.
        unsafe { Self::from_utf8_unchecked(raw.read_each(|byte| *byte)) }
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl Element for String {}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(
            impl Value for Vec<$number> {
                type Raw = RawSlice<$number>;

                fn lend(&self, _: &mut Memory) -> RawSlice<$number> {
                    RawSlice::of(self)
                }

                unsafe fn read(raw: &RawSlice<$number>) -> Self {
                    // SAFETY: as promised by the caller.
                    unsafe { raw.read_each(|number| *number) }
                }

                fn empty() -> Self {
                    Self::new()
                }
            }
        )*
    };
}

numbers!(u8, i16, i32, i64, f32, f64);

impl<E: Element> Value for Vec<E> {
    type Raw = RawSlice<E::Raw>;

    fn lend(&self, memory: &mut Memory) -> RawSlice<E::Raw> {
        let elements = self.iter().map(|element| element.lend(memory)).collect();
        memory.keep(elements)
    }

    unsafe fn read(raw: &RawSlice<E::Raw>) -> Self {
        // SAFETY: as promised by the caller.
        unsafe { raw.read_each(|element| E::read(element)) }
    }

    fn empty() -> Self {
        Self::new()
    }
}

/// Returns the constant of an enum with an ordinal.
///
/// # Panics
/// If there is none.
pub fn constant<E: Copy>(name: &str, constants: &[E], ordinal: i32) -> E {
    usize::try_from(ordinal)
        .ok()
        .and_then(|index| constants.get(index).copied())
        .unwrap_or_else(|| panic!("{ordinal} is no constant of {name} (0 to {})", constants.len() - 1))
}

/// Converts a record or enum of one interface to the same type of another interface. Copies the value with
/// everything that it points to. Does not compile if the definitions of the two types differ.
///
/// Each interface has its own Rust types, even if two interfaces use the same Java type:
///
/// ```ignore
/// let place: overlay::Point = relib_spring_module::cast(&drawing_point);
/// ```
pub fn cast<A: Defined, B: Defined>(value: &A) -> B {
    const { assert!(equal(A::DEFINITION, B::DEFINITION), "the two types are different in their contracts") };
    let mut memory = Memory::default();
    let raw = value.lend(&mut memory);
    // SAFETY: types with the same definition have the same layout.
    unsafe { B::read(&*(&raw const raw).cast::<B::Raw>()) }
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
