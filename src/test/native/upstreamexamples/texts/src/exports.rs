// SPDX-License-Identifier: Apache-2.0
use abi_stable::std_types::{RSlice, RStr, RString, RVec};

pub trait Texts {
  fn greet() -> RString;
  fn longest(words: RStr) -> RString;
  fn doubled(numbers: RSlice<i32>) -> RVec<i32>;
  fn keep(bytes: u64) -> u64;
}
