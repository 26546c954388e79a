// SPDX-License-Identifier: Apache-2.0
pub trait Squaring {
  fn square(of: i64) -> i64;
}
