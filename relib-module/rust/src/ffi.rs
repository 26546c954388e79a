// SPDX-License-Identifier: Apache-2.0
//! Functions of the C part of the kit, which relib_module.h documents.

use std::ffi::{c_char, c_int, c_void};

/// A `relib_computing`, which the C part alone reads.
#[derive(Default)]
#[repr(C)]
pub struct Computing(u64);

extern "C" {
    pub fn relib_module_attach(host: *const c_void, ledger: *mut c_void) -> bool;
    pub fn relib_module_run_destructor(destructor: unsafe extern "C" fn(*mut c_void), object: *mut c_void);
    pub fn relib_module_end_statics();
    pub fn relib_run_in_boundary(body: unsafe extern "C" fn(*mut c_void), argument: *mut c_void) -> bool;
    pub fn relib_runs_destructor() -> bool;
    pub fn relib_stack_looked_at(import: *const c_char) -> bool;
    pub fn relib_floating_point_for_java(before: *mut Computing);
    pub fn relib_floating_point_back(before: *const Computing);
    pub fn relib_panics_are_told_by(is_told: extern "C" fn() -> bool);
    pub fn relib_report_panic(text: *const c_char, len: usize);
    pub fn relib_log_text(level: c_int, text: *const c_char, len: usize);
}
