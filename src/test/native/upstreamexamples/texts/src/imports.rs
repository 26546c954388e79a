// SPDX-License-Identifier: Apache-2.0
use abi_stable::std_types::RString;

pub trait Names {
  fn name() -> RString;
}
