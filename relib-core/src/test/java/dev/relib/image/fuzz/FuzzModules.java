// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

/**
 * The sources of libraries that use most features of the format.
 */
final class FuzzModules {

	static final String CONTRACT = """
			relib-contract 1
			exports A
			  f(a: i32, b: str, c: bytes) -> unit
			  g() -> str
			imports B
			  g(a_long_name: f64) -> i64
			  h() -> bytes
			""";

	static final String KIT = """
			#include "relib_module.h"
			RELIB_MODULE("1.2.3", "exports A\\n  f() -> unit\\nimports B\\n  g() -> unit\\n")
			RELIB_EXPORT void __relib__A_f(void);
			void __relib__A_f(void) {}
			RELIB_EXPORT void (*__relib__B_g)(void);
			void (*__relib__B_g)(void) = __relib__A_f;
			_Thread_local int own = 5;
			RELIB_EXPORT int *get(void);
			int *get(void) { return &own; }
			""";

	static final String UPSTREAM = """
			#include <stddef.h>
			#define SHOW __attribute__((visibility("default")))
			static const char text[] = "1.95.0 (59807616e)|x86_64-unknown-linux-gnu|22.1.2|0.7.0|1";
			SHOW const struct { const char *ptr; size_t len; } __RELIB__CRATE_COMPILATION_INFO__ = { text,
				sizeof text - 1 };
			SHOW void *__relib__B_g;
			SHOW void __relib__A_f(_Bool *success);
			void __relib__A_f(_Bool *success) { *success = 1; }
			SHOW void *__relib_____Internal___Imports____on_alloc;
			""";

	static final String VERSIONS = """
			#include <stdlib.h>
			void *old_thing;
			void *new_thing(void);
			void *new_thing(void) { return malloc(10); }
			int other;
			__asm__(".symver old_thing, thing@V1");
			__asm__(".symver new_thing, thing@@V2");
			__asm__(".data\\n.globl other_one\\n.type other_one, @gnu_unique_object\\nother_one: .quad 0\\n");
			""";

	static final String CPP = """
			#include <sstream>
			struct __attribute__((visibility("default"))) Counter {
				inline static int count = 0;
				virtual ~Counter() = default;
				virtual std::string text() { std::ostringstream s; s << count++; return s.str(); }
			};
			extern "C" __attribute__((visibility("default"))) int relib_module_like() { return Counter().text().size(); }
			""";

	static final String RUST = """
			#[no_mangle]
			pub extern "C" fn __relib__A_f(text: *const u8, len: usize) -> usize {
			    let text = unsafe { std::slice::from_raw_parts(text, len) };
			    println!("{}", String::from_utf8_lossy(text));
			    text.len()
			}
			""";

	private FuzzModules() {
	}

}
