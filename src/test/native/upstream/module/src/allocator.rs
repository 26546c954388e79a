// SPDX-License-Identifier: Apache-2.0
//! A custom allocator of the module, which upstream's allocation tracker calls.

use std::alloc::{GlobalAlloc, Layout, System};

struct Padded;

fn padding(layout: Layout) -> usize {
  layout.align().max(64)
}

fn padded(layout: Layout) -> Layout {
  Layout::from_size_align(layout.size() + padding(layout), padding(layout)).unwrap()
}

unsafe impl GlobalAlloc for Padded {
  unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
    let block = unsafe { System.alloc(padded(layout)) };
    if block.is_null() { block } else { block.wrapping_add(padding(layout)) }
  }

  unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
    unsafe { System.dealloc(ptr.wrapping_sub(padding(layout)), padded(layout)) }
  }
}

#[global_allocator]
static ALLOCATOR: relib_module::AllocTracker<Padded> = relib_module::AllocTracker::new(Padded);
