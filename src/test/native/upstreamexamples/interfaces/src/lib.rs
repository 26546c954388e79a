// SPDX-License-Identifier: Apache-2.0
//! Implements two interfaces, of which other modules have one.

// A crate that is never named is not linked.
extern crate relib_module as _;

mod numbered;
mod squaring;

relib_interface::include_exports!(gen_numbered, "numbered");
relib_interface::include_exports!(gen_squaring, "squaring");

impl numbered::Numbered for gen_numbered::ModuleExportsImpl {
  fn number() -> u32 {
    7
  }
}

impl squaring::Squaring for gen_squaring::ModuleExportsImpl {
  fn square(of: i64) -> i64 {
    of * of
  }
}
