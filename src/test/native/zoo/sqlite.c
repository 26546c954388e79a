/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int sqlite3_open(const char *, void **);
int sqlite3_exec(void *, const char *, void *, void *, void *);
int sqlite3_close(void *);
int sqlite3_prepare_v2(void *, const char *, int, void **, const char **);
int sqlite3_step(void *);

int use(void)
{
	void *database;
	CHECK(sqlite3_open(":memory:", &database) == 0);
	CHECK(sqlite3_exec(database, "create table t(a); insert into t values(1)", NULL, NULL, NULL) == 0);
	CHECK(sqlite3_close(database) == 0);
	return 0;
}

/* A database in a file, a transaction that is open, a statement halfway. */
int leave(void)
{
	void *database;
	void *statement;
	CHECK(sqlite3_open("", &database) == 0);
	CHECK(sqlite3_exec(database, "create table t(a); begin; insert into t values(1)", NULL, NULL, NULL) == 0);
	CHECK(sqlite3_prepare_v2(database, "select * from t", -1, &statement, NULL) == 0);
	CHECK(sqlite3_step(statement) == 100);
	return 0;
}
