// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Builder};
use std::time::Duration;

#[path = "../../../target/test-classes/META-INF/relib/rust/rust_listener.rs"]
mod rust_listener;
#[path = "../../../target/test-classes/META-INF/relib/rust/rust_spawner.rs"]
mod rust_spawner;

relib_spring_module::module! {
    exports { rust_spawner: Spawner }
    imports { rust_listener }
    before_unload { STOPPED.store(true, Ordering::SeqCst) }
}

static STOPPED: AtomicBool = AtomicBool::new(false);

static RELEASED: AtomicBool = AtomicBool::new(false);

struct Spawner;

fn wait_for(flag: &AtomicBool) {
    while !flag.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(5));
    }
}

impl rust_spawner::RustSpawner for Spawner {
    fn join(text: &str) -> String {
        let text = text.to_owned();
        let thread = Builder::new().name("herald".to_owned()).spawn(move || {
            rust_listener::heard(&text);
            rust_listener::heard("again");
        });
        match thread.unwrap().join() {
            Ok(()) => "returned".to_owned(),
            Err(_) => "unwound".to_owned(),
        }
    }

    fn join_panicking() -> String {
        let thread = thread::spawn(|| panic!("lost"));
        match thread.join() {
            Ok(()) => "returned".to_owned(),
            Err(payload) => (*payload.downcast_ref::<&str>().unwrap()).to_owned(),
        }
    }

    fn scope(threads: i32) {
        thread::scope(|scope| {
            for i in 0..threads {
                scope.spawn(move || rust_listener::heard(&i.to_string()));
            }
        });
    }

    fn detach(millis: i32) {
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(millis.try_into().unwrap()));
            rust_listener::heard("detached");
        });
    }

    fn run_until_unload() {
        thread::spawn(|| wait_for(&STOPPED));
    }

    fn run_until_release() {
        Builder::new().name("stubborn".to_owned()).spawn(|| wait_for(&RELEASED)).unwrap();
    }

    fn release() {
        RELEASED.store(true, Ordering::SeqCst);
    }
}
