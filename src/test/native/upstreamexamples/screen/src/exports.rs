// SPDX-License-Identifier: Apache-2.0
pub trait Screen {
  fn connect(number: *const std::ffi::c_void, add: extern "C" fn(*const std::ffi::c_void, i64) -> i64);
  fn step(by: i64) -> i64;
}
