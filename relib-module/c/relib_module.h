/*
 * relib module kit: what a native module of a relib host includes.
 *
 * A module is the author's sources, the bindings generated from the contract's Java interfaces and
 * relib_module.c, linked into one shared library. Its sources carry one RELIB_MODULE line.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_H
#define RELIB_MODULE_H

#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RELIB_KIT_VERSION "0.1.0"

/* ---- Values -------------------------------------------------------------------------------- */

/* UTF-8 text that the caller lends for the time of the call. Not terminated; ptr is never read if len is 0. */
typedef struct relib_str {
	const char *ptr;
	size_t len;
} relib_str;

/* Bytes that the caller lends for the time of the call. ptr is never read if len is 0. */
typedef struct relib_bytes {
	const uint8_t *ptr;
	size_t len;
} relib_bytes;

/* UTF-8 text whose memory belongs to the holder: ptr comes from malloc, or is NULL with len 0. */
typedef struct relib_string {
	char *ptr;
	size_t len;
} relib_string;

/* Bytes whose memory belongs to the holder: ptr comes from malloc, or is NULL with len 0. */
typedef struct relib_buffer {
	uint8_t *ptr;
	size_t len;
} relib_buffer;

/* Copies terminated text. The caller owns the result. Any thread. Panics when memory is short. */
relib_string relib_string_of(const char *text);

/* Copies len bytes. The caller owns the result. Any thread. Panics when memory is short. */
relib_buffer relib_buffer_of(const void *bytes, size_t len);

/* len bytes, all zero. The caller owns the result. Any thread. Panics when memory is short. */
relib_buffer relib_buffer_new(size_t len);

/* ---- Failing and logging ------------------------------------------------------------------- */

/*
 * Gives up the running export: the host's caller gets an exception with this message (printf format,
 * at most 1,023 bytes). The frames between the export and this call are skipped, not cleaned up.
 * On a thread that the module started, the message is logged and the thread ends; in a destructor of a
 * thread-local or key it is logged and that destructor is given up. Elsewhere (a constructor or destructor of
 * the library), it aborts the process.
 * Any thread. Precondition: no C++ object with a destructor and no open pthread_cleanup_push block lives
 * in the skipped frames.
 */
