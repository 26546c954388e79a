// SPDX-License-Identifier: Apache-2.0
//! Building blocks of macros and generated bindings. Not part of the crate's public interface.

use std::ffi::c_void;
use std::sync::atomic::{AtomicPtr, Ordering};

pub use crate::arguments::Argument;
pub use crate::boundary::{export, export_or, import};
pub use crate::descriptor::{join, length, Descriptor, COMPILER, KIT_VERSION};
pub use crate::memory::Memory;
pub use crate::returns::{Boxed, Return};
pub use crate::values::{constant, Defined, Element, Record, Value};

/// Keeps a function of the module out of the kit's frames, so that leaks are told by its name.
pub use std::hint::black_box as apart;

/// Returns the first function, or `None`.
pub fn first(functions: &[*mut c_void]) -> Option<*mut c_void> {
    functions.first().copied()
}

/// A slot for the address of an imported function. The host binds it before it calls the module.
#[repr(transparent)]
pub struct Slot(AtomicPtr<c_void>);

impl Slot {
    /// Creates an unbound slot.
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Self(AtomicPtr::new(std::ptr::null_mut()))
    }

    /// Returns the address of the function.
    ///
    /// # Panics
    /// With the import's `name`, if the host has not bound the slot.
    pub fn function(&self, name: &str) -> *mut c_void {
        let function = self.0.load(Ordering::Relaxed);
        assert!(!function.is_null(), "the import {name} was called before the host had bound it");
        function
    }
}
