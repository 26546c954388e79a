/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void uuid_generate(unsigned char *);
void uuid_generate_time(unsigned char *);

int use(void)
{
	unsigned char one[16];
	unsigned char other[16];
	uuid_generate(one);
	uuid_generate_time(other);
	CHECK(memcmp(one, other, sizeof one) != 0);
	return 0;
}

int leave(void)
{
	return use();
}
