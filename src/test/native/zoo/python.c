/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>

#include "zoo.h"

void Py_InitializeEx(int);
int Py_IsInitialized(void);
int PyGILState_Ensure(void);
void PyGILState_Release(int);
void *PyEval_SaveThread(void);
int PyRun_SimpleStringFlags(const char *, void *);

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialize(void)
{
	if (!Py_IsInitialized()) {
		Py_InitializeEx(0);
		PyEval_SaveThread();
	}
}

static int run(const char *script)
{
	pthread_once(&once, initialize);
	int state = PyGILState_Ensure();
	int result = PyRun_SimpleStringFlags(script, NULL);
	PyGILState_Release(state);
	return result;
}

int use(void)
{
	CHECK(run("assert sum(range(10)) == 45") == 0);
	return 0;
}

/* A thread that runs on, and the interpreter. */
int leave(void)
{
	CHECK(run("import threading, time\n"
			"threading.Thread(target=lambda: time.sleep(1000), daemon=True, name='snake').start()\n") == 0);
	return 0;
}
