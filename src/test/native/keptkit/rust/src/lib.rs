// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::sync::{Condvar, Mutex};
use std::thread::JoinHandle;

use relib_spring_module::info;

#[path = "../../../../target/test-classes/META-INF/relib/rust/kept.rs"]
mod kept;
#[path = "../../../../target/test-classes/META-INF/relib/rust/kept_host.rs"]
mod kept_host;

relib_spring_module::module! {
    exports { kept: Module }
    imports { kept_host }
    before_unload { stop() }
}

struct Module;

static THREAD: Mutex<Option<JoinHandle<()>>> = Mutex::new(None);
static RUNS: Mutex<bool> = Mutex::new(false);
static STOPPED: Condvar = Condvar::new();

/// Logs its text when it is dropped.
struct Text(String);

impl Drop for Text {
    fn drop(&mut self) {
        info!("destroyed {}", self.0);
    }
}

thread_local! {
    static KEPT: RefCell<Option<Text>> = const { RefCell::new(None) };
}

fn run() {
    kept_host::heard("a thread");
    let runs = RUNS.lock().unwrap();
    let _stopped = STOPPED.wait_while(runs, |runs| *runs).unwrap();
}

fn stop() {
    kept_host::heard("before unload");
    *RUNS.lock().unwrap() = false;
    STOPPED.notify_all();
    if let Some(thread) = THREAD.lock().unwrap().take() {
        thread.join().unwrap();
    }
}

impl kept::Kept for Module {
    fn relay(text: &str) -> String {
        format!("[{}]", kept_host::answer(text))
    }

    fn panic(message: &str) {
        panic!("{message}");
    }

    fn start_thread() {
        *RUNS.lock().unwrap() = true;
        *THREAD.lock().unwrap() = Some(std::thread::spawn(run));
    }

    fn leak(count: i32) {
        for _ in 0..count {
            std::mem::forget(Box::new([0u8; 100]));
        }
    }

    fn keep(text: &str) {
        KEPT.with(|kept| kept.replace(Some(Text(text.to_owned()))));
    }
}
