/*
 * relib module kit: what generated bindings, and the macros of relib_module.h, are made of. Authors of modules
 * use relib_module.h, which includes this.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_BINDINGS_H
#define RELIB_BINDINGS_H

#include "relib_host.h"

#include <setjmp.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RELIB_VISIBLE __attribute__((visibility("default")))
#define RELIB_HIDDEN __attribute__((visibility("hidden")))

#ifdef __cplusplus
#define RELIB_THREAD_LOCAL __thread
#else
#define RELIB_THREAD_LOCAL _Thread_local
#endif

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

#ifdef __cplusplus
#define RELIB_EXPORT extern "C" RELIB_VISIBLE
#define RELIB_STATIC_ASSERT static_assert
#else
#define RELIB_EXPORT RELIB_VISIBLE
#define RELIB_STATIC_ASSERT _Static_assert
#endif
#define RELIB_IMPORT_SLOT RELIB_VISIBLE

#define RELIB_TEXT(literal) { literal, sizeof(literal) - 1 }

/* Checks what RELIB_MODULE lists, where the language can: relib_listed.hpp defines it for C++. */
#define RELIB_LISTED(contracts)

/* The functions of a module's descriptor. */
bool relib_module_attach(const struct relib_host *host, struct relib_ledger *ledger);
void relib_module_run_destructor(void (*destructor)(void *), void *object);
void relib_module_end_statics(void);

/*
 * Whether the calling thread is in a destructor that the host runs: nobody waits for a panic or for a failed
 * import then. Any thread.
 */
bool relib_runs_destructor(void);

/*
 * How a thread computes: rounding, flushing of tiny numbers, traps. A compiler's option (-ffast-math) and a module may
 * change it; Java computes right in its own way only.
 */
typedef struct relib_computing {
#if defined(__x86_64__)
	uint32_t sse; /* with the flags of results */
	uint16_t x87;
#else
	uint64_t control;
#endif
} relib_computing;

/* Keeps how the calling thread computes. On x86-64 it is left in memory: to look at it right away would take longer. */
static inline void relib_computing_keep(relib_computing *kept)
{
#if defined(__x86_64__)
	__asm__ volatile("stmxcsr %0\n\tfnstcw %1" : "=m"(kept->sse), "=m"(kept->x87));
#elif defined(__aarch64__)
	__asm__ volatile("mrs %0, fpcr" : "=r"(kept->control));
#else
	kept->control = 0;
#endif
}

#if defined(__x86_64__)
static inline void relib_x87_set(uint16_t x87)
{
	uint16_t now;
	__asm__ volatile("fnstcw %0" : "=m"(now));
	if (now != x87) {
		__asm__ volatile("fnclex\n\tfldcw %0" : : "m"(x87));
	}
}
#endif

/* Has the calling thread compute as it did when that was kept. x86-64 writes its register in less time than it reads it. */
static inline void relib_compute_as(const relib_computing *kept)
{
#if defined(__x86_64__)
	__asm__ volatile("ldmxcsr %0" : : "m"(kept->sse));
	relib_x87_set(kept->x87);
#elif defined(__aarch64__)
	relib_computing now;
	relib_computing_keep(&now);
	if (now.control != kept->control) {
		__asm__ volatile("msr fpcr, %0" : : "r"(kept->control));
	}
#else
	(void)kept;
#endif
}

/* Has the calling thread compute as Java does, and keeps how it did before. */
static inline void relib_compute_as_java(relib_computing *before)
{
#if defined(__x86_64__)
	static const relib_computing java = {0x1f80u, 0x037fu};
#else
	static const relib_computing java = {0};
#endif
	relib_computing_keep(before);
	relib_compute_as(&java);
}

/* The same in a number, without the flags of results. */
static inline uint32_t relib_computing_of(const relib_computing *kept)
{
#if defined(__x86_64__)
	return (kept->sse & 0xffc0u) | (uint32_t)kept->x87 << 16;
#else
	return (uint32_t)kept->control;
#endif
}

#if defined(__x86_64__)
#define RELIB_COMPUTING_OF_JAVA 0x037f1f80u
#else
#define RELIB_COMPUTING_OF_JAVA 0u
#endif

/* relib_compute_as_java and relib_compute_as for languages that do not read this header. */
void relib_floating_point_for_java(relib_computing *before);
void relib_floating_point_back(const relib_computing *before);

/* The place where a panic on this thread lands. Lives in the frame of one export; the innermost counts. */
typedef struct relib_boundary {
	jmp_buf jump;
	struct relib_boundary *outer;
	struct relib_boundary **innermost; /* the thread's own; looked up once, as each look-up costs a call */
	volatile uint8_t outcome;
	relib_computing caller; /* how it computes, which it gets back */
} relib_boundary;

/* The calling thread's innermost boundary, NULL if it has none. */
extern RELIB_HIDDEN RELIB_THREAD_LOCAL relib_boundary *relib_innermost;

/* Makes a boundary the innermost of the calling thread. Precondition: setjmp on it follows in the same frame. */
static inline void relib_boundary_enter(relib_boundary *boundary)
{
	boundary->innermost = &relib_innermost;
	boundary->outer = *boundary->innermost;
	boundary->outcome = RELIB_RETURNED;
	relib_computing_keep(&boundary->caller);
	*boundary->innermost = boundary;
}

