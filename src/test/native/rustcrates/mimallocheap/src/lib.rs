// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::thread;

use mimalloc::MiMalloc;

#[path = "../../../../target/test-classes/META-INF/relib/rust/exercise.rs"]
mod exercise;
#[path = "../../../../target/test-classes/META-INF/relib/rust/mimalloc_heap.rs"]
mod mimalloc_heap;

relib_spring_module::module! {
    exports { exercise: Heap, mimalloc_heap: Heap }
}

#[global_allocator]
static GLOBAL: MiMalloc = MiMalloc;

struct Heap;

/// Allocates blocks of many sizes, about 5 MB in total.
fn blocks() -> Vec<Vec<u8>> {
    (0..1000).map(|i| vec![i as u8; 1 + i * 10]).collect()
}

fn sum(blocks: &[Vec<u8>]) -> u64 {
    blocks.iter().flatten().map(|&byte| u64::from(byte)).sum()
}

impl mimalloc_heap::MimallocHeap for Heap {
    fn repeat(text: &str, times: i32) -> String {
        text.repeat(times.try_into().unwrap())
    }

    fn leak(bytes: i64) {
        black_box(vec![1u8; bytes.try_into().unwrap()].leak());
    }

    fn free_on_other_threads(threads: i32) {
        let expected = sum(&blocks());
        for _ in 0..threads {
            let mut sent = blocks();
            let kept = sent.split_off(500);
            let returned = thread::spawn(move || {
                sent.clear();
                blocks()
            });
            assert_eq!(sum(&returned.join().unwrap()), expected);
            drop(kept);
        }
    }
}

impl exercise::Exercise for Heap {
    fn exercise() {
        use mimalloc_heap::MimallocHeap;
        Self::leak(100_000);
        Self::free_on_other_threads(2);
    }
}
