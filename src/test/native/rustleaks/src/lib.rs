// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

#[path = "../../../target/test-classes/META-INF/relib/rust/rust_leaks.rs"]
mod rust_leaks;

relib_spring_module::module! {
    exports { rust_leaks: Leaks }
}

struct Leaks;

/// Holds a reference to itself, and so is never dropped.
struct Ring {
    next: RefCell<Option<Rc<Ring>>>,
    content: Vec<u8>,
}

impl rust_leaks::RustLeaks for Leaks {
    fn leak(bytes: i64) {
        black_box(vec![1u8; bytes.try_into().unwrap()].leak());
    }

    fn leak_rings(count: i32, bytes: i32) {
        for _ in 0..count {
            let ring = Rc::new(Ring { next: RefCell::new(None), content: vec![1; bytes.try_into().unwrap()] });
            ring.next.replace(Some(ring.clone()));
            black_box(&ring.content);
        }
    }

    fn repeat(text: &str, times: i32) -> String {
        text.repeat(times.try_into().unwrap())
    }
}
