// SPDX-License-Identifier: Apache-2.0
use crate::shapes::{Large, Point, Small};

pub trait Squaring {
  fn square(of: i64) -> i64;
  fn moved(small: Small, by: i64, point: Point, large: Large) -> Point;
}
