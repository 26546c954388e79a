// SPDX-License-Identifier: Apache-2.0
pub trait Store {
  fn save(score: u64);
}
