// SPDX-License-Identifier: Apache-2.0
use {
  abi_stable::std_types::{RSlice, RStr, RString, RVec},
  contract::exports::Crate,
  std::{
    sync::{
      Mutex,
      atomic::{AtomicBool, Ordering::SeqCst},
      mpsc::{self, Receiver},
    },
    thread::{self, JoinHandle},
    time::Duration,
  },
};

relib_interface::include_exports!();
relib_interface::include_imports!();
use gen_exports::ModuleExportsImpl;

#[cfg(feature = "custom_allocator")]
mod allocator;

static BEFORE_UNLOAD_PANICS: AtomicBool = AtomicBool::new(false);
static STOPPED: AtomicBool = AtomicBool::new(false);
static CALLED: AtomicBool = AtomicBool::new(false);
static THREAD: Mutex<Option<JoinHandle<()>>> = Mutex::new(None);

impl Crate for ModuleExportsImpl {
  fn greet(name: RStr) -> RString {
    format!("Hello, {name}").into()
  }

  fn tail(text: RStr) -> RStr {
    text.slice(1..)
  }

  fn reverse(bytes: RSlice<u8>) -> RVec<u8> {
    bytes.iter().rev().copied().collect()
  }

  fn not(value: bool) -> bool {
    !value
  }

  fn next_i8(value: i8) -> i8 {
    value.wrapping_add(1)
  }

  fn next_u8(value: u8) -> u8 {
    [value; 256][value as usize].wrapping_add(1)
  }

  fn next_u16(value: u16) -> u16 {
    value.wrapping_add(1)
  }

  fn next_i32(value: i32) -> i32 {
    value + 1
  }

  fn next_u64(value: u64) -> u64 {
    value + 1
  }

  fn half(value: f64) -> f64 {
    value / 2.0
  }

  fn many(a: RStr, b: RStr, c: RStr, d: RStr, e: bool, f: u8, g: f32) -> RString {
    format!("{a} {b} {c} {d} {e} {f} {g}").into()
  }

  fn through_the_host(text: RStr, flag: bool, byte: u8, number: i64, ratio: f64, bytes: RSlice<u8>) -> RString {
    unsafe { gen_imports::describe(text, flag, byte, number, ratio, bytes) }
  }

  fn ask(question: RStr) -> RString {
    let answer = unsafe { gen_imports::answer(question) };
    format!("<{answer}>").into()
  }

  fn count_twice() -> i32 {
    unsafe { gen_imports::count() + gen_imports::count() }
  }

  fn ask_on_a_thread(question: RStr) -> RString {
    let question = question.to_string();
    thread::spawn(move || unsafe { gen_imports::answer(question.as_str().into()) }).join().unwrap()
  }

  fn sum_of_host_bytes(count: i64) -> i64 {
    let bytes = unsafe { gen_imports::bytes(count) };
    bytes.iter().map(|byte| i64::from(*byte)).sum()
  }

  fn panic(message: RStr) {
    panic!("{message}");
  }

  fn backtrace() -> RString {
    std::backtrace::Backtrace::force_capture().to_string().into()
  }

  fn before_unload_panics(panics: bool) {
    BEFORE_UNLOAD_PANICS.store(panics, SeqCst);
  }

  fn leak(bytes: u64) {
    std::mem::forget(vec![1_u8; bytes as usize]);
  }

  fn big(bytes: u64) -> RVec<u8> {
    vec![1_u8; bytes as usize].into()
  }

  fn thread_locals() {
    struct Loud(#[allow(dead_code)] Vec<u8>);

    impl Drop for Loud {
      fn drop(&mut self) {
        unsafe { gen_imports::thread_local_destroyed() }
      }
    }

    thread_local! {
      static LOUD: Loud = Loud(vec![1; 1 << 20]);
    }

    LOUD.with(|_| {});
  }

  fn start_thread() {
    STOPPED.store(false, SeqCst);
    let thread = thread::Builder::new().name("busy".into()).spawn(|| {
      while !STOPPED.load(SeqCst) {
        thread::sleep(Duration::from_millis(1));
      }
    });
    *THREAD.lock().unwrap() = Some(thread.unwrap());
  }

  fn stop_thread() {
    STOPPED.store(true, SeqCst);
    THREAD.lock().unwrap().take().unwrap().join().unwrap();
  }

  fn detach_thread(millis: u64) {
    thread::spawn(move || {
      thread_local! {
        static SLOW: Slow = const { Slow };
      }
      SLOW.with(|_| {});
      thread::sleep(Duration::from_millis(millis));
    });
  }

  fn give_back_what_was_not_allocated() {
    let mut byte = 0_u64;
    unsafe { drop(Box::from_raw(&raw mut byte)) }
  }

  fn pass_memory_around(threads: i32, rounds: i32) -> i64 {
    let (sender, receiver) = mpsc::sync_channel::<Vec<u8>>(100);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
      let takers: Vec<_> = (0..threads).map(|_| scope.spawn(|| take_all(&receiver))).collect();
      for _ in 0..threads {
        let sender = sender.clone();
        scope.spawn(move || (0..rounds).for_each(|round| sender.send(vec![1; 1 + round as usize % 300]).unwrap()));
      }
      drop(sender);
      takers.into_iter().map(|taker| taker.join().unwrap()).sum()
    })
  }

  fn first_call() -> bool {
    !CALLED.swap(true, SeqCst)
  }

  fn version() -> i32 {
    if cfg!(feature = "second") { 2 } else { 1 }
  }
}

/// Frees blocks of other threads until there are no more, and returns their number.
fn take_all(receiver: &Mutex<Receiver<Vec<u8>>>) -> i64 {
  let mut count = 0;
  loop {
    let received = receiver.lock().unwrap().recv();
    match received {
      Ok(_) => count += 1,
      Err(_) => return count,
    }
  }
}

/// A value whose destructor runs after the thread's function has returned.
struct Slow;

impl Drop for Slow {
  fn drop(&mut self) {
    thread::sleep(Duration::from_millis(20));
  }
}

#[cfg(not(feature = "text_main"))]
#[relib_module::export]
fn main() -> i32 {
  println!("main was called");
  if std::env::var_os("MAIN_PANICS").is_some() {
    panic!("no play today");
  }
  7
}

#[cfg(feature = "text_main")]
#[relib_module::export]
fn main() -> RString {
  println!("main was called");
  "a text".into()
}

#[relib_module::export]
fn before_unload() {
  if BEFORE_UNLOAD_PANICS.load(SeqCst) {
    panic!("not now");
  }
}

#[allow(dead_code)]
fn never_called_import() {
  unsafe {
    gen_imports::never_called(true);
  }
}
