// SPDX-License-Identifier: Apache-2.0
pub trait Game {
  fn build_id() -> u128;
  fn distance(a: u128, b: u128) -> i128;
  fn many(a: i32, b: u128, c: i32, d: i128, e: i64, f: u128) -> u128;
  fn sign(of: char) -> char;
  fn start(score: u64);
  fn play(points: u64) -> u64;
}
