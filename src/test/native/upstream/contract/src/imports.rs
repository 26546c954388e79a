// SPDX-License-Identifier: Apache-2.0
use abi_stable::std_types::{RSlice, RStr, RString, RVec};

pub trait CrateHost {
  fn answer(question: RStr) -> RString;
  fn count() -> i32;
  fn describe(text: RStr, flag: bool, byte: u8, number: i64, ratio: f64, bytes: RSlice<u8>) -> RString;
  fn bytes(count: i64) -> RVec<u8>;
  fn thread_local_destroyed();
  fn never_called(flag: bool) -> bool;
}
