// SPDX-License-Identifier: Apache-2.0
//! The kit of a native plugin module for a Spring Boot application that uses *relib for Spring*.
//!
//! A module is a crate of type `cdylib`. The bindings of its contract are generated from Java
//! interfaces; the crate implements their traits, calls their functions, and says so in one
//! [`module!`]:
//!
//! ```ignore
//! #[path = "../../target/classes/META-INF/relib/rust/clock.rs"]
//! mod clock;
//! #[path = "../../target/classes/META-INF/relib/rust/greeter.rs"]
//! mod greeter;
//!
//! struct Hello;
//!
//! impl greeter::Greeter for Hello {
//!     fn greet(name: &str) -> String {
//!         if name.is_empty() {
//!             panic!("who?");
//!         }
//!         relib_spring_module::info!("greeting {name}");
//!         format!("Hello, {name}, it is {} ms past 1970", clock::millis())
//!     }
//! }
//!
//! relib_spring_module::module! {
//!     exports { greeter: Hello }
//!     imports { clock }
//! }
//! ```
//!
//! # Panics and exceptions
//! A panic of an export arrives at its Java caller as an exception with message and location. A Java
//! exception of an import unwinds the Rust frames up to the export, drops their values and arrives at the
//! Java caller of the export as the same object. Catching it with [`std::panic::catch_unwind`] handles the
//! failure.
//!
//! `exit` and `abort` in an export, also where a panic can not unwind, end the export as a panic does; values of the
//! frames that they leave are not dropped.
//!
//! An import that fails logs the failure and returns an empty value where unwinding would end the process:
//! while the thread already unwinds, and in the destructor of a thread-local.
//!
//! # Ownership
//! Text, bytes and arrays that are passed as arguments are borrowed for the duration of the call. Records
//! and lists are copied for the call. Returned values are moved. Each interface has its own types; [`cast`]
//! converts between those of two interfaces.
//!
//! # Requirements
//! Modules have to be built with `panic = "unwind"`, cargo's default. The host refuses others.

mod arguments;
mod boundary;
mod descriptor;
mod ffi;
#[doc(hidden)]
pub mod glue;
mod log;
mod macros;
mod memory;
mod panics;
mod returns;
mod types;
mod values;

pub use log::{log, Level};
pub use values::cast;
