// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

#[path = "../../../target/test-classes/META-INF/relib/rust/porter.rs"]
mod porter;
#[path = "../../../target/test-classes/META-INF/relib/rust/visitor.rs"]
mod visitor;

relib_spring_module::module! {
    exports { visitor: Guest }
    imports { porter }
}

struct Guest;

/// Its destructor calls the host, when the thread ends or in the unload.
struct Stay;

impl Drop for Stay {
    fn drop(&mut self) {
        let answer = porter::farewell("Rust");
        relib_spring_module::info!("answered '{answer}'");
    }
}

thread_local! {
    static STAY: Stay = const { Stay };
}

impl visitor::Visitor for Guest {
    fn stay() {
        STAY.with(|_| ());
    }
}
