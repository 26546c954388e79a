// SPDX-License-Identifier: Apache-2.0
//! Compiles the C part of the kit into a static library. Links it as a whole archive: its hooks have the
//! names of C library functions, which the linker would otherwise resolve to the C library.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let source = kit(&out).join("relib_module.c");
    let object = out.join("relib_module.o");
    let archive = out.join("librelib_module.a");

    let compiler = tool("CC", "cc");
    run(Command::new(&compiler)
        .args(["-std=gnu11", "-O2", "-g", "-fPIC", "-fvisibility=hidden", "-fno-builtin"])
        .args(["-Wall", "-Wextra", "-pthread", "-c"])
        .arg(&source)
        .arg("-o")
        .arg(&object));
    let _ = std::fs::remove_file(&archive);
    run(Command::new(tool("AR", "ar")).arg("crs").arg(&archive).arg(&object));

    println!("cargo:rustc-link-search=native={}", out.display());
    println!("cargo:rustc-link-lib=static:+whole-archive=relib_module");
    println!("cargo:rustc-env=RELIB_COMPILER={}", rustc_version());
    println!("cargo:rerun-if-changed=build.rs");
}

/// Returns the directory of the C files. In a packaged crate the C part is inside; in the repository it is put together from the parts beside the crate.
fn kit(out: &Path) -> PathBuf {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let packaged = manifest.join("c");
    let parts = manifest.join("../c");
    let script = parts.join("amalgamate.sh");
    if packaged.join("relib_module.c").is_file() {
        println!("cargo:rerun-if-changed={}", packaged.display());
        return packaged;
    }
    assert!(script.is_file(), "the kit is neither in {} nor in {}", packaged.display(), parts.display());
    println!("cargo:rerun-if-changed={}", parts.display());
    let kit = out.join("kit");
    run(Command::new("sh").arg(&script).arg(&kit));
    kit
}

/// Returns the tool for the target, for example from `CC_aarch64_unknown_linux_gnu` or `CC`, or the default.
fn tool(variable: &str, default: &str) -> String {
    let target = env::var("TARGET").expect("cargo sets TARGET").replace('-', "_");
    let names = [format!("{variable}_{target}"), variable.to_owned()];
    names.iter().for_each(|name| println!("cargo:rerun-if-env-changed={name}"));
    names.iter().find_map(|name| env::var(name).ok()).unwrap_or_else(|| default.to_owned())
}

fn rustc_version() -> String {
    let rustc = env::var_os("RUSTC").expect("cargo sets RUSTC");
    let output = Command::new(Path::new(&rustc)).arg("--version").output().expect("rustc runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn run(command: &mut Command) {
    match command.status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("relib-spring-module: {command:?} failed ({status})"),
        Err(error) => panic!("relib-spring-module: can not run {command:?}: {error}; install a C compiler, or set CC and AR"),
    }
}
