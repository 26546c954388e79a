// SPDX-License-Identifier: Apache-2.0
//! Implements two interfaces, of which other modules have one.

#![allow(improper_ctypes_definitions)]

// A crate that is never named is not linked.
extern crate relib_module as _;

mod numbered;
mod shapes;
mod squaring;

use shapes::{Large, Point, Small};

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

  fn moved(small: Small, by: i64, point: Point, large: Large) -> Point {
    assert!(large.flag && large.sign == 'ß');
    let all = f64::from(small.a) + f64::from(small.b) + by as f64;
    Point { x: point.x + large.point.x + all, y: point.y + large.point.y + all }
  }
}
