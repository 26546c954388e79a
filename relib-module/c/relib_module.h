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

/*
 * Everywhere: len counts elements, of which there are at most 2,147,483,647; ptr is never read if len is 0,
 * and never NULL otherwise; text is UTF-8 and not terminated.
 */

/* Text that the caller lends for the time of the call. */
typedef struct relib_str {
	const char *ptr;
	size_t len;
} relib_str;

/* Bytes that the caller lends for the time of the call. */
typedef struct relib_bytes {
	const uint8_t *ptr;
	size_t len;
} relib_bytes;

/* Text whose memory belongs to the holder: ptr comes from malloc, or is NULL with len 0. */
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

/* Copies text. The caller owns the result. Any thread. Panics when memory is short. */
relib_string relib_string_copy(relib_str text);

/* Frees the text, and leaves it empty. Any thread. */
void relib_string_free(relib_string *text);

/* Copies len bytes. The caller owns the result. Any thread. Panics when memory is short. */
relib_buffer relib_buffer_of(const void *bytes, size_t len);

/* len bytes, all zero. The caller owns the result. Any thread. Panics when memory is short. */
relib_buffer relib_buffer_new(size_t len);

/* Frees the bytes, and leaves the buffer empty. Any thread. */
void relib_buffer_free(relib_buffer *buffer);

/*
 * Numbers: relib_i32_slice is lent for the time of the call, the memory of a relib_i32_array belongs to the
 * holder: ptr comes from malloc, or is NULL with len 0. Any thread:
 * - relib_i32_array_of copies len numbers, relib_i32_array_new makes len zeros. The caller owns the result.
 *   Both panic when memory is short, the first one for NULL with another len than 0, too.
 * - relib_i32_array_free frees the numbers, and leaves the array empty.
 */
#define RELIB_ARRAY(name, number)                                                                      \
	typedef struct relib_##name##_slice {                                                              \
		const number *ptr;                                                                             \
		size_t len;                                                                                    \
	} relib_##name##_slice;                                                                            \
	typedef struct relib_##name##_array {                                                              \
		number *ptr;                                                                                   \
		size_t len;                                                                                    \
	} relib_##name##_array;                                                                            \
	relib_##name##_array relib_##name##_array_of(const number *numbers, size_t len);                   \
	relib_##name##_array relib_##name##_array_new(size_t len);                                         \
	void relib_##name##_array_free(relib_##name##_array *array);
RELIB_ARRAY(i16, int16_t)
RELIB_ARRAY(i32, int32_t)
RELIB_ARRAY(i64, int64_t)
RELIB_ARRAY(f32, float)
RELIB_ARRAY(f64, double)

/* Texts that the caller lends for the time of the call; nothing in them is changed. */
typedef struct relib_string_slice {
	const relib_string *ptr;
	size_t len;
} relib_string_slice;

/* Texts whose memory, and that of the list, belongs to the holder. */
typedef struct relib_string_list {
	relib_string *ptr;
	size_t len;
} relib_string_list;

/* len empty texts. The caller owns the result. Any thread. Panics when memory is short. */
relib_string_list relib_string_list_new(size_t len);

/* Copies texts. The caller owns the result. Any thread. Panics when memory is short. */
relib_string_list relib_string_list_copy(relib_string_slice texts);

/* Frees the texts and the list, and leaves it empty. Any thread. */
void relib_string_list_free(relib_string_list *list);

/* ---- Failing and logging ------------------------------------------------------------------- */

/*
 * Gives up the running export: the host's caller gets an exception with this message (printf format,
 * at most 1,023 bytes). The frames between the export and this call are skipped, not cleaned up: the memory
 * that they own is a leak, arguments and what the bindings have made are not.
 * On a thread that the module started, the message is logged and the thread ends; in a destructor of a
 * thread-local, key or static object it is logged and that destructor is given up. Elsewhere (a constructor or
 * __attribute__((destructor)) of the library), it aborts the process.
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
	 * has neither this nor what follows.
	 */
	void (*run_destructor)(void (*destructor)(void *), void *object);
	/*
	 * Destroys the module's static objects and runs what it has registered by atexit, which dlclose would do
	 * with the dynamic linker's lock held; what fails is given up and logged. Owner thread, once, before
	 * dlclose; nothing of the module is called from then on.
	 */
	void (*end_statics)(void);
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

/* For RELIB_MODULE only, which puts them into the descriptor. */
void relib_module_run_destructor(void (*destructor)(void *), void *object);
void relib_module_end_statics(void);

/* Whether the calling thread is in one of them: then nobody waits for a panic or a failed import. Any thread. */
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
		relib_module_end_statics,                                                                      \
	};                                                                                                 \
	_Pragma("GCC diagnostic pop")

#define RELIB_TEXT(literal) { literal, sizeof(literal) - 1 }

/*
 * Declares what runs after the host has loaded the module and before it serves, if the host is told to
 * call it (relib.modules.<name>.main): a function body. The thread that loads the module, or the owner
 * thread if all calls run there. It may call imports; the load waits for its return, and fails if it panics.
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
#define RELIB_DECLARED_ERROR 3

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

/*
 * How the values of a type lie in memory, as far as they are more than their bytes: what has to be freed,
 * copied and checked. A type that is its bytes and nothing else may stand as NULL inside of another.
 */
