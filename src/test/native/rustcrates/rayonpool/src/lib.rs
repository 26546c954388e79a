// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::sync::RwLock;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

#[path = "../../../../target/test-classes/META-INF/relib/rust/exercise.rs"]
mod exercise;
#[path = "../../../../target/test-classes/META-INF/relib/rust/rayon_pool.rs"]
mod rayon_pool;

relib_spring_module::module! {
    exports { exercise: Pool, rayon_pool: Pool }
    before_unload { drop(OWN.write().unwrap().take()) }
}

static OWN: RwLock<Option<ThreadPool>> = RwLock::new(None);

struct Pool;

fn start() -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(3).thread_name(|i| format!("own-{i}")).build().unwrap()
}

fn sum_in_parallel(n: i64) -> i64 {
    (1..=n).into_par_iter().sum()
}

impl rayon_pool::RayonPool for Pool {
    fn sum_on_the_own_pool(n: i64) -> i64 {
        OWN.write().unwrap().get_or_insert_with(start);
        OWN.read().unwrap().as_ref().expect("started").install(|| sum_in_parallel(n))
    }

    fn sum_on_the_global_pool(n: i64) -> i64 {
        sum_in_parallel(n)
    }
}

impl exercise::Exercise for Pool {
    fn exercise() {
        use rayon_pool::RayonPool;
        assert_eq!(Self::sum_on_the_own_pool(1000), 500_500);
    }
}
