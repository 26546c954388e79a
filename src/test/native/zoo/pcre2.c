/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *pcre2_compile_8(const char *, size_t, uint32_t, int *, size_t *, void *);
int pcre2_jit_compile_8(void *, uint32_t);
void *pcre2_match_data_create_8(uint32_t, void *);
int pcre2_match_8(const void *, const char *, size_t, size_t, uint32_t, void *, void *);
void pcre2_match_data_free_8(void *);
void pcre2_code_free_8(void *);

static void *compile(void)
{
	int error;
	size_t offset;
	void *code = pcre2_compile_8("(a+)b", 5, 0, &error, &offset, NULL);
	return (code == NULL || pcre2_jit_compile_8(code, 1) != 0) ? NULL : code;
}

int use(void)
{
	void *code = compile();
	CHECK(code != NULL);
	void *match = pcre2_match_data_create_8(4, NULL);
	CHECK(pcre2_match_8(code, "xaaab", 5, 0, 0, match, NULL) == 2);
	pcre2_match_data_free_8(match);
	pcre2_code_free_8(code);
	return 0;
}

/* Machine code in a mapping. */
int leave(void)
{
	CHECK(compile() != NULL);
	return 0;
}
