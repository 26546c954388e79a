// SPDX-License-Identifier: Apache-2.0
//! The boundary between host and module, where unwinding ends: frames of the host are never unwound.

use std::any::Any;
use std::cell::Cell;
use std::ffi::{c_void, CString};
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};

use crate::returns::{Boxed, Return};
use crate::{ffi, log, panics, Level};

const PANICKED: u8 = 0;
const RETURNED: u8 = 1;
const IMPORT_FAILED: u8 = 2;
const DECLARED_ERROR: u8 = 3;

/// The payload that unwinds after an import has failed. The host keeps the Java exception.
struct ImportFailed;

thread_local! {
    /// The number of nested exports that run on the thread.
    static OPEN: Cell<usize> = const { Cell::new(0) };
    /// Whether std counts a panic of the thread for ever, because an abort has left it.
    static LEFT_PANIC: Cell<bool> = const { Cell::new(false) };
}

pub fn is_open() -> bool {
    OPEN.get() > 0
}

/// Runs an export. Stores the outcome in `success`.
///
/// # Safety
/// `success` must be writable.
pub unsafe fn export<R: Return>(success: *mut u8, body: impl FnOnce() -> R) -> R::Raw {
    // SAFETY: as promised by the caller.
    unsafe { run::<R>(success, || (RETURNED, body().give())) }
}

/// Runs an export that declares an error. Stores the outcome in `success`, and a box with the declared error in
/// `error`.
///
/// # Safety
/// `success` and `error` must be writable.
pub unsafe fn export_or<R: Return, E: Boxed>(
    success: *mut u8,
    error: *mut *mut c_void,
    body: impl FnOnce() -> Result<R, E>,
) -> R::Raw {
    let body = || match body() {
        Ok(returned) => (RETURNED, returned.give()),
        Err(declared) => {
            // SAFETY: as promised by the caller.
            unsafe { *error = declared.give() };
            (DECLARED_ERROR, R::NOTHING)
        }
    };
    // SAFETY: as promised by the caller.
    unsafe { run::<R>(success, body) }
}

/// An export between its C frame and its body.
struct Call<B, T> {
    body: Option<B>,
    result: Option<(u8, T)>,
}

/// Runs behind a frame in C: `exit` and `abort` of the export jump there, over its frames, whose values are not dropped.
unsafe fn run<R: Return>(success: *mut u8, body: impl FnOnce() -> (u8, R::Raw)) -> R::Raw {
    let open = OPEN.replace(OPEN.get() + 1);
    let told = panics::forget_told();
    let mut call = Call { body: Some(body), result: None };
    let function = body_of::<R, _>(&call);
    // SAFETY: the function is that of the call, which outlives it.
    unsafe { ffi::relib_run_in_boundary(function, (&raw mut call).cast()) };
    OPEN.set(open);
    panics::remember_told(told);
    if call.result.is_none() && std::thread::panicking() {
        LEFT_PANIC.set(true);
    }
    let (outcome, raw) = call.result.unwrap_or((PANICKED, R::NOTHING));
    // SAFETY: as promised by the caller.
    unsafe { *success = outcome };
    raw
}

fn body_of<R: Return, B: FnOnce() -> (u8, R::Raw)>(_: &Call<B, R::Raw>) -> unsafe extern "C" fn(*mut c_void) {
    run_body::<R, B>
}

unsafe extern "C" fn run_body<R: Return, B: FnOnce() -> (u8, R::Raw)>(call: *mut c_void) {
    // SAFETY: run passes the call whose function this is.
    let call = unsafe { &mut *call.cast::<Call<B, R::Raw>>() };
    if let Some(body) = call.body.take() {
        let result = catch_unwind(AssertUnwindSafe(body));
        call.result = Some(result.unwrap_or_else(|payload| (outcome(payload), R::NOTHING)));
    }
}

fn outcome(payload: Box<dyn Any + Send>) -> u8 {
    let outcome = if payload.is::<ImportFailed>() {
        IMPORT_FAILED
    } else {
        panics::landed(payload.as_ref());
        PANICKED
    };
    discard(payload);
    outcome
}

/// Drops the payload of a panic. Its destructor may panic in turn: such panics are logged, and do not replace the
/// message of the first one.
fn discard(payload: Box<dyn Any + Send>) {
    let open = OPEN.replace(0);
    let mut thrown = Some(payload);
    for _ in 0..4 {
        match catch_unwind(AssertUnwindSafe(|| drop(thrown.take()))) {
            Ok(()) => break,
            Err(next) => thrown = Some(next),
        }
    }
    std::mem::forget(thrown);
    OPEN.set(open);
}

/// Tells whether Java can run on this stack. If not, reports it for the host's caller.
fn stack_suits(name: &str) -> bool {
    // SAFETY: nothing is reported without a name.
    if unsafe { ffi::relib_stack_looked_at(std::ptr::null()) } {
        return true;
    }
    let name = CString::new(name).unwrap_or_default();
    // SAFETY: the name is terminated.
    unsafe { ffi::relib_stack_looked_at(name.as_ptr()) }
}

/// Calls an import. `call` receives the success flag, which the host sets.
///
/// Unwinds if the import failed. Where unwinding would end the process, because a panic already unwinds or a
/// destructor of a thread-local runs, logs the failure and returns an empty value instead.
///
/// # Safety
/// The result of `call`, and `give_back`, must satisfy [`Return::take`].
pub unsafe fn import<R: Return>(
    name: &str,
    give_back: Option<*mut c_void>,
    call: impl FnOnce(*mut u8) -> R::Raw,
) -> R {
    if stack_suits(name) {
        let mut success = PANICKED;
        // SAFETY: Java computes in its own mode, and the module goes on in its own.
        let mut before = ffi::Computing::default();
        unsafe { ffi::relib_floating_point_for_java(&mut before) };
        let raw = call(&mut success);
        // SAFETY: as above.
        unsafe { ffi::relib_floating_point_back(&before) };
        if success == RETURNED {
            // SAFETY: as promised by the caller.
            return unsafe { R::take(raw, give_back) };
        }
    }
    if std::thread::panicking() && !LEFT_PANIC.get() {
        log(Level::Error, format_args!("the import {name} failed while a panic was unwinding"));
        return R::empty();
    }
    // SAFETY: it reads a thread-local of the C part.
    if unsafe { ffi::relib_runs_destructor() } {
        log(Level::Error, format_args!("the import {name} failed in the destructor of a thread-local"));
        return R::empty();
    }
    if !is_open() {
        log(Level::Error, format_args!("the import {name} failed on a thread of the module's own"));
    }
    resume_unwind(Box::new(ImportFailed))
}