/* Removes the calling thread's innermost boundary. Precondition: entered. */
static inline void relib_boundary_remove(const relib_boundary *boundary)
{
	*boundary->innermost = boundary->outer;
	relib_compute_as(&boundary->caller);
}

/* The same, and reports RELIB_RETURNED. */
static inline void relib_boundary_leave(const relib_boundary *boundary, uint8_t *success)
{
	relib_boundary_remove(boundary);
	*success = RELIB_RETURNED;
}

/*
 * Removes a boundary on which a panic or a failed import has landed, and reports which of them. Precondition: the
 * boundary's setjmp has returned for the second time.
 */
void relib_boundary_landed(relib_boundary *boundary, uint8_t *success);

/* Opens the boundary of an export; runs `leave` (a return statement) when something lands on it. */
#define RELIB_BOUNDARY(success, leave)                                                                 \
	relib_boundary relib_boundary_here;                                                                \
	relib_boundary_enter(&relib_boundary_here);                                                        \
	if (_setjmp(relib_boundary_here.jump) != 0) {                                                      \
		relib_boundary_landed(&relib_boundary_here, success);                                          \
		leave;                                                                                         \
	}

/*
 * Calls the body of an export behind a boundary, for languages without setjmp. Returns whether it has returned; if not,
 * its frames were left by a jump, and what was called is reported. Any thread. argument is lent.
 */
bool relib_run_in_boundary(void (*body)(void *), void *argument);

/*
 * From now on abort() reports nothing on a thread whose panic the language itself has reported: is_told says so. Once,
 * when the module is attached.
 */
void relib_panics_are_told_by(bool (*is_told)(void));

/*
 * Defines the export for a function of the module's life, whose body follows the macro. Any thread that the
 * host chooses.
 */
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

/*
 * Leaves everything that runs since the export began, because the import of this name has failed, as relib_panic
 * does; the host's caller gets the exception. Any thread. Precondition: as relib_panic.
 */
void relib_import_failed(const char *import) __attribute__((noreturn));

/* Where Java can run: from `lowest` on, as far as `size` says. 0 until the thread has looked, and if it can not tell. */
typedef struct relib_room {
	uintptr_t lowest;
	uintptr_t size;
} relib_room;

extern RELIB_HIDDEN RELIB_THREAD_LOCAL relib_room relib_room_of_thread;

/*
 * Whether Java can run on the stack that the calling thread is on. If not, because it is a coroutine's or almost used
 * up, that is reported for the host's caller, and the import of this name (NULL: none yet) has failed. Any thread.
 */
bool relib_stack_looked_at(const char *import);

/* The same, in less time. */
static inline bool relib_stack_suits(const char *import)
{
	return (uintptr_t)__builtin_frame_address(0) - relib_room_of_thread.lowest < relib_room_of_thread.size
		   || relib_stack_looked_at(import);
}

/* Panics: the import of this name was called before the host had bound it. Any thread. Precondition: as relib_panic. */
void relib_import_unbound(const char *import) __attribute__((noreturn));

/*
 * How the values of a type lie in memory, as far as they are more than their bytes: what has to be freed,
 * copied and checked. Inside of another type, NULL stands for a type that is its bytes and nothing else.
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

/*
 * For a record Point, whose description is relib_type_Point: point_free frees everything that a value points to,
 * but not the value itself, and leaves it empty. point_copy copies a value and all that it points to; the caller owns the
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
 * of a PointList, and everything that its values point to, belongs to the holder: ptr comes from malloc, or is NULL with
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

/* Frees everything that a value points to, and leaves the value empty. The caller owns the value itself. Any thread. */
void relib_value_free(const relib_type *type, void *value);

/*
 * Copies a value and everything that it points to. The caller owns the copy. Panics, owning nothing, when memory
 * is short. Any thread. Precondition of this and of every function here that panics: as relib_panic.
 */
void relib_value_copy(const relib_type *type, void *to, const void *from);

/* Memory for len elements, all zero; NULL for none. The caller owns it. Panics when memory is short. Any thread. */
void *relib_value_new(size_t len, size_t element_size);

/* Panics if an enum in the value is no constant. The value stays the caller's. Any thread. */
void relib_value_check(const relib_type *type, const void *value);

/*
 * Moves a value into a box that the host gives back through the export's __post or __error function; until then
 * the host owns the box. Panics, with the value freed, when memory is short. Any thread.
 */
void *relib_value_box(const relib_type *type, void *value);

/* Frees a box and everything that it points to. box may be NULL. Any thread. */
void relib_value_unbox(const relib_type *type, void *box);

/*
 * Copies the value that an import has returned, and gives the box back to the host. The caller owns the copy.
 * Panics, after the box was given back, when memory is short or an enum in it is no constant; nothing is owned
 * then. Any thread.
 */
void relib_value_take(const relib_type *type, void *to, void *box, void (*give_back)(void *box));

#ifdef __cplusplus
}
#endif

#endif
