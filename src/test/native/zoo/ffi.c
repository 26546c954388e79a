/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *ffi_closure_alloc(size_t, void **);
void ffi_closure_free(void *);

int use(void)
{
	void *code;
	void *closure = ffi_closure_alloc(64, &code);
	CHECK(closure != NULL && code != NULL);
	ffi_closure_free(closure);
	return 0;
}

/* An executable mapping. */
int leave(void)
{
	void *code;
	CHECK(ffi_closure_alloc(64, &code) != NULL);
	return 0;
}
