// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use relib_spring_module::{debug, error, info, trace, warn};

#[path = "../../../target/test-classes/META-INF/relib/rust/rust_greeter.rs"]
mod rust_greeter;
#[path = "../../../target/test-classes/META-INF/relib/rust/rust_greeter_host.rs"]
mod rust_greeter_host;

relib_spring_module::module! {
    exports { rust_greeter: Greeting }
    imports { rust_greeter_host }
    before_unload { rust_greeter_host::notice("before unload") }
}

struct Greeting;

/// Tells the host when it is dropped.
struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        info!("dropped {}", self.0);
    }
}

/// The payload of a panic, which panics again when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("never heard");
    }
}

/// Calls the host when it is dropped.
struct Calling;

impl Drop for Calling {
    fn drop(&mut self) {
        rust_greeter_host::notice("unwinding");
    }
}

impl rust_greeter::RustGreeter for Greeting {
    fn greet(name: &str) -> String {
        if name == "nobody" {
            panic!("who?");
        }
        format!("Hello, {name}")
    }

    fn reverse(bytes: &[u8]) -> Vec<u8> {
        bytes.iter().rev().copied().collect()
    }

    fn not(value: bool) -> bool {
        !value
    }

    fn next_byte(value: i8) -> i8 {
        value.wrapping_add(1)
    }

    fn next_short(value: i16) -> i16 {
        value.wrapping_add(1)
    }

    fn next_int(value: i32) -> i32 {
        value.wrapping_add(1)
    }

    fn next_long(value: i64) -> i64 {
        value.wrapping_add(1)
    }

    fn half(value: f32) -> f32 {
        value / 2.0
    }

    fn third(value: f64) -> f64 {
        value / 3.0
    }

    fn through_the_host(text: &str, flag: bool, b: i8, s: i16, i: i32, l: i64, f: f32, d: f64, bytes: &[u8]) -> String {
        rust_greeter_host::describe(text, flag, b, s, i, l, f, d, bytes)
    }

    fn notice(text: &str) {
        let _guard = Guard("the guard");
        rust_greeter_host::notice(text);
        info!("heard");
    }

    fn notice_or_go_on(text: &str) -> String {
        match std::panic::catch_unwind(|| rust_greeter_host::notice(text)) {
            Ok(()) => "heard".to_owned(),
            Err(_) => "went on".to_owned(),
        }
    }

    fn notice_while_unwinding() {
        let _calling = Calling;
        panic!("the first one");
    }

    fn panic_with_a_number() {
        std::panic::panic_any(42);
    }

    fn panic_with_a_bomb() {
        std::panic::panic_any(Bomb);
    }

    fn panic_after_a_caught_one() {
        let _ = std::panic::catch_unwind(|| panic!("caught"));
        std::panic::resume_unwind(Box::new("thrown by hand"));
    }

    fn panic_at_length(length: i32) {
        panic!("{}", "ä".repeat(length.try_into().unwrap()));
    }

    fn log(text: &str) {
        trace!("trace {text}");
        debug!("debug {text}");
        info!("info {text}");
        warn!("warn {text}");
        error!("without arguments");
    }
}
