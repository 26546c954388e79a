// SPDX-License-Identifier: Apache-2.0
fn main() {
  relib_interface::module::generate_exports(include_str!("../contract/src/exports.rs"), "contract::exports::Work");
}
