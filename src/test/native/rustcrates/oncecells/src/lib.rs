// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use once_cell::race::OnceBox;
use once_cell::sync::{Lazy, OnceCell};
use once_cell::unsync;

#[path = "../../../../target/test-classes/META-INF/relib/rust/exercise.rs"]
mod exercise;
#[path = "../../../../target/test-classes/META-INF/relib/rust/once_cells.rs"]
mod once_cells;

relib_spring_module::module! {
    exports { exercise: Cells, once_cells: Cells }
}

static COUNTS: Lazy<Mutex<HashMap<String, i32>>> = Lazy::new(Default::default);

static CELL: OnceCell<String> = OnceCell::new();

static RACE: OnceBox<String> = OnceBox::new();

static LOCK: OnceLock<String> = OnceLock::new();

thread_local! {
    static LOCAL: unsync::OnceCell<String> = const { unsync::OnceCell::new() };
}

struct Cells;

impl once_cells::OnceCells for Cells {
    fn remember(text: &str) -> String {
        let text = || text.to_owned();
        let local = LOCAL.with(|local| local.get_or_init(text).clone());
        [CELL.get_or_init(text), RACE.get_or_init(|| Box::new(text())), LOCK.get_or_init(text), &local]
            .map(String::as_str)
            .join(" ")
    }

    fn count(key: &str) -> i32 {
        let mut counts = COUNTS.lock().unwrap();
        let count = counts.entry(key.to_owned()).or_default();
        *count += 1;
        *count
    }
}

impl exercise::Exercise for Cells {
    fn exercise() {
        use once_cells::OnceCells;
        assert!(Self::remember("first").starts_with("first first first "));
        assert!(Self::count("key") > 0);
    }
}
