// SPDX-License-Identifier: Apache-2.0
//! Reports the messages of panics to the host.

use std::any::Any;
use std::cell::Cell;
use std::panic::PanicHookInfo;

use crate::{boundary, ffi, log, Level};

thread_local! {
    /// The hash of the last message that was reported with its location. A number, because a type with a
    /// destructor would register it on threads of the host, which outlive the module.
    static REPORTED: Cell<u64> = const { Cell::new(0) };
}

/// Replaces the default panic hook, which writes to standard error. If the module sets a hook of its own, that
/// replaces this one, and panics arrive without location.
pub fn install_hook() {
    std::panic::set_hook(Box::new(hook));
    // SAFETY: the function is never unloaded before the C part is.
    unsafe { ffi::relib_panics_are_told_by(is_told) }
}

/// Tells whether the host knows why the thread aborts: std does so where a panic can not unwind.
extern "C" fn is_told() -> bool {
    REPORTED.get() != 0 && std::thread::panicking()
}

/// Begins a call, whose panics are its own. Returns what [`remember_told`] needs behind it.
pub fn forget_told() -> u64 {
    REPORTED.replace(0)
}

pub fn remember_told(told: u64) {
    REPORTED.set(told);
}

fn hook(panic: &PanicHookInfo<'_>) {
    let message = text(panic.payload());
    let location = panic.location().map_or_else(String::new, |at| format!(" ({at})"));
    if boundary::is_open() {
        report(&format!("{message}{location}"));
        REPORTED.set(hash(message));
    } else {
        // Leaves out the thread's name: reading it would register a destructor on threads of the host.
        log(Level::Error, format_args!("panic outside of an export: {message}{location}"));
    }
}

/// Reports a panic that has unwound to an export, unless the hook has already reported it.
pub fn landed(payload: &(dyn Any + Send)) {
    let message = text(payload);
    if REPORTED.replace(0) != hash(message) {
        report(message);
    }
}

fn report(text: &str) {
    // SAFETY: the text is copied before the call returns.
    unsafe { ffi::relib_report_panic(text.as_ptr().cast(), text.len()) }
}

fn text(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message")
}

/// Returns the FNV-1a hash, with the lowest bit set so that it is never 0.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) | 1
}
