// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;

import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * Libraries that are plain modules themselves. Handles are pointers; functions return
 * them in an array that holds one.
 */
final class Itself {

	private static final Map<String, Function<NativeModule, Cage>> LIBRARIES = Map.of("sqlite", Itself::sqlite, "zmq",
			Itself::zmq, "openblas", Itself::openblas, "python", Itself::python, "crypto", Itself::crypto, "lua",
			Itself::lua, "rdkafka", Itself::rdkafka, "git2", Itself::git2, "z3", Itself::z3);

	private Itself() {
	}

	static Cage of(NativeModule module) {
		return LIBRARIES.get(module.name().replace("-itself", "")).apply(module);
	}

	private static Cage of(IntSupplier use, IntSupplier leave) {
		return new Cage() {

			@Override
			public int use() {
				return use.getAsInt();
			}

			@Override
			public int leave() {
				return leave.getAsInt();
			}

		};
	}

	private static int check(boolean... passed) {
		for (int i = 0; i < passed.length; i++) {
			if (!passed[i]) {
				return i + 1;
			}
		}
		return 0;
	}

	private static Cage sqlite(NativeModule module) {
		Sqlite sqlite = module.exports(Sqlite.class);
		long[] database = { 0 };
		return of(() -> {
			long[] own = { 0 };
			return check(sqlite.open(":memory:", own) == 0, sqlite.execute(own[0], "select 1", 0, 0, 0) == 0,
					sqlite.close(own[0]) == 0);
		}, () -> check(sqlite.open("", database) == 0,
				sqlite.execute(database[0], "create table t(a); begin; insert into t values(1)", 0, 0, 0) == 0));
	}

	@RelibExports
	interface Sqlite {

		@RelibName("sqlite3_open")
		int open(String file, long[] database);

		@RelibName("sqlite3_exec")
		int execute(long database, String statements, long callback, long argument, long error);

		@RelibName("sqlite3_close")
		int close(long database);

	}

	/** Leaves a thread that ends sockets and one that waits for packets. */
	private static Cage zmq(NativeModule module) {
		Zmq zmq = module.exports(Zmq.class);
		return of(() -> {
			long context = zmq.create();
			long socket = zmq.socket(context, 0);
			return check(zmq.bind(socket, "inproc://zoo") == 0, zmq.close(socket) == 0, zmq.end(context) == 0);
		}, () -> check(zmq.socket(zmq.create(), 0) != 0));
	}

	@RelibExports
	interface Zmq {

		@RelibName("zmq_ctx_new")
		long create();

		@RelibName("zmq_socket")
		long socket(long context, int type);

		@RelibName("zmq_bind")
		int bind(long socket, String address);

		@RelibName("zmq_close")
		int close(long socket);

		@RelibName("zmq_ctx_term")
		int end(long context);

	}

	/** Its workers start when it is loaded. */
	private static Cage openblas(NativeModule module) {
		OpenBlas blas = module.exports(OpenBlas.class);
		IntSupplier use = () -> {
			double[] vector = { 1, 2, 3 };
			return check(blas.dot(3, vector, 1, vector, 1) == 14, blas.threads() > 0);
		};
		return of(use, use);
	}

	@RelibExports
	interface OpenBlas {

		@RelibName("cblas_ddot")
		double dot(int count, double[] one, int step, double[] other, int otherStep);

		@RelibName("openblas_get_num_threads")
		int threads();

	}

	/** Leaves an interpreter, and a thread of it. */
	private static Cage python(NativeModule module) {
		Python python = module.exports(Python.class);
		Object lock = new Object();
		Function<String, Integer> run = (script) -> {
			synchronized (lock) {
				if (python.isInitialized() == 0) {
					python.initialize(0);
					python.release();
				}
				int state = python.enter();
				int failed = python.run(script, 0);
				python.leave(state);
				return failed;
			}
		};
		return of(() -> run.apply("assert sum(range(10)) == 45"), () -> run
			.apply("import threading, time\nthreading.Thread(target=lambda: time.sleep(1000), daemon=True).start()\n"));
	}

