/* SPDX-License-Identifier: Apache-2.0 */
#include "texts.h"

#include <stdlib.h>
#include <string.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_TEXTS)

relib_string texts_copy(relib_str text)
{
	relib_string copy = { malloc(text.len + 1), text.len };
	memcpy(copy.ptr, text.ptr, text.len);
	return copy;
}

relib_buffer texts_copy_bytes(relib_bytes bytes)
{
	return relib_buffer_of(bytes.ptr, bytes.len);
}
