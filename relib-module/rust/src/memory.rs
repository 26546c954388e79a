//! What both sides read.

use std::any::Any;

/// Elements, as they cross and as they lie in memory: those of a value, or lent for the time of a call.
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
    /// What it points to must be valid for `'a`.
    pub(crate) unsafe fn elements<'a>(&self) -> &'a [T] {
        match self.len {
            0 => &[],
            // SAFETY: the pointer is valid if there is something to read.
            len => unsafe { std::slice::from_raw_parts(self.ptr, len) },
        }
    }

    /// Makes a value of each element. Panics when memory is short, where collecting would end the process.
    ///
    /// # Safety
    /// What it points to must be valid.
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

/// What values that are lent point to.
#[derive(Default)]
pub struct Memory(Vec<Box<dyn Any>>);

impl Memory {
    /// Keeps elements at their place for as long as the memory lives.
    pub fn keep<T: 'static>(&mut self, elements: Vec<T>) -> RawSlice<T> {
        let kept = RawSlice::of(&elements);
        self.0.push(Box::new(elements));
        kept
    }
}
