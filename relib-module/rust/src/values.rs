//! How values cross between Rust and the host. A type that can cross implements one or both traits;
//! generated bindings name Rust types only.

use std::ffi::c_void;

/// Elements that one side lends to the other for the time of a call.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct RawSlice {
    ptr: *const u8,
    len: usize,
}

impl RawSlice {
    pub(crate) const fn of(bytes: &'static [u8]) -> Self {
        Self { ptr: bytes.as_ptr(), len: bytes.len() }
    }

    fn lend(bytes: &[u8]) -> Self {
        Self { ptr: bytes.as_ptr(), len: bytes.len() }
    }

    /// # Safety
    /// What it points to must be lent for `'a`.
    unsafe fn bytes<'a>(self) -> &'a [u8] {
        match self.len {
            0 => &[],
            // SAFETY: the pointer is valid if there is something to read.
            len => unsafe { std::slice::from_raw_parts(self.ptr, len) },
        }
    }
}

/// A vector on its way to the host, which reads the first two words and gives the box back.
#[repr(C)]
pub struct RawBox {
    ptr: *mut u8,
    len: usize,
    capacity: usize,
}

impl RawBox {
    fn of(bytes: Vec<u8>) -> *mut Self {
        let mut bytes = std::mem::ManuallyDrop::new(bytes);
        Box::into_raw(Box::new(Self { ptr: bytes.as_mut_ptr(), len: bytes.len(), capacity: bytes.capacity() }))
    }

    /// # Safety
    /// `raw` must come from [`RawBox::of`], once, or be null.
    unsafe fn drop_raw(raw: *mut Self) {
        if !raw.is_null() {
            // SAFETY: it is what `of` has taken apart.
            unsafe {
                let parts = Box::from_raw(raw);
                drop(Vec::from_raw_parts(parts.ptr, parts.len, parts.capacity));
            }
        }
    }
}

/// A type of arguments.
pub trait Argument: Sized {
    /// What crosses.
    type Raw: Copy;

    /// Lends an argument to an import of the host.
    fn lend(self) -> Self::Raw;

    /// Takes an argument of an export.
    ///
    /// # Safety
    /// `raw` must be what the host passes for this type, and outlive the result.
    unsafe fn borrow(raw: Self::Raw) -> Self;
}

/// A type of returns.
pub trait Return: Sized {
    /// What an export returns.
    type Raw: Copy;

    /// What an import returns.
    type Lent: Copy;

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

    /// Takes what an import has returned, and gives it back to the host if that wants it back.
    ///
    /// # Safety
    /// `lent` must be what the host returns for this type, `give_back` its function to give it back.
    unsafe fn take(lent: Self::Lent, give_back: Option<*mut c_void>) -> Self;

    /// What an import returns that has failed while the thread was unwinding.
    fn empty() -> Self;
}

/// Copies what an import has returned, and gives it back.
///
/// # Safety
/// As [`Return::take`].
unsafe fn copy(lent: *mut RawSlice, give_back: Option<*mut c_void>) -> Vec<u8> {
    // SAFETY: as promised by the caller.
    unsafe {
        let bytes = (*lent).bytes().to_vec();
        if let Some(function) = give_back {
            std::mem::transmute::<*mut c_void, unsafe extern "C" fn(*mut RawSlice)>(function)(lent);
        }
        bytes
    }
}

macro_rules! scalars {
    ($($type:ty: $nothing:literal),*) => {
        $(
            impl Argument for $type {
                type Raw = Self;

                fn lend(self) -> Self {
                    self
                }

                unsafe fn borrow(raw: Self) -> Self {
                    raw
                }
            }

            impl Return for $type {
                type Raw = Self;
                type Lent = Self;
                const NOTHING: Self = $nothing;

                fn give(self) -> Self {
                    self
                }

                unsafe fn take(lent: Self, _: Option<*mut c_void>) -> Self {
                    lent
                }

                fn empty() -> Self {
                    $nothing
                }
            }
        )*
    };
}

scalars!(i8: 0, i16: 0, i32: 0, i64: 0, f32: 0.0, f64: 0.0);

impl Argument for bool {
    type Raw = u8;

    fn lend(self) -> u8 {
        self.into()
    }

    unsafe fn borrow(raw: u8) -> Self {
        raw != 0
    }
}

impl Return for bool {
    type Raw = u8;
    type Lent = u8;
    const NOTHING: u8 = 0;

    fn give(self) -> u8 {
        self.into()
    }

    unsafe fn take(lent: u8, _: Option<*mut c_void>) -> Self {
        lent != 0
    }

    fn empty() -> Self {
        false
    }
}

impl Return for () {
    type Raw = ();
    type Lent = ();
    const NOTHING: () = ();

    fn give(self) {}

    unsafe fn take((): (), _: Option<*mut c_void>) {}

    fn empty() {}
}

impl Argument for &[u8] {
    type Raw = RawSlice;

    fn lend(self) -> RawSlice {
        RawSlice::lend(self)
    }

    unsafe fn borrow(raw: RawSlice) -> Self {
        // SAFETY: as promised by the caller.
        unsafe { raw.bytes() }
    }
}

impl Argument for &str {
    type Raw = RawSlice;

    fn lend(self) -> RawSlice {
        RawSlice::lend(self.as_bytes())
    }

    unsafe fn borrow(raw: RawSlice) -> Self {
        // SAFETY: as promised by the caller; the host passes UTF-8 only.
        unsafe { std::str::from_utf8_unchecked(raw.bytes()) }
    }
}

macro_rules! boxed {
    ($type:ty, $into_bytes:expr, $from_bytes:expr) => {
        impl Return for $type {
            type Raw = *mut RawBox;
            type Lent = *mut RawSlice;
            const NOTHING: *mut RawBox = std::ptr::null_mut();

            fn give(self) -> *mut RawBox {
                RawBox::of($into_bytes(self))
            }

            unsafe fn drop_given(raw: *mut RawBox) {
                // SAFETY: as promised by the caller.
                unsafe { RawBox::drop_raw(raw) }
            }

            unsafe fn take(lent: *mut RawSlice, give_back: Option<*mut c_void>) -> Self {
                // SAFETY: as promised by the caller; text of the host is UTF-8.
                unsafe { $from_bytes(copy(lent, give_back)) }
            }

            fn empty() -> Self {
                Self::new()
            }
        }
    };
}

boxed!(Vec<u8>, std::convert::identity, std::convert::identity);
boxed!(String, Self::into_bytes, Self::from_utf8_unchecked);