void relib_panic(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

typedef enum relib_level {
	RELIB_TRACE = 0,
	RELIB_DEBUG = 1,
	RELIB_INFO = 2,
	RELIB_WARN = 3,
	RELIB_ERROR = 4
} relib_level;

/* One record of the host's logger relib.<module>; standard error without a host. Any thread. */
void relib_log(relib_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with text that is UTF-8, of any length, not terminated; lent for the call. */
void relib_log_text(relib_level level, const char *text, size_t len);

/*
 * For languages that unwind by themselves: makes this the message of the panic that the running export is
 * about to report by RELIB_PANICKED, and returns. UTF-8, not terminated, lent for the call; the host keeps
 * 1,024 bytes. On a thread that the module started it is logged as well, as nobody may ask for it there;
 * without a host it goes to standard error. Any thread.
 */
void relib_report_panic(const char *text, size_t len);

/* ---- Memory -------------------------------------------------------------------------------- */

/*
 * What the module gets from malloc, calloc, realloc, strdup, getline and their kin is freed by the host
 * once the module is unloaded, if the module has not freed it. Call this before memory is given for good
 * to code outside the module that frees or moves it by itself (argz_add, another library). From then on
 * the host leaves ptr alone. ptr may be NULL. Any thread.
 */
void relib_untrack(void *ptr);

/*
 * The same for an open descriptor, and for mapped memory, that code outside the module will close or unmap:
 * a later file or mapping with the same number or address could not be told from it. Any thread.
 */
void relib_untrack_descriptor(int fd);
void relib_untrack_mapping(void *address, size_t length);

/* ---- The module ---------------------------------------------------------------------------- */

struct relib_host;
struct relib_ledger;

#define RELIB_ABI_VERSION 1u

/* What a host reads before it runs any code of the module. All pointers are into the module's image. */
typedef struct relib_module_descriptor {
	uint32_t abi_version;
	uint32_t struct_size;
	relib_str build_info; /* lines "key value" */
	relib_str contract;   /* canonical text, see RELIB_MODULE */
	/*
	 * Binds the module's hooks to a host. Owner thread, once, right after the library was opened and
	 * before any other function of the module. host and ledger outlive the module. Returns false and
	 * binds nothing if the host's table is older than this module needs.
	 */
	bool (*attach)(const struct relib_host *host, struct relib_ledger *ledger);
	/*
	 * Calls a destructor of one of the module's thread-locals or keys, and returns: one that panics, or whose
	 * import fails, is given up and logged. Any thread, after attach. A kit whose struct_size ends before this
	 * has none.
	 */
	void (*run_destructor)(void (*destructor)(void *), void *object);
} relib_module_descriptor;

#define RELIB_VISIBLE __attribute__((visibility("default")))

#ifdef __cplusplus
#define RELIB_LANGUAGE "c++"
#else
#define RELIB_LANGUAGE "c"
#endif

#ifdef __clang__
#define RELIB_COMPILER "clang " __clang_version__
#else
#define RELIB_COMPILER "gcc " __VERSION__
#endif

/* For RELIB_MODULE and the generated bindings only. Binds the module to its host. */
bool relib_module_attach(const struct relib_host *host, struct relib_ledger *ledger);

/* For RELIB_MODULE only. Any thread. */
void relib_module_run_destructor(void (*destructor)(void *), void *object);

/* Whether the calling thread is in there: then nobody waits for a panic or a failed import. Any thread. */
bool relib_runs_destructor(void);

/*
 * Declares the module, once, in one of its C files: its version, and the contract texts of all the
 * interfaces it exports and imports, side by side:
 *
 *     RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)
 */
#define RELIB_MODULE(version, contracts)                                                               \
	_Pragma("GCC diagnostic push")                                                                     \
	_Pragma("GCC diagnostic ignored \"-Woverlength-strings\"")                                         \
	RELIB_VISIBLE extern const relib_module_descriptor relib_module;                                   \
	const relib_module_descriptor relib_module = {                                                     \
		RELIB_ABI_VERSION,                                                                             \
		(uint32_t)sizeof(relib_module_descriptor),                                                     \
		RELIB_TEXT("kit " RELIB_KIT_VERSION "\nlanguage " RELIB_LANGUAGE "\ncompiler " RELIB_COMPILER "\nversion " version "\n"), \
		RELIB_TEXT("relib-contract 1\n" contracts),                                                    \
		relib_module_attach,                                                                           \
		relib_module_run_destructor,                                                                   \
	};                                                                                                 \
	_Pragma("GCC diagnostic pop")

#define RELIB_TEXT(literal) { literal, sizeof(literal) - 1 }

/*
 * Declares what runs after the host has loaded the module and before it serves, if the host is told to
 * call it (relib.modules.<name>.main): a function body. Owner thread. It may call imports; the load waits
 * for its return, and fails if it panics.
 *
 *     RELIB_MAIN { start_workers(); }
 */
#define RELIB_MAIN RELIB_LIFECYCLE(main)

/*
 * Declares what runs before the host unloads the module: a function body. It may call imports, and
 * ends the threads that the module started. Owner thread, with the host's timeout; all exports have
 * returned. A panic in it makes the host keep the module.
 *
 *     RELIB_BEFORE_UNLOAD { stop_workers(); }
 */
#define RELIB_BEFORE_UNLOAD RELIB_LIFECYCLE(before_unload)

#define RELIB_LIFECYCLE(name)                                                                          \
	static void relib_##name##_body(void);                                                             \
	RELIB_EXPORT void __relib__##name(uint8_t *success);                                               \
	RELIB_EXPORT void __relib__##name(uint8_t *success)                                                \
	{                                                                                                  \
		RELIB_BOUNDARY(success, return);                                                               \
		relib_##name##_body();                                                                         \
		relib_boundary_leave(&relib_boundary_here, success);                                           \
	}                                                                                                  \
	static void relib_##name##_body(void)

/* ---- For generated bindings ---------------------------------------------------------------- */

#ifdef __cplusplus
#define RELIB_EXPORT extern "C" RELIB_VISIBLE
#else
#define RELIB_EXPORT RELIB_VISIBLE
#endif
#define RELIB_IMPORT_SLOT RELIB_VISIBLE

/* What an export leaves in *success. */
#define RELIB_PANICKED 0
#define RELIB_RETURNED 1
#define RELIB_IMPORT_FAILED 2

/* Where a panic on this thread lands. Lives in the frame of one export; the innermost counts. */
typedef struct relib_boundary {
	jmp_buf jump;
	struct relib_boundary *outer;
	struct relib_boundary **innermost; /* the thread's own; looked up once, as that costs a call */
	volatile uint8_t outcome;
} relib_boundary;

/* Makes a boundary the innermost of this thread. Precondition: setjmp on it follows in the same frame. */
void relib_boundary_enter(relib_boundary *boundary);

/* Takes the innermost boundary away and reports RELIB_RETURNED. */
void relib_boundary_leave(relib_boundary *boundary, uint8_t *success);

/* Takes a boundary away that a panic or a failed import has landed on, and reports which it was. */
void relib_boundary_landed(relib_boundary *boundary, uint8_t *success);

/* Opens the boundary of an export; runs `leave` (a return statement) when something lands on it. */
#define RELIB_BOUNDARY(success, leave)                                                                 \
	relib_boundary relib_boundary_here;                                                                \
	relib_boundary_enter(&relib_boundary_here);                                                        \
	if (_setjmp(relib_boundary_here.jump) != 0) {                                                      \
		relib_boundary_landed(&relib_boundary_here, success);                                          \
		leave;                                                                                         \
	}

/* Leaves what runs after the import of this name failed, as relib_panic does; the host's caller gets the exception. */
void relib_import_failed(const char *import) __attribute__((noreturn));

/* Panics: the import of this name was called before the host had bound it. */
void relib_import_unbound(const char *import) __attribute__((noreturn));

/* Moves a value into a box that the host gives back through the export's __post function. */
relib_string *relib_box_string(relib_string value);
relib_buffer *relib_box_buffer(relib_buffer value);
void relib_unbox_string(relib_string *box);
void relib_unbox_buffer(relib_buffer *box);

/* ---- For hosts ----------------------------------------------------------------------------- */

/* What a descriptor belongs to, which is closed in its stead. */
typedef enum relib_holder { RELIB_NOBODY = 0, RELIB_FILE = 1, RELIB_DIR = 2 } relib_holder;

/*
 * What a host offers to the kit's hooks. Compatible are:
 * - an older kit in a newer host: the table only grows at its end, and a module takes any table of its own
 *   abi_version whose struct_size is at least the one that it was compiled with;
 * - a newer kit in an older host: only if the table has not grown between them. Else attach returns false,
 *   and the host says so.
 * A change of what is there already is a new abi_version, which the other side refuses. Each function may be
 * called from any thread, also while the library is opened or closed, until dlclose has returned,
 * and leaves errno as it was.
 */
typedef struct relib_host {
	uint32_t abi_version;
	uint32_t struct_size;
	/* The module has got ptr (not NULL) from the C library's allocator. */
	void (*allocated)(struct relib_ledger *ledger, void *ptr, size_t size);
	/*
	 * The module is about to give ptr (not NULL) back, or to hand it to a function that may. Returns the
	 * size it was allocated with, RELIB_UNTRACKED if the host does not know it. A module that has ptr
	 * after all (realloc failed) tells it anew by `allocated`.
	 */
	size_t (*releasing)(struct relib_ledger *ledger, void *ptr);
	/* As pthread_create, pthread_join and pthread_detach, for threads that the module owns. */
	int (*thread_create)(struct relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin);
	int (*thread_join)(struct relib_ledger *ledger, pthread_t thread, void **result);
	int (*thread_detach)(struct relib_ledger *ledger, pthread_t thread);
	/* The calling thread's export panicked with this text. The text is copied. */
	void (*panicked)(struct relib_ledger *ledger, const char *text, size_t len);
	/* A record for the module's logger. The text is copied. */
	void (*log)(struct relib_ledger *ledger, int level, const char *text, size_t len);
	/* As pthread_clockjoin_np (clock: a clockid_t); without a deadline as pthread_tryjoin_np. */
	int (*thread_join_until)(struct relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline);
	/* As __cxa_thread_atexit_impl, with the module as the library. */
	int (*thread_at_exit)(struct relib_ledger *ledger, void (*destructor)(void *), void *object);
	/* As pthread_key_create, pthread_setspecific and pthread_key_delete. */
	int (*key_create)(struct relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *));
	int (*key_set)(struct relib_ledger *ledger, pthread_key_t key, const void *value);
	int (*key_delete)(struct relib_ledger *ledger, pthread_key_t key);
	/* The module has got a descriptor, which holder (a FILE or DIR as kind says, else NULL) will close. */
	void (*descriptor_opened)(struct relib_ledger *ledger, int fd, relib_holder kind, void *holder,
							  const void *origin);
	/* The module is about to close these, whoever opened them. Returns whether any was known as a module's. */
	bool (*descriptors_closing)(struct relib_ledger *ledger, unsigned first, unsigned last);
	/* The module has mapped memory; what was known in that range is replaced. Sizes are rounded to pages. */
	void (*mapped)(struct relib_ledger *ledger, void *address, size_t length, const void *origin);
	/* The module is about to unmap it. Returns whether the host knew any of it as a module's. */
	bool (*unmapping)(struct relib_ledger *ledger, void *address, size_t length);
	/*
	 * All of the library's destructors have returned. If the host is closing the library, this returns when
	 * the threads that they have started are gone: their code is unmapped next.
	 */
	void (*closing)(struct relib_ledger *ledger);
} relib_host;

#define RELIB_UNTRACKED SIZE_MAX

#ifdef __cplusplus
}
#endif

#endif
