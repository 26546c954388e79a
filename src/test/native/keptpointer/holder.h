/* SPDX-License-Identifier: Apache-2.0 */

typedef int answer_function(void);

/* Keeps a function in a variable that others may name, or in one that they may not. NULL: none. */
void holder_keep(answer_function *function);
void holder_keep_hidden(answer_function *function);

/* What the function returns that was kept last. */
int holder_call(void);

/* How often users have been destroyed; a destructor says so. */
int holder_ends(void);
void holder_end(void);
