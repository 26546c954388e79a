/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "relib_bindings.h"
#include "relib_rt.h"

#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

extern char **environ;

/* The environment may hold secrets: of a value, this is enough to see that it has changed. */
static uint64_t fingerprint(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (; *text != '\0'; text++) {
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	}
	return hash;
}

static void write_environment(FILE *text)
{
	for (char **variable = environ; variable != NULL && *variable != NULL; variable++) {
		const char *value = strchr(*variable, '=');
		int len = value == NULL ? (int)strlen(*variable) : (int)(value - *variable);
		fprintf(text, "environment variable %.*s\t%016llx\n", len, *variable,
				(unsigned long long)fingerprint(value == NULL ? "" : value));
	}
}

/* umask itself can only be asked by changing it, which other threads would see. */
static void write_file_mode(FILE *text)
{
	char status[512];
	int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
	ssize_t len = file < 0 ? -1 : read(file, status, sizeof(status) - 1);
	if (file >= 0) {
		close(file);
	}
	status[len < 0 ? 0 : len] = '\0';
	const char *mask = strstr(status, "Umask:\t");
	if (mask != NULL) {
		fprintf(text, "umask\t%.4s\n", mask + strlen("Umask:\t"));
	}
}

static void write_limits(FILE *text)
{
	static const struct {
		const char *name;
		int resource;
	} limits[] = {{"open files", RLIMIT_NOFILE}, {"stack size", RLIMIT_STACK},	 {"core size", RLIMIT_CORE},
				  {"CPU time", RLIMIT_CPU},		 {"file size", RLIMIT_FSIZE},	 {"data size", RLIMIT_DATA},
				  {"memory", RLIMIT_AS},		 {"processes", RLIMIT_NPROC},	 {"locked memory", RLIMIT_MEMLOCK},
				  {"priority", RLIMIT_NICE},	 {"signals", RLIMIT_SIGPENDING}, {"realtime", RLIMIT_RTPRIO}};
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct rlimit limit;
		if (getrlimit((__rlimit_resource_t)limits[i].resource, &limit) == 0) {
			fprintf(text, "limit of %s\t%lld of %lld\n", limits[i].name, (long long)limit.rlim_cur,
					(long long)limit.rlim_max);
		}
	}
}

static void write_signals(FILE *text)
{
	sigset_t blocked;
	pthread_sigmask(SIG_BLOCK, NULL, &blocked);
	fprintf(text, "blocked signals of the thread\t");
	for (int number = 1; number < NSIG; number++) {
		if (sigismember(&blocked, number) == 1) {
			fprintf(text, "%d ", number);
		}
	}
	fprintf(text, "\n");
	for (int number = 1; number < SIGRTMIN; number++) {
		struct sigaction action;
		if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL) {
			fprintf(text, "signal %d (%s)\t%s\n", number, strsignal(number),
					action.sa_handler == SIG_IGN ? "ignored" : "handled");
		}
	}
}

char *relib_rt_process_state(void)
{
	char *state = NULL;
	size_t size = 0;
	char directory[4096];
	FILE *text = open_memstream(&state, &size);
	if (text == NULL) {
		return NULL;
	}
	const char *locale = setlocale(LC_ALL, NULL);
	fprintf(text, "locale\t%s\n", locale != NULL ? locale : "");
	fprintf(text, "working directory\t%s\n", getcwd(directory, sizeof(directory)) != NULL ? directory : "(none)");
	relib_computing computing;
	relib_computing_keep(&computing);
	fprintf(text, "way to compute\t%08x\n", relib_computing_of(&computing));
	write_file_mode(text);
	write_limits(text);
	write_signals(text);
	write_environment(text);
	if (fclose(text) != 0) {
		free(state);
		return NULL;
	}
	return state;
}

int relib_rt_same_state(const char *one, const char *other)
{
	return one == NULL || other == NULL || strcmp(one, other) == 0;
}

size_t relib_rt_state_size(const char *state)
{
	return state != NULL ? strlen(state) : 0;
}

void relib_rt_free_state(char *state)
{
	free(state);
}
