/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *XML_ParserCreate(const char *);
int XML_Parse(void *, const char *, int, int);
void XML_ParserFree(void *);

int use(void)
{
	void *parser = XML_ParserCreate(NULL);
	CHECK(parser != NULL);
	CHECK(XML_Parse(parser, "<a/>", 4, 1) == 1);
	XML_ParserFree(parser);
	return 0;
}

int leave(void)
{
	void *parser = XML_ParserCreate(NULL);
	CHECK(XML_Parse(parser, "<a><b>", 6, 0) == 1);
	return 0;
}
