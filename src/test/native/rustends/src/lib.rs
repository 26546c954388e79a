// SPDX-License-Identifier: Apache-2.0
//! Ends in every way that Rust knows.

use std::ffi::{c_int, c_void};
use std::{process, thread};

#[path = "../../../target/test-classes/META-INF/relib/rust/ending.rs"]
mod ending;
#[path = "../../../target/test-classes/META-INF/relib/rust/refusal.rs"]
mod refusal;

relib_spring_module::module! {
    exports { ending: Ender }
    imports { refusal }
}

struct Ender;

struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

extern "C" fn panics_in_c() {
    panic!("in C");
}

unsafe extern "C" {
    fn exit(status: c_int) -> !;
    fn _exit(status: c_int) -> !;
    fn pthread_exit(result: *mut c_void) -> !;
}

impl ending::Ending for Ender {
    fn end(how: i32) -> i32 {
        match how {
            1 => {
                let caught = std::panic::catch_unwind(|| panic!("caught"));
                assert!(caught.is_err());
                process::abort()
            }
            2 | 3 => process::exit(3),
            4 => process::abort(),
            5 => {
                let _dropped = PanicsWhenDropped;
                panic!("first");
            }
            6 => panics_in_c(),
            // SAFETY: they do not return.
            7 => unsafe { exit(4) },
            8 => unsafe { _exit(4) },
            9 => unsafe { pthread_exit(std::ptr::null_mut()) },
            10 => panic!("as usual"),
            11 => {
                thread::spawn(|| process::exit(3));
            }
            12 => return refusal::refuse(),
            _ => {}
        }
        how
    }
}
