use abi_stable::std_types::{RSlice, RStr, RString};

pub trait CrateHost {
  fn answer(question: RStr) -> RString;
  fn count() -> i32;
  fn describe(text: RStr, flag: bool, byte: u8, number: i64, ratio: f64, bytes: RSlice<u8>) -> RString;
  fn thread_local_destroyed();
  fn never_called(flag: bool) -> bool;
}
