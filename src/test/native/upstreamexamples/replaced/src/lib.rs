// SPDX-License-Identifier: Apache-2.0
//! A game that is built anew while it is played, in two versions.

#![allow(improper_ctypes_definitions)]

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

mod exports;

relib_interface::include_exports!();
relib_interface::include_imports!();
use gen_exports::ModuleExportsImpl;

static SCORE: AtomicU64 = AtomicU64::new(0);

const FACTOR: u64 = if cfg!(feature = "second") { 100 } else { 1 };

impl exports::Game for ModuleExportsImpl {
  fn build_id() -> u128 {
    0xfedc_ba98_7654_3210_0123_4567_89ab_cdef + u128::from(FACTOR)
  }

  fn distance(a: u128, b: u128) -> i128 {
    a.wrapping_sub(b).cast_signed()
  }

  fn many(a: i32, b: u128, c: i32, d: i128, e: i64, f: u128) -> u128 {
    ((a as u128) + b * 10 + (c as u128) + (e as u128) + f * 100).wrapping_add(d.cast_unsigned())
  }

  fn sign(of: char) -> char {
    char::from_u32(of as u32 + 1).expect("there is a next one")
  }

  fn start(score: u64) {
    SCORE.store(score, SeqCst);
  }

  fn play(points: u64) -> u64 {
    SCORE.fetch_add(points * FACTOR, SeqCst) + points * FACTOR
  }
}

#[relib_module::export]
fn before_unload() {
  unsafe { gen_imports::save(SCORE.load(SeqCst)) }
}