	@RelibExports
	interface Python {

		@RelibName("Py_IsInitialized")
		int isInitialized();

		@RelibName("Py_InitializeEx")
		void initialize(int signals);

		@RelibName("PyEval_SaveThread")
		long release();

		@RelibName("PyGILState_Ensure")
		int enter();

		@RelibName("PyGILState_Release")
		void leave(int state);

		@RelibName("PyRun_SimpleStringFlags")
		int run(String script, long flags);

	}

	/** Leaves errors in thread-locals, and a digest. */
	private static Cage crypto(NativeModule module) {
		Crypto crypto = module.exports(Crypto.class);
		return of(() -> check(crypto.random(new byte[16], 16) == 1, crypto.file("/nowhere", "r") == 0),
				() -> check(crypto.digest() != 0, crypto.file("/nowhere", "r") == 0));
	}

	@RelibExports
	interface Crypto {

		@RelibName("RAND_bytes")
		int random(byte[] bytes, int count);

		@RelibName("BIO_new_file")
		long file(String name, String mode);

		@RelibName("EVP_MD_CTX_new")
		long digest();

	}

	private static Cage lua(NativeModule module) {
		Lua lua = module.exports(Lua.class);
		return of(() -> {
			long state = lua.create();
			lua.openLibraries(state);
			int result = check(lua.load(state, "error('no')") == 0, lua.call(state, 0, 0, 0, 0, 0) == 2);
			lua.close(state);
			return result;
		}, () -> check(lua.create() != 0));
	}

	@RelibExports
	interface Lua {

		@RelibName("luaL_newstate")
		long create();

		@RelibName("luaL_openlibs")
		void openLibraries(long state);

		@RelibName("luaL_loadstring")
		int load(long state, String script);

		@RelibName("lua_pcallk")
		int call(long state, int arguments, int results, int handler, long context, long continuation);

		@RelibName("lua_close")
		void close(long state);

	}

	/** Leaves a thread for itself and one for each broker. */
	private static Cage rdkafka(NativeModule module) {
		RdKafka kafka = module.exports(RdKafka.class);
		return of(() -> {
			long producer = kafka.create(0, 0, new byte[256], 256);
			kafka.destroy(producer);
			return check(producer != 0);
		}, () -> check(kafka.create(0, 0, new byte[256], 256) != 0));
	}

	@RelibExports
	interface RdKafka {

		@RelibName("rd_kafka_new")
		long create(int type, long configuration, byte[] error, long size);

		@RelibName("rd_kafka_destroy")
		void destroy(long producer);

	}

	/** Leaves errors in thread-locals, whose key it would delete at its shutdown. */
	private static Cage git2(NativeModule module) {
		Git2 git = module.exports(Git2.class);
		return of(() -> check(git.init() > 0, git.open(new long[1], "/nowhere") != 0, git.shutdown() >= 0),
				() -> check(git.init() > 0, git.open(new long[1], "/nowhere") != 0));
	}

	@RelibExports
	interface Git2 {

		@RelibName("git_libgit2_init")
		int init();

		@RelibName("git_repository_open")
		int open(long[] repository, String path);

		@RelibName("git_libgit2_shutdown")
		int shutdown();

	}

	private static Cage z3(NativeModule module) {
		Z3 z3 = module.exports(Z3.class);
		IntSupplier use = () -> {
			long context = z3.context(z3.configuration());
			return check(z3.evaluate(context, "(declare-const a Int) (assert (> a 7)) (check-sat)").startsWith("sat"));
		};
		return of(use, use);
	}

	@RelibExports
	interface Z3 {

		@RelibName("Z3_mk_config")
		long configuration();

		@RelibName("Z3_mk_context")
		long context(long configuration);

		@RelibName("Z3_eval_smtlib2_string")
		String evaluate(long context, String script);

	}

}
