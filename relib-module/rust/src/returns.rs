//! How returns and declared errors cross.

use std::ffi::c_void;

use crate::memory::Memory;
use crate::values::{Element, Value};

/// A type of returns.
pub trait Return: Sized {
    /// What crosses.
    type Raw: Copy;

    /// What an export returns that has failed.
    const NOTHING: Self::Raw;

    /// Hands the return of an export to the host.
    fn give(self) -> Self::Raw;

    /// Drops what an export has returned, after the host has read it.
    ///
    /// # Safety
    /// `raw` must come from [`Return::give`] of this type, or be [`Return::NOTHING`]; it may not be used any
    /// more.
    unsafe fn drop_given(raw: Self::Raw) {
        let _ = raw;
    }

    /// Takes what an import has returned, and gives it back to the host if that wants it back, whatever
    /// comes of it. Panics if an enum in it is no constant.
    ///
    /// # Safety
    /// `raw` must be what the host returns for this type, `give_back` its function to give it back.
    unsafe fn take(raw: Self::Raw, give_back: Option<*mut c_void>) -> Self;

    /// What an import returns that has failed while the thread was unwinding.
    fn empty() -> Self;
}

impl Return for () {
    type Raw = ();
    const NOTHING: () = ();

    fn give(self) {}

    unsafe fn take((): (), _: Option<*mut c_void>) {}

    fn empty() {}
}

/// A return that is passed as itself.
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

plain_return!(bool = 0, i8 = 0, i16 = 0, i32 = 0, i64 = 0, f32 = 0.0, f64 = 0.0);

/// A type of returns that cross in a box: the host reads what is first in it, and gives it back.
pub trait Boxed: Value {}

impl Boxed for String {}
impl Boxed for Vec<u8> {}
impl Boxed for Vec<i16> {}
impl Boxed for Vec<i32> {}
impl Boxed for Vec<i64> {}
impl Boxed for Vec<f32> {}
impl Boxed for Vec<f64> {}
impl<E: Element> Boxed for Vec<E> {}

#[repr(C)]
struct Given<V: Value> {
    raw: V::Raw,
    _value: V,
    _memory: Memory,
}

/// Gives a box of the host back, however the scope is left.
struct Taken {
    raw: *mut c_void,
    give_back: Option<*mut c_void>,
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(function) = self.give_back {
            // SAFETY: as promised to the function that has made this.
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
            // SAFETY: it is what `give` has returned.
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
