/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int nghttp2_hd_deflate_new(void **, size_t);
void nghttp2_hd_deflate_del(void *);
int nghttp2_session_callbacks_new(void **);

int use(void)
{
	void *deflater;
	CHECK(nghttp2_hd_deflate_new(&deflater, 4096) == 0);
	nghttp2_hd_deflate_del(deflater);
	return 0;
}

int leave(void)
{
	void *callbacks;
	CHECK(nghttp2_session_callbacks_new(&callbacks) == 0);
	return 0;
}
