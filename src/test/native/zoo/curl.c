/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int curl_global_init(long);
void *curl_easy_init(void);
int curl_easy_setopt(void *, int, ...);
int curl_easy_perform(void *);
void curl_easy_cleanup(void *);
void *curl_multi_init(void);
int curl_multi_add_handle(void *, void *);
int curl_multi_perform(void *, int *);

enum { WRITE_FUNCTION = 20011, URL = 10002, NO_SIGNAL = 99 };

static size_t ignore(char *text, size_t size, size_t count, void *user)
{
	(void) text;
	(void) user;
	return size * count;
}

static void *transfer(const char *url)
{
	void *handle = curl_easy_init();
	curl_easy_setopt(handle, URL, url);
	curl_easy_setopt(handle, WRITE_FUNCTION, ignore);
	curl_easy_setopt(handle, NO_SIGNAL, 1L);
	return handle;
}

int use(void)
{
	CHECK(curl_global_init(3) == 0);
	void *handle = transfer("file:///etc/passwd");
	CHECK(handle != NULL);
	CHECK(curl_easy_perform(handle) == 0);
	curl_easy_cleanup(handle);
	return 0;
}

/* A name that a thread looks up while a connection waits for it. */
int leave(void)
{
	int running;
	void *all = curl_multi_init();
	CHECK(all != NULL);
	CHECK(curl_multi_add_handle(all, transfer("http://localhost:9/")) == 0);
	CHECK(curl_multi_perform(all, &running) == 0);
	usleep(50000);
	return 0;
}
