// SPDX-License-Identifier: Apache-2.0
//! Upstream's own host: loads a module, calls it and unloads it again and again, and prints the median in nanoseconds.

use std::time::Instant;

relib_interface::include_exports!();

fn main() {
  let mut arguments = std::env::args().skip(1);
  let library = arguments.next().expect("the module's library");
  let cycles: usize = arguments.next().map_or(1000, |number| number.parse().expect("a number of cycles"));
  let mut times: Vec<u128> = (0..cycles * 2).map(|_| cycle(&library)).skip(cycles).collect();
  times.sort();
  println!("{}", times[times.len() / 2]);
}

fn cycle(library: &str) -> u128 {
  let began = Instant::now();
  let module = unsafe { relib_host::load_module::<gen_exports::ModuleExports>(library, ()) }
    .unwrap_or_else(|error| panic!("{error:#}"));
  let sum = unsafe { module.exports().add(20, 22) };
  assert_eq!(sum, Some(42));
  module.unload().unwrap_or_else(|error| panic!("{error:#}"));
  began.elapsed().as_nanos()
}
