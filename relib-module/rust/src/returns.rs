// SPDX-License-Identifier: Apache-2.0
//! How returned values and declared errors cross.

use std::ffi::c_void;

use crate::memory::Memory;
use crate::values::{Element, Value};

/// A type that functions can return.
pub trait Return: Sized {
    /// The ABI type.
    type Raw: Copy;

    /// The value that a failed export returns.
    const NOTHING: Self::Raw;

    /// Passes the returned value of an export to the host, which owns the result.
    fn give(self) -> Self::Raw;

    /// Drops a returned value that the host gives back after reading it.
    ///
    /// # Safety
    /// `raw` must come from [`Return::give`] of this type, or be [`Return::NOTHING`], and must not be used again.
    unsafe fn drop_given(raw: Self::Raw) {
        let _ = raw;
    }

    /// Reads the returned value of an import, then gives it back to the host by `give_back`, also in case of a panic.
    ///
    /// # Panics
    /// If the value contains an enum's ordinal without a constant.
    ///
    /// # Safety
    /// `raw` must have been returned by the host for this type, and `give_back` must be the host's function that
    /// frees it, or `None` if it is not a box.
    unsafe fn take(raw: Self::Raw, give_back: Option<*mut c_void>) -> Self;

    /// The value that an import returns if it fails where unwinding would end the process.
    fn empty() -> Self;
}

impl Return for () {
    type Raw = ();
    const NOTHING: () = ();

    fn give(self) {}

    unsafe fn take((): (), _: Option<*mut c_void>) {}

    fn empty() {}
}

/// Implements [`Return`] for types that are returned by value.
#[doc(hidden)]
#[macro_export]
macro_rules! plain_return {
    ($($type:ty = $nothing:literal),*) => {
        $(
            impl $crate::glue::Return for $type {
                type Raw = <Self as $crate::glue::Value>::Raw;
                const NOTHING: Self::Raw = $nothing;

                fn give(self) -> Self::Raw {
                    $crate::glue::Value::lend(&self, &mut $crate::glue::Memory::default())
                }

                unsafe fn take(raw: Self::Raw, _: ::std::option::Option<*mut ::std::ffi::c_void>) -> Self {
                    // SAFETY: as promised by the caller.
                    unsafe { <Self as $crate::glue::Value>::read(&raw) }
                }

                fn empty() -> Self {
                    <Self as $crate::glue::Value>::empty()
                }
            }
        )*
    };
}

plain_return!(bool = 0, char = 0, i8 = 0, i16 = 0, i32 = 0, i64 = 0, i128 = 0, u128 = 0, f32 = 0.0, f64 = 0.0);

/// A type whose returned values cross in a box: an owned return that the host reads and then gives back.
pub trait Boxed: Value {}

impl Boxed for String {}
impl Boxed for Vec<u8> {}
impl Boxed for Vec<i16> {}
impl Boxed for Vec<i32> {}
impl Boxed for Vec<i64> {}
impl Boxed for Vec<f32> {}
impl Boxed for Vec<f64> {}
impl<E: Element> Boxed for Vec<E> {}

/// A box of this module. The host reads `raw`, its first field; the others keep alive the memory that it points to.
#[repr(C)]
struct Given<V: Value> {
    raw: V::Raw,
    _value: V,
    _memory: Memory,
}

/// A box of the host, which is given back when this is dropped.
struct Taken {
    raw: *mut c_void,
    give_back: Option<*mut c_void>,
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(function) = self.give_back {
            // SAFETY: as promised by the caller of `take`, which creates this.
            unsafe { std::mem::transmute::<*mut c_void, unsafe extern "C" fn(*mut c_void)>(function)(self.raw) }
        }
    }
}

impl<V: Boxed> Return for V {
    type Raw = *mut c_void;
    const NOTHING: *mut c_void = std::ptr::null_mut();

    fn give(self) -> *mut c_void {
        let mut memory = Memory::default();
        let raw = self.lend(&mut memory);
        Box::into_raw(Box::new(Given { raw, _value: self, _memory: memory })).cast()
    }

    unsafe fn drop_given(raw: *mut c_void) {
        if !raw.is_null() {
            // SAFETY: as promised by the caller, `give` has returned it.
            drop(unsafe { Box::from_raw(raw.cast::<Given<V>>()) });
        }
    }

    unsafe fn take(raw: *mut c_void, give_back: Option<*mut c_void>) -> Self {
        let taken = Taken { raw, give_back };
        // SAFETY: as promised by the caller.
        unsafe { V::read(&*taken.raw.cast::<V::Raw>()) }
    }

    fn empty() -> Self {
        Value::empty()
    }
}
