// SPDX-License-Identifier: Apache-2.0
fn main() {
  use relib_interface::module::generate_exports_with_prefix;
  generate_exports_with_prefix("numbered", include_str!("src/numbered.rs"), "crate::numbered::Numbered");
  generate_exports_with_prefix("squaring", include_str!("src/squaring.rs"), "crate::squaring::Squaring");
}
