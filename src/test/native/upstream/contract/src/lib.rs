// SPDX-License-Identifier: Apache-2.0
//! The contract between the module and its host.

pub mod exports;
pub mod imports;

pub const EXPORTS: &str = include_str!("exports.rs");
pub const IMPORTS: &str = include_str!("imports.rs");
