// SPDX-License-Identifier: Apache-2.0
//! Changes a number that lives in another module.

// A crate that is never named is not linked.
extern crate relib_module as _;

use std::{ffi::c_void, sync::Mutex};

mod exports;

relib_interface::include_exports!();
use gen_exports::ModuleExportsImpl;

struct Connection {
  number: *const c_void,
  add: extern "C" fn(*const c_void, i64) -> i64,
}

unsafe impl Send for Connection {}

static CONNECTION: Mutex<Option<Connection>> = Mutex::new(None);

impl exports::Screen for ModuleExportsImpl {
  fn connect(number: *const c_void, add: extern "C" fn(*const c_void, i64) -> i64) {
    *CONNECTION.lock().unwrap() = Some(Connection { number, add });
  }

  fn step(by: i64) -> i64 {
    let connection = CONNECTION.lock().unwrap();
    let Connection { number, add } = connection.as_ref().expect("connected");
    add(*number, by)
  }
}
