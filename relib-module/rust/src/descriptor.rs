// SPDX-License-Identifier: Apache-2.0
//! The module's descriptor, which the host reads before it runs any code of the module.

use std::ffi::c_void;

use crate::memory::RawSlice;
use crate::{ffi, panics};

/// The value of the symbol `relib_module`. Has the layout that the kit's C header declares.
#[repr(C)]
pub struct Descriptor {
    abi_version: u32,
    struct_size: u32,
    build_info: RawSlice<u8>,
    contract: RawSlice<u8>,
    attach: unsafe extern "C" fn(*const c_void, *mut c_void) -> bool,
    run_destructor: unsafe extern "C" fn(unsafe extern "C" fn(*mut c_void), *mut c_void),
    end_statics: unsafe extern "C" fn(),
}

// SAFETY: a descriptor is never modified.
unsafe impl Sync for Descriptor {}

impl Descriptor {
    /// Creates a descriptor with the module's build info and contract, both UTF-8.
    pub const fn new(build_info: &'static [u8], contract: &'static [u8]) -> Self {
        Self {
            abi_version: 1,
            struct_size: std::mem::size_of::<Self>() as u32,
            build_info: RawSlice::of(build_info),
            contract: RawSlice::of(contract),
            attach,
            run_destructor: ffi::relib_module_run_destructor,
            end_statics: ffi::relib_module_end_statics,
        }
    }
}

unsafe extern "C" fn attach(host: *const c_void, ledger: *mut c_void) -> bool {
    // SAFETY: the host passes the arguments that the C part expects.
    let attached = unsafe { ffi::relib_module_attach(host, ledger) };
    if attached {
        panics::install_hook();
    }
    attached
}

/// The version of rustc that compiles the kit and the module.
pub const COMPILER: &str = env!("RELIB_COMPILER");

/// The version of this crate.
pub const KIT_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Returns the total length of texts, in bytes.
pub const fn length(texts: &[&str]) -> usize {
    let mut length = 0;
    let mut i = 0;
    while i < texts.len() {
        length += texts[i].len();
        i += 1;
    }
    length
}

/// Concatenates texts; `N` is their [`length`].
pub const fn join<const N: usize>(texts: &[&str]) -> [u8; N] {
    let mut joined = [0; N];
    let mut length = 0;
    let mut i = 0;
    while i < texts.len() {
        let text = texts[i].as_bytes();
        let mut j = 0;
        while j < text.len() {
            joined[length] = text[j];
            length += 1;
            j += 1;
        }
        i += 1;
    }
    joined
}
