// SPDX-License-Identifier: Apache-2.0
//! Values of abi_stable, in memory of an allocator of its own.

use {
  abi_stable::std_types::{RSlice, RStr, RString, RVec},
  std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicU64, Ordering::SeqCst},
  },
};

mod exports;

relib_interface::include_exports!();
relib_interface::include_imports!();
use gen_exports::ModuleExportsImpl;

static ALLOCATED: AtomicU64 = AtomicU64::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
  unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
    ALLOCATED.fetch_add(layout.size() as u64, SeqCst);
    unsafe { System.alloc(layout) }
  }

  unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
    unsafe { System.dealloc(ptr, layout) }
  }
}

#[global_allocator]
static ALLOCATOR: relib_module::AllocTracker<Counting> = relib_module::AllocTracker::new(Counting);

impl exports::Texts for ModuleExportsImpl {
  fn greet() -> RString {
    let name = unsafe { gen_imports::name() };
    format!("Hello, {name}").into()
  }

  fn longest(words: RStr) -> RString {
    words.as_str().split(' ').max_by_key(|word| word.len()).unwrap_or_default().into()
  }

  fn doubled(numbers: RSlice<i32>) -> RVec<i32> {
    numbers.iter().map(|number| 2 * number).collect()
  }

  fn keep(bytes: u64) -> u64 {
    let before = ALLOCATED.load(SeqCst);
    std::mem::forget(vec![1_u8; bytes as usize]);
    ALLOCATED.load(SeqCst) - before
  }
}
