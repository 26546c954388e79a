/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *rd_kafka_new(int, void *, char *, size_t);
void rd_kafka_destroy(void *);

int use(void)
{
	char error[256];
	void *producer = rd_kafka_new(0, NULL, error, sizeof error);
	CHECK(producer != NULL);
	rd_kafka_destroy(producer);
	return 0;
}

/* Its main thread, and one for each broker. */
int leave(void)
{
	char error[256];
	CHECK(rd_kafka_new(0, NULL, error, sizeof error) != NULL);
	return 0;
}
