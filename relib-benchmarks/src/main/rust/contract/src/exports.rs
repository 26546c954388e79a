// SPDX-License-Identifier: Apache-2.0

pub trait Work {
  fn add(a: i32, b: i32) -> i32;
}
