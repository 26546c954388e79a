// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use relib_spring_module::info;

#[path = "../../../target/test-classes/META-INF/relib/rust/rust_locals.rs"]
mod rust_locals;

relib_spring_module::module! {
    exports { rust_locals: Locals }
}

struct Locals;

/// Logs when it is dropped, and checks that its memory is intact.
struct Remembered {
    name: &'static str,
    texts: Vec<String>,
}

impl Drop for Remembered {
    fn drop(&mut self) {
        info!("dropped {} of {}", self.name, self.texts.join(" "));
    }
}

/// Initializes another thread-local while it is dropped, whose destructor is registered only then.
struct Chained;

impl Drop for Chained {
    fn drop(&mut self) {
        LATE.with_borrow_mut(|late| late.texts.push("nobody".to_owned()));
    }
}

thread_local! {
    static FIRST: RefCell<Remembered> = const { RefCell::new(Remembered { name: "first", texts: Vec::new() }) };
    static SECOND: RefCell<Remembered> = RefCell::new(Remembered { name: "second", texts: Vec::with_capacity(100) });
    static LATE: RefCell<Remembered> = const { RefCell::new(Remembered { name: "late", texts: Vec::new() }) };
    static CHAINED: Chained = const { Chained };
    static PLAIN: Cell<i32> = const { Cell::new(0) };
}

impl rust_locals::RustLocals for Locals {
    fn remember(text: &str) -> i32 {
        FIRST.with_borrow_mut(|first| first.texts.push(text.to_owned()));
        SECOND.with_borrow_mut(|second| second.texts.push(text.to_owned()));
        FIRST.with_borrow(|first| first.texts.len().try_into().unwrap())
    }

    fn chain() {
        CHAINED.with(|_| {});
    }

    fn count() -> i32 {
        PLAIN.set(PLAIN.get() + 1);
        PLAIN.get()
    }

    fn use_the_standard_library() {
        let (sender, receiver) = mpsc::channel();
        let waker = thread::current();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            sender.send(1).unwrap();
            waker.unpark();
        });
        thread::park_timeout(Duration::from_secs(5));
        receiver.recv().unwrap();
    }
}
