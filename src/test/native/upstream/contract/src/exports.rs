// SPDX-License-Identifier: Apache-2.0
use abi_stable::std_types::{RSlice, RStr, RString, RVec};

pub trait Crate {
  // Values
  fn greet(name: RStr) -> RString;
  fn tail(text: RStr) -> RStr;
  fn reverse(bytes: RSlice<u8>) -> RVec<u8>;
  fn not(value: bool) -> bool;
  fn next_i8(value: i8) -> i8;
  fn next_u8(value: u8) -> u8;
  fn next_u16(value: u16) -> u16;
  fn next_i32(value: i32) -> i32;
  fn next_u64(value: u64) -> u64;
  fn half(value: f64) -> f64;
  fn many(a: RStr, b: RStr, c: RStr, d: RStr, e: bool, f: u8, g: f32) -> RString;
  fn through_the_host(text: RStr, flag: bool, byte: u8, number: i64, ratio: f64, bytes: RSlice<u8>) -> RString;

  // Imports
  fn ask(question: RStr) -> RString;
  fn count_twice() -> i32;
  fn ask_on_a_thread(question: RStr) -> RString;
  fn sum_of_host_bytes(count: i64) -> i64;

  // Panics
  fn panic(message: RStr);
  fn backtrace() -> RString;
  fn before_unload_panics(panics: bool);

  // Resources that are left behind
  fn leak(bytes: u64);
  fn big(bytes: u64) -> RVec<u8>;
  fn thread_locals();
  fn start_thread();
  fn stop_thread();
  fn detach_thread(millis: u64);
  fn give_back_what_was_not_allocated();
  fn pass_memory_around(threads: i32, rounds: i32) -> i64;

  // State and code
  fn first_call() -> bool;
  fn version() -> i32;

  fn defaulted() -> i32 {
    42
  }
}
