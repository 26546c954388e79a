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
//! A panic of an export is an exception of its Java caller, with message and location. A Java exception
//! of an import unwinds the Rust frames up to the export, dropping what they own, and goes on in Java as
//! the same object. Who catches that unwinding with [`std::panic::catch_unwind`] has handled the failure.
//! An import that fails while its thread already unwinds can not unwind once more, nor may the destructor of
//! a thread-local unwind, which by Rust's rules ends the process: it logs and returns an empty value.
//!
//! Text, bytes and arrays that are passed are lent for the time of the call; records and lists are made anew
//! for it. What is returned is moved. Each interface has its own types; [`cast`] makes one of another
//! interface's.
//!
//! Modules have to be built with `panic = "unwind"`, which is cargo's default; others are refused.

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
