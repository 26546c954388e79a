// SPDX-License-Identifier: Apache-2.0
fn main() {
  relib_interface::module::generate(
    contract::EXPORTS,
    "contract::exports::Crate",
    contract::IMPORTS,
    "contract::imports::CrateHost",
  );
}
