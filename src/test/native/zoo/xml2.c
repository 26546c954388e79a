/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *xmlReadMemory(const char *, int, const char *, const char *, int);
void xmlFreeDoc(void *);
void *xmlDocGetRootElement(const void *);

static const char text[] = "<a><b c='d'/></a>";

int use(void)
{
	void *document = xmlReadMemory(text, (int) sizeof text - 1, "a.xml", NULL, 0);
	CHECK(document != NULL);
	CHECK(xmlDocGetRootElement(document) != NULL);
	xmlFreeDoc(document);
	/* An error goes to a thread-local of the library, which has a destructor. */
	CHECK(xmlReadMemory("<a>", 3, "b.xml", NULL, 32 | 64) == NULL);
	return 0;
}

int leave(void)
{
	CHECK(xmlReadMemory(text, (int) sizeof text - 1, "a.xml", NULL, 0) != NULL);
	return 0;
}
