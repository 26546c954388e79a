// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use relib_spring_module::info;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::{fs, task, time};

#[path = "../../../../target/test-classes/META-INF/relib/rust/exercise.rs"]
mod exercise;
#[path = "../../../../target/test-classes/META-INF/relib/rust/tokio_server.rs"]
mod tokio_server;

relib_spring_module::module! {
    exports { exercise: Server, tokio_server: Server }
    before_unload {
        if !FORGETFUL.load(Ordering::SeqCst) {
            shut_down();
        }
    }
}

static FORGETFUL: AtomicBool = AtomicBool::new(false);

static RUNNING: RwLock<Option<Running>> = RwLock::new(None);

struct Running {
    runtime: Runtime,
    address: SocketAddr,
}

struct Server;

fn start() -> io::Result<Running> {
    let runtime = Builder::new_multi_thread().worker_threads(2).max_blocking_threads(4).enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let address = listener.local_addr()?;
    runtime.spawn(accept(listener));
    Ok(Running { runtime, address })
}

/// Drops the runtime with all tasks, and waits for its threads.
fn shut_down() {
    drop(RUNNING.write().unwrap().take());
}

async fn accept(listener: TcpListener) -> io::Result<()> {
    loop {
        let (stream, peer) = listener.accept().await?;
        info!("connected to {}", peer.ip());
        tokio::spawn(echo(stream));
    }
}

async fn echo(mut stream: TcpStream) -> io::Result<()> {
    let (mut received, mut sent) = stream.split();
    tokio::io::copy(&mut received, &mut sent).await?;
    Ok(())
}

async fn ask(address: SocketAddr, question: String) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(question.as_bytes()).await?;
    stream.shutdown().await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

/// Runs a future on the calling thread, which belongs to the host.
fn block_on<T>(work: impl Future<Output = T>) -> T {
    RUNNING.read().unwrap().as_ref().expect("started").runtime.block_on(work)
}

impl tokio_server::TokioServer for Server {
    fn start() {
        RUNNING.write().unwrap().get_or_insert_with(|| start().unwrap());
    }

    fn echo(text: &str) -> String {
        let address = RUNNING.read().unwrap().as_ref().expect("started").address;
        let question = text.to_owned();
        block_on(async { tokio::spawn(ask(address, question)).await.unwrap().unwrap() })
    }

    fn sleep(millis: i64) -> i64 {
        let began = Instant::now();
        let duration = Duration::from_millis(millis.try_into().unwrap());
        block_on(async { time::sleep(duration).await });
        began.elapsed().as_millis().try_into().unwrap()
    }

    fn read(path: &str) -> String {
        block_on(async { fs::read_to_string(path).await.unwrap() })
    }

    fn compute(n: i64) -> i64 {
        block_on(async { task::spawn_blocking(move || (1..=n).sum()).await.unwrap() })
    }

    fn forget_the_shutdown(forget: bool) {
        FORGETFUL.store(forget, Ordering::SeqCst);
    }
}

impl exercise::Exercise for Server {
    fn exercise() {
        use tokio_server::TokioServer;
        Self::start();
        assert_eq!(Self::echo("hello"), "hello");
        assert!(Self::sleep(2) >= 2);
        assert!(Self::read("/proc/self/comm").ends_with('\n'));
        assert_eq!(Self::compute(10), 55);
    }
}
