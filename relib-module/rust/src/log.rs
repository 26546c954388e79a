use std::borrow::Cow;
use std::ffi::c_int;
use std::fmt::Arguments;

use crate::ffi;

/// How much a log record matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i32)]
pub enum Level {
    /// For following single steps.
    Trace = 0,
    /// For finding errors.
    Debug = 1,
    /// What is worth knowing.
    Info = 2,
    /// What may go wrong.
    Warn = 3,
    /// What has gone wrong.
    Error = 4,
}

/// Writes one record of the host's logger `relib.<module>`, on any thread; standard error without a host.
/// [`info!`](crate::info!) and its kin are shorter, and a logger of another crate may end here.
pub fn log(level: Level, message: Arguments<'_>) {
    let text = message.as_str().map_or_else(|| Cow::Owned(message.to_string()), Cow::Borrowed);
    // SAFETY: the text is copied before the call returns.
    unsafe { ffi::relib_log_text(level as c_int, text.as_ptr().cast(), text.len()) }
}
