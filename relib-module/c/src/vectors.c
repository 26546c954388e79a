/*
 * Hooks of functions that make, move or free vectors of texts (argz, envz).
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

/* Functions that make a vector of texts. */
#define MAKES_VECTOR(name, parameters, arguments)                                                      \
	HOOK error_t name parameters                                                                       \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		error_t error = REAL(name) arguments;                                                          \
		if (error == 0) {                                                                              \
			track(host, *vector, *len);                                                                \
		}                                                                                              \
		return error;                                                                                  \
	}

MAKES_VECTOR(argz_create, (char *const texts[], char **vector, size_t *len), (texts, vector, len))
MAKES_VECTOR(argz_create_sep, (const char *text, int separator, char **vector, size_t *len),
			 (text, separator, vector, len))

/* Functions that move a vector of texts, or free it when it becomes empty. */
#define MOVES_VECTOR(result_type, begin, end, name, parameters, arguments)                             \
	HOOK result_type name parameters                                                                   \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		untrack(host, *vector);                                                                        \
		begin REAL(name) arguments;                                                                    \
		track(host, *vector, *len);                                                                    \
		end;                                                                                           \
	}
#define CHANGES_VECTOR(name, parameters, arguments)                                                    \
	MOVES_VECTOR(error_t, error_t error =, return error, name, parameters, arguments)
#define SHRINKS_VECTOR(name, parameters, arguments) MOVES_VECTOR(void, , return, name, parameters, arguments)

CHANGES_VECTOR(argz_append, (char **vector, size_t *len, const char *text, size_t text_len),
			   (vector, len, text, text_len))
CHANGES_VECTOR(argz_add, (char **vector, size_t *len, const char *text), (vector, len, text))
CHANGES_VECTOR(argz_add_sep, (char **vector, size_t *len, const char *text, int separator),
			   (vector, len, text, separator))
CHANGES_VECTOR(argz_insert, (char **vector, size_t *len, char *before, const char *text),
			   (vector, len, before, text))
CHANGES_VECTOR(argz_replace, (char **vector, size_t *len, const char *text, const char *with, unsigned *count),
			   (vector, len, text, with, count))
SHRINKS_VECTOR(argz_delete, (char **vector, size_t *len, char *text), (vector, len, text))
CHANGES_VECTOR(envz_add, (char **vector, size_t *len, const char *name, const char *value),
			   (vector, len, name, value))
CHANGES_VECTOR(envz_merge, (char **vector, size_t *len, const char *other, size_t other_len, int overrides),
			   (vector, len, other, other_len, overrides))
SHRINKS_VECTOR(envz_remove, (char **vector, size_t *len, const char *name), (vector, len, name))
SHRINKS_VECTOR(envz_strip, (char **vector, size_t *len), (vector, len))