typedef struct relib_type {
	const char *name;                 /* of an enum, for messages */
	size_t size;                      /* of a value, in bytes */
	uint32_t constants;               /* how many an enum has; 0 for all that is none */
	size_t element_size;              /* of a sequence {ptr, len}; 0 for all that is none */
	const struct relib_type *element; /* of a sequence */
	const struct relib_part *parts;   /* of a record: the components that are more than their bytes */
	size_t part_count;
} relib_type;

typedef struct relib_part {
	size_t offset;
	const relib_type *type;
} relib_part;

#define RELIB_ENUM_TYPE(name, constants) { #name, sizeof(name), constants, 0, NULL, NULL, 0 }
#define RELIB_SEQUENCE_TYPE(name, element, type) { #name, sizeof(name), 0, sizeof(element), type, NULL, 0 }
#define RELIB_RECORD_TYPE(name, parts) { #name, sizeof(name), 0, 0, NULL, parts, sizeof(parts) / sizeof(relib_part) }
#define RELIB_FLAT_TYPE(name) { #name, sizeof(name), 0, 0, NULL, NULL, 0 }

extern const relib_type relib_type_string;
extern const relib_type relib_type_buffer;
extern const relib_type relib_type_i16_array;
extern const relib_type relib_type_i32_array;
extern const relib_type relib_type_i64_array;
extern const relib_type relib_type_f32_array;
extern const relib_type relib_type_f64_array;
extern const relib_type relib_type_string_list;

#ifdef __cplusplus
#define RELIB_STATIC_ASSERT static_assert
#else
#define RELIB_STATIC_ASSERT _Static_assert
#endif

/*
 * For a record Point, whose description is relib_type_Point: point_free frees what a value points to, not the
 * value itself, and leaves it empty. point_copy copies a value and all that it points to; the caller owns the
 * copy; panics when memory is short. Any thread.
 */
#define RELIB_RECORD(name, prefix)                                                                     \
	static inline void prefix##_free(name *value)                                                      \
	{                                                                                                  \
		relib_value_free(&relib_type_##name, value);                                                   \
	}                                                                                                  \
	static inline name prefix##_copy(const name *value)                                                \
	{                                                                                                  \
		name copied;                                                                                   \
		relib_value_copy(&relib_type_##name, &copied, value);                                          \
		return copied;                                                                                 \
	}

/*
 * For a record Point: a PointSlice is lent for the time of the call, and nothing in it is changed. The memory
 * of a PointList, and what its values point to, belongs to the holder: ptr comes from malloc, or is NULL with
 * len 0. point_list_new makes len values, all zero, and point_list_copy copies values and all that they point
 * to; the caller owns the list; both panic when memory is short. point_list_free frees the values and the
 * list, and leaves it empty. Any thread. type describes the record, or is NULL if it is its bytes only.
 */
#define RELIB_LIST(name, prefix, type)                                                                 \
	typedef struct name##Slice {                                                                       \
		const name *ptr;                                                                               \
		size_t len;                                                                                    \
	} name##Slice;                                                                                     \
	typedef struct name##List {                                                                        \
		name *ptr;                                                                                     \
		size_t len;                                                                                    \
	} name##List;                                                                                      \
	static const relib_type relib_type_##name##List = RELIB_SEQUENCE_TYPE(name##List, name, type);     \
	static inline name##List prefix##_list_new(size_t len)                                             \
	{                                                                                                  \
		name##List list = { (name *)relib_value_new(len, sizeof(name)), len };                         \
		return list;                                                                                   \
	}                                                                                                  \
	static inline name##List prefix##_list_copy(name##Slice values)                                    \
	{                                                                                                  \
		name##List copied;                                                                             \
		relib_value_copy(&relib_type_##name##List, &copied, &values);                                  \
		return copied;                                                                                 \
	}                                                                                                  \
	static inline void prefix##_list_free(name##List *list)                                            \
	{                                                                                                  \
		relib_value_free(&relib_type_##name##List, list);                                              \
	}

/* Frees what a value points to, and leaves it empty. */
void relib_value_free(const relib_type *type, void *value);

/* Copies a value and all that it points to. Panics, owning nothing, when memory is short. */
void relib_value_copy(const relib_type *type, void *to, const void *from);

/* Memory for len elements, all zero; NULL for none. Panics when memory is short. */
void *relib_value_new(size_t len, size_t element_size);

/* Panics if an enum in the value is no constant. */
void relib_value_check(const relib_type *type, const void *value);

/*
 * Moves a value into a box that the host gives back through the export's __post or __error function. Panics,
 * with the value freed, when memory is short.
 */
void *relib_value_box(const relib_type *type, void *value);

/* Frees a box and all that it points to. box may be NULL. */
void relib_value_unbox(const relib_type *type, void *box);

/*
 * Copies what an import has returned, and gives the box back. Panics, after the box was given back, when
 * memory is short or an enum in it is no constant; nothing is owned then.
 */
void relib_value_take(const relib_type *type, void *to, void *box, void (*give_back)(void *box));

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
} relib_host;

#define RELIB_UNTRACKED SIZE_MAX

#ifdef __cplusplus
}
#endif

#endif
