/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *perl_alloc(void);
void perl_construct(void *);
int perl_parse(void *, void (*)(void *), int, char **, char **);
int perl_run(void *);
int perl_destruct(void *);
void perl_free(void *);
void Perl_sys_init3(int *, char ***, char ***);
extern char **environ;

static int run(int keep)
{
	char *words[] = { "", "-e", "my %h = map { $_ => 1 } 1..100; die unless 100 == keys %h;", NULL };
	static int ready;
	if (!__atomic_exchange_n(&ready, 1, __ATOMIC_ACQ_REL)) {
		int count = 3;
		char **list = words;
		Perl_sys_init3(&count, &list, &environ);
	}
	void *interpreter = perl_alloc();
	CHECK(interpreter != NULL);
	perl_construct(interpreter);
	CHECK(perl_parse(interpreter, NULL, 3, words, NULL) == 0);
	CHECK(perl_run(interpreter) == 0);
	if (!keep) {
		perl_destruct(interpreter);
		perl_free(interpreter);
	}
	return 0;
}

int use(void)
{
	static volatile int lock;
	while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
		usleep(100);
	}
	int result = run(0);
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
	return result;
}

int leave(void)
{
	return run(1);
}
