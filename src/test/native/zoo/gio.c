/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *g_file_new_for_path(const char *);
void g_file_query_info_async(void *, const char *, int, int, void *, void *, void *);
void g_object_unref(void *);
void *g_main_context_new(void);
void g_main_context_push_thread_default(void *);
void g_main_context_pop_thread_default(void *);
void g_main_context_unref(void *);
char *g_strdup_printf(const char *, ...);
void g_free(void *);
void *g_file_query_info(void *, const char *, int, void *, void **);

int use(void)
{
	void *file = g_file_new_for_path("/dev/null");
	CHECK(file != NULL);
	void *info = g_file_query_info(file, "standard::*", 0, NULL, NULL);
	CHECK(info != NULL);
	g_object_unref(info);
	g_object_unref(file);
	char *text = g_strdup_printf("%d", 42);
	CHECK(strcmp(text, "42") == 0);
	g_free(text);
	return 0;
}

/* Its pool of threads. */
int leave(void)
{
	void *file = g_file_new_for_path("/dev/null");
	g_file_query_info_async(file, "standard::*", 0, 0, NULL, NULL, NULL);
	usleep(50000);
	return 0;
}
