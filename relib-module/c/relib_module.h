/*
 * relib module kit: all that the author of a native module includes.
 *
 * A module is the author's sources, the bindings generated from the contract's Java interfaces and
 * relib_module.c, linked into one shared library. Its sources carry one RELIB_MODULE line.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_H
#define RELIB_MODULE_H

#include "relib_bindings.h"
#include "relib_host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define RELIB_KIT_VERSION "0.1.0"

/*
 * Values. len counts elements, at most 2,147,483,647. ptr is never read if len is 0, and never NULL otherwise.
 * Text is UTF-8 and not terminated. A relib_str (see relib_host.h) is text that the caller lends for the time of
 * the call.
 */

/* Bytes that the caller lends for the time of the call. */
typedef struct relib_bytes {
	const uint8_t *ptr;
	size_t len;
} relib_bytes;

/* Numbers of 128 bits, where the compiler has them. */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 relib_i128;
__extension__ typedef unsigned __int128 relib_u128;
#endif

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

/*
 * Gives up the running export: the host's caller gets an exception with this message (printf format,
 * at most 1,023 bytes). The frames between the export and this call are skipped, not cleaned up: memory that they
 * own is a leak. Arguments are freed, and so is everything that the bindings have made.
 * On a thread that the module started, the message is logged and the thread ends; in a destructor of a
 * thread-local, key or static object it is logged and that destructor is given up. Elsewhere (a constructor or
 * __attribute__((destructor)) of the library), it aborts the process.
 * Any thread. Precondition: no C++ object with a destructor and no open pthread_cleanup_push block lives
 * in the skipped frames.
 */
void relib_panic(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* One record of the host's logger relib.<module>; standard error without a host. Any thread. */
void relib_log(relib_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with UTF-8 text of any length, not terminated, lent for the call. Any thread. */
void relib_log_text(relib_level level, const char *text, size_t len);

/*
 * For languages that unwind by themselves: makes this the message of the panic that the running export is
 * about to report by RELIB_PANICKED, and returns. UTF-8, not terminated, lent for the call; the host keeps
 * 1,024 bytes. On a thread that the module started it is logged as well, as no caller may ask for it there;
 * without a host it goes to standard error. Any thread.
 */
void relib_report_panic(const char *text, size_t len);

/*
 * Tells the host that ptr is no longer the module's. After the module's unload, the host frees memory that the
 * module got from malloc, calloc, realloc, strdup, getline and their kin and has not freed. Call this before
 * memory goes for good to code outside the module that frees or moves it by itself (argz_add, another library).
 * ptr may be NULL. Any thread.
 */
void relib_untrack(void *ptr);

/*
 * The same for an open descriptor, and for mapped memory, that code outside the module will close or unmap:
 * a later file or mapping with the same number or address could not be told from it. Any thread.
 */
void relib_untrack_descriptor(int fd);
void relib_untrack_mapping(void *address, size_t length);

/*
 * Declares the module, once, in one of its C files: its version, and the contract texts of all the
 * interfaces it exports and imports, side by side:
 *
 *     RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)
 */
#define RELIB_MODULE(version, contracts)                                                               \
	_Pragma("GCC diagnostic push")                                                                     \
	_Pragma("GCC diagnostic ignored \"-Woverlength-strings\"")                                         \
	RELIB_LISTED(contracts)                                                                            \
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

/*
 * Declares the function that runs after the host has loaded the module and before the module serves, if the
 * host is told to call it (relib.modules.<name>.main); the body follows. The thread that loads the module, or the owner
 * thread if all calls run there. It may call imports; the load waits for its return, and fails if it panics.
 *
 *     RELIB_MAIN { start_workers(); }
 */
#define RELIB_MAIN RELIB_LIFECYCLE(main)

/*
 * Declares the function that runs before the host unloads the module; the body follows. It may call imports, and
 * ends the threads that the module started. Owner thread, with the host's timeout; all exports have
 * returned. A panic in it makes the host keep the module.
 *
 *     RELIB_BEFORE_UNLOAD { stop_workers(); }
 */
#define RELIB_BEFORE_UNLOAD RELIB_LIFECYCLE(before_unload)

#ifdef __cplusplus
}
#endif

#endif
