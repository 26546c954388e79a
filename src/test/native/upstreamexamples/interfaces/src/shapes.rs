// SPDX-License-Identifier: Apache-2.0
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Point {
  pub x: f64,
  pub y: f64,
}

#[repr(C)]
pub struct Small {
  pub a: f32,
  pub b: i32,
}

#[repr(C)]
pub struct Large {
  pub flag: bool,
  pub point: Point,
  pub sign: char,
}
