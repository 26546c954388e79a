// SPDX-License-Identifier: Apache-2.0
pub trait Numbered {
  fn number() -> u32;
}
