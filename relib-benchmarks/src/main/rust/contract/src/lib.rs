// SPDX-License-Identifier: Apache-2.0
//! The contract between the module and its host.

pub mod exports;
