// SPDX-License-Identifier: Apache-2.0
use std::borrow::Cow;
use std::ffi::c_int;
use std::fmt::Arguments;

use crate::ffi;

/// The level of a log record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i32)]
pub enum Level {
    /// Single steps.
    Trace = 0,
    /// Details for finding errors.
    Debug = 1,
    /// Normal events that are worth knowing.
    Info = 2,
    /// Conditions that may lead to an error.
    Warn = 3,
    /// Errors.
    Error = 4,
}

/// Logs to the host's logger `relib.<module>`, or to standard error before the module is attached to a host.
/// May be called on any thread. [`info!`](crate::info!) and the other macros are shorter; use this function to
/// forward the records of another logging crate.
pub fn log(level: Level, message: Arguments<'_>) {
    let text = message.as_str().map_or_else(|| Cow::Owned(message.to_string()), Cow::Borrowed);
    // SAFETY: the text is copied before the call returns.
    unsafe { ffi::relib_log_text(level as c_int, text.as_ptr().cast(), text.len()) }
}
