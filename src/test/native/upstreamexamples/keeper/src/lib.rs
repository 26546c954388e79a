// SPDX-License-Identifier: Apache-2.0
//! Keeps a number. Its main function gives the host what others need to change it.

use std::{
  ffi::c_void,
  sync::atomic::{AtomicI64, Ordering::SeqCst},
};

static NUMBER: AtomicI64 = AtomicI64::new(0);

#[repr(C)]
pub struct Keeper {
  number: *const c_void,
  add: extern "C" fn(*const c_void, i64) -> i64,
  version: u16,
  scale: f32,
}

extern "C" fn add(number: *const c_void, by: i64) -> i64 {
  let number = unsafe { &*number.cast::<AtomicI64>() };
  number.fetch_add(by, SeqCst) + by
}

#[relib_module::export]
fn main() -> Keeper {
  Keeper { number: (&raw const NUMBER).cast(), add, version: 3, scale: 0.5 }
}
