/* Generated from com.example.Documented. Do not edit. */
#ifndef RELIB_BINDINGS_DOCUMENTED_H
#define RELIB_BINDINGS_DOCUMENTED_H

#include "relib_module.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Ends comments: * /, * / and * /; begins them: / * and // and ? ?/
 *
 * Text with List<String>, a && {b}, <b>, plain,
 * empty text, lists and bold
 * <tags> &amp;.
 *
 * Lists:
 *
 * - one
 * - two, in UTF-8: größer ≥
 *
 * @Override
 *     indented();
 */

/*
 * unfinished: {@code an open brace
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
void documented_broken(int32_t unfinished);

/*
 * Returns the answer.
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
int32_t documented_inline(void);

/*
 * One line.
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
void documented_line(void);

/*
 * Takes much.
 *
 * max_width: the widest, in
 *   pixels, see line
 * register_: a name that C
 *   does not like
 * Returns the
 * result
 * Throws IllegalStateException: never
 *
 * Implemented by the module.
 * The result's memory comes from malloc and passes to the host, which frees it.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
relib_string documented_plain(int32_t max_width, int32_t register_, int32_t undocumented);

/*
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
void documented_undocumented(void);

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_DOCUMENTED \
	"exports Documented\n" \
	"  broken(unfinished: i32) -> unit\n" \
	"  inline() -> i32\n" \
	"  line() -> unit\n" \
	"  plain(max_width: i32, register: i32, undocumented: i32) -> str\n" \
	"  undocumented() -> unit\n"

#ifdef __cplusplus
}
#endif

#endif
