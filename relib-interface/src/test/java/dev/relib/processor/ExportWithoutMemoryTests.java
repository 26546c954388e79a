// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rust ends the process when a vector runs out of memory. The kit reserves memory in a
 * way that reports an error instead.
 */
class ExportWithoutMemoryTests {

	@TempDir
	Path folder;

	@Test
	void isAPanicOfRust() {
		Sources.write(Sources.contract("RelibExports", "Module", "void take(java.util.List<String> texts);"),
				this.folder);
		Path module = Cargo.buildModule(this.folder,
				"""
						mod module;

						use std::alloc::{GlobalAlloc, Layout, System};

						relib_spring_module::module! { exports { module: Module } }

						struct Module;

						impl module::Module for Module {
						    fn take(_: &[String]) {}
						}

						/// Has memory for all but the text.
						struct Short;

						unsafe impl GlobalAlloc for Short {
						    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
						        if layout.size() != (1 << 21) + 1 { unsafe { System.alloc(layout) } } else { std::ptr::null_mut() }
						    }
						    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
						        unsafe { System.dealloc(ptr, layout) }
						    }
						}

						#[global_allocator]
						static SHORT: Short = Short;
						""");
		assertThat(Tools.runHost(module, "much_text_host.c", "")).contains("1: 1\n2097153: 0\n1: 1\n")
			.contains("no memory for 2097153 elements of 1 bytes");
	}

}
