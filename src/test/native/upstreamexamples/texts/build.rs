// SPDX-License-Identifier: Apache-2.0
fn main() {
  relib_interface::module::generate(
    include_str!("src/exports.rs"),
    "crate::exports::Texts",
    include_str!("src/imports.rs"),
    "crate::imports::Names",
  );
}
