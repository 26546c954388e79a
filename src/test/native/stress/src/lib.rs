// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::cell::RefCell;

#[path = "../../../target/test-classes/META-INF/relib/rust/stage.rs"]
mod stage;
#[path = "../../../target/test-classes/META-INF/relib/rust/stressed.rs"]
mod stressed;

relib_spring_module::module! {
    exports { stressed: Stress }
    imports { stage }
}

struct Stress;

/// Reads its own memory when it is dropped.
struct Calls(Vec<i32>);

impl Drop for Calls {
    fn drop(&mut self) {
        let expected = i32::try_from(self.0.len()).unwrap();
        assert_eq!(self.0.last().copied().unwrap_or(0), expected);
    }
}

thread_local! {
    static CALLS: RefCell<Calls> = const { RefCell::new(Calls(Vec::new())) };
}

impl stressed::Stressed for Stress {
    fn repeat(text: &str) -> String {
        text.repeat(stage::times().try_into().unwrap())
    }

    fn touch() -> i32 {
        CALLS.with_borrow_mut(|calls| {
            if calls.0.len() == 100 {
                calls.0.clear();
            }
            let next = i32::try_from(calls.0.len()).unwrap() + 1;
            calls.0.push(next);
            next
        })
    }

    fn fail() {
        panic!("on purpose");
    }
}
