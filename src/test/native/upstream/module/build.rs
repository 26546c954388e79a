// SPDX-License-Identifier: Apache-2.0
fn main() {
  relib_interface::module::generate(
    include_str!("../contract/src/exports.rs"),
    "contract::exports::Crate",
    include_str!("../contract/src/imports.rs"),
    "contract::imports::CrateHost",
  );
}
