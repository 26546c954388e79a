// SPDX-License-Identifier: Apache-2.0
//! Memory that both sides read.

use std::any::Any;

/// A sequence in the ABI: pointer and number of elements. Does not own the elements.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct RawSlice<T> {
    ptr: *const T,
    len: usize,
}

impl<T> RawSlice<T> {
    pub(crate) const fn of(elements: &[T]) -> Self {
        Self { ptr: elements.as_ptr(), len: elements.len() }
    }

    pub(crate) const fn first(&self) -> *const T {
        self.ptr
    }

    /// # Safety
    /// The elements must be valid for `'a`.
    pub(crate) unsafe fn elements<'a>(&self) -> &'a [T] {
        match self.len {
            0 => &[],
            // SAFETY: the pointer is valid if there is something to read.
            len => unsafe { std::slice::from_raw_parts(self.ptr, len) },
        }
    }

    /// Converts each element.
    ///
    /// # Panics
    /// If memory is short. `collect` would abort the process instead.
    ///
    /// # Safety
    /// The elements must be valid.
    pub(crate) unsafe fn read_each<V>(&self, read: impl FnMut(&T) -> V) -> Vec<V> {
        let mut values = Vec::new();
        assert!(
            values.try_reserve_exact(self.len).is_ok(),
            "no memory for {} elements of {} bytes",
            self.len,
            std::mem::size_of::<V>()
        );
        // SAFETY: as promised by the caller.
        values.extend(unsafe { self.elements() }.iter().map(read));
        values
    }
}

/// Owns the memory that raw values point to.
#[derive(Default)]
pub struct Memory(Vec<Box<dyn Any>>);

impl Memory {
    /// Takes ownership of elements. The result is valid as long as this memory exists.
    pub fn keep<T: 'static>(&mut self, elements: Vec<T>) -> RawSlice<T> {
        let kept = RawSlice::of(&elements);
        self.0.push(Box::new(elements));
        kept
    }
}
