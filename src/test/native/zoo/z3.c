/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *Z3_mk_config(void);
void Z3_del_config(void *);
void *Z3_mk_context(void *);
void Z3_del_context(void *);
void Z3_set_param_value(void *, const char *, const char *);
const char *Z3_eval_smtlib2_string(void *, const char *);

static void *solve(void)
{
	void *config = Z3_mk_config();
	Z3_set_param_value(config, "timeout", "1000");
	void *context = Z3_mk_context(config);
	Z3_del_config(config);
	const char *answer = Z3_eval_smtlib2_string(context, "(declare-const a Int) (assert (> a 7)) (check-sat)");
	return (strncmp(answer, "sat", 3) == 0) ? context : NULL;
}

int use(void)
{
	void *context = solve();
	CHECK(context != NULL);
	Z3_del_context(context);
	return 0;
}

/* A context, and the threads of its timers. */
int leave(void)
{
	CHECK(solve() != NULL);
	return 0;
}
