// SPDX-License-Identifier: Apache-2.0
//! Its main function is made by a macro of its own.

extern crate relib_module as _;

#[mainmacro::entry]
fn begin() -> i64 {
  21
}
