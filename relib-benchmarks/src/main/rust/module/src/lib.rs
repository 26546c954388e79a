// SPDX-License-Identifier: Apache-2.0
//! The least that a module can be.

use contract::exports::Work;

relib_interface::include_exports!();
use gen_exports::ModuleExportsImpl;

extern crate relib_module as _;

impl Work for ModuleExportsImpl {
  fn add(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
  }
}
