/*
 * Boundaries of exports, threads and destructors; panics and log records.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

#define TEXT_CAPACITY 1024

/* Outcomes of open boundaries whose panics nobody waits for. */
#define STARTS_THREAD 0xff
#define RUNS_DESTRUCTOR 0xfe

_Thread_local relib_boundary *relib_innermost;

void relib_boundary_landed(relib_boundary *boundary, uint8_t *success)
{
	relib_boundary_remove(boundary);
	*success = boundary->outcome;
}

/* The longest prefix of text that does not end inside of a UTF-8 sequence. */
static size_t whole_characters(const char *text, size_t len)
{
	size_t lead = len;
	while (lead > 0 && len - lead < 4) {
		unsigned char byte = (unsigned char)text[--lead];
		if ((byte & 0xc0) != 0x80) {
			size_t needed = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
			return len - lead < needed ? lead : len;
		}
	}
	return len;
}

/* Formats into TEXT_CAPACITY bytes, cuts what is longer. Returns the length without the terminator. */
__attribute__((format(printf, 2, 0))) static size_t write_text(char *text, const char *format, va_list arguments)
{
	int len = vsnprintf(text, TEXT_CAPACITY, format, arguments);
	if (len < 0) { /* an argument cannot be converted */
		len = snprintf(text, TEXT_CAPACITY, "%s", format);
	}
	return len < TEXT_CAPACITY ? (size_t)len : whole_characters(text, TEXT_CAPACITY - 1);
}

KIT_SHARED void log_to_stderr(int level, const char *text, size_t len)
{
	static const char *const names[] = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"};
	bool known = level >= RELIB_TRACE && level <= RELIB_ERROR;
	fprintf(stderr, "relib: %s %.*s\n", known ? names[level] : "", (int)len, text);
}

void relib_log_text(relib_level level, const char *text, size_t len)
{
	const relib_host *host = attached();
	int error = errno;
	if (host != NULL) {
		host->log(attached_ledger, level, text, len);
	} else {
		log_to_stderr(level, text, len);
	}
	errno = error;
}

void relib_log(relib_level level, const char *format, ...)
{
	char text[TEXT_CAPACITY];
	va_list arguments;
	va_start(arguments, format);
	size_t len = write_text(text, format, arguments);
	va_end(arguments);
	relib_log_text(level, text, len);
}

static bool on_own_thread(void)
{
	return relib_innermost != NULL && relib_innermost->outcome == STARTS_THREAD;
}

bool relib_runs_destructor(void)
{
	return relib_innermost != NULL && relib_innermost->outcome == RUNS_DESTRUCTOR;
}

KIT_SHARED bool has_boundary(void)
{
	return relib_innermost != NULL;
}

KIT_SHARED bool on_hosts_thread(void)
{
	return relib_innermost != NULL && !on_own_thread();
}

KIT_SHARED bool panics_are_logged(void)
{
	return on_own_thread() || relib_runs_destructor();
}

void relib_report_panic(const char *text, size_t len)
{
	const relib_host *host = attached();
	if (host == NULL || panics_are_logged()) {
		relib_log_text(RELIB_ERROR, text, len);
	}
	if (host != NULL) {
		host->panicked(attached_ledger, text, len);
	}
}

static __attribute__((noreturn)) void land(uint8_t outcome, const char *text, size_t len)
{
	relib_boundary *boundary = relib_innermost;
	const relib_host *host = attached();
	if (boundary == NULL) {
		relib_log(RELIB_ERROR, "panic outside of an export: %.*s", (int)len, text);
		if (host != NULL) { /* its logger may not get to write any more */
			fprintf(stderr, "relib: panic outside of an export: %.*s\n", (int)len, text);
		}
		abort();
	}
	if (on_own_thread()) {
		relib_log(RELIB_ERROR, "a thread of the module has ended: %.*s", (int)len, text);
	} else if (relib_runs_destructor()) {
		relib_log(RELIB_ERROR, "a destructor was given up: %.*s", (int)len, text);
	} else if (outcome == RELIB_PANICKED && text != NULL) {
		relib_report_panic(text, len);
	}
	boundary->outcome = outcome;
	_longjmp(boundary->jump, 1);
}

void relib_panic(const char *format, ...)
{
	char text[TEXT_CAPACITY];
	va_list arguments;
	va_start(arguments, format);
	size_t len = write_text(text, format, arguments);
	va_end(arguments);
	land(RELIB_PANICKED, text, len);
}

static _Atomic(bool (*)(void)) told_by;

void relib_panics_are_told_by(bool (*is_told)(void))
{
	atomic_store(&told_by, is_told);
}

KIT_SHARED bool has_own_panics(void)
{
	return atomic_load(&told_by) != NULL;
}

KIT_SHARED __attribute__((noreturn)) void panic_of_abort(void)
{
	bool (*is_told)(void) = atomic_load(&told_by);
	if (!panics_are_logged() && is_told != NULL && is_told()) {
		land(RELIB_PANICKED, NULL, 0);
	}
	relib_panic("abort() was called");
}

void relib_import_failed(const char *import)
{
	char text[128];
	int len = snprintf(text, sizeof(text), "the import %.100s failed", import);
	land(RELIB_IMPORT_FAILED, text, (size_t)len);
}

void relib_import_unbound(const char *import)
{
	relib_panic("the import %s was called before the host had bound it", import);
}

/* Runs at pthread_exit and cancellation: the boundary's frame is gone when key destructors run. */
static void forget_boundary(void *boundary)
{
	relib_innermost = ((relib_boundary *)boundary)->outer;
}

KIT_SHARED void *run_in_boundary(void *(*start)(void *), void *argument)
{
	void *volatile result = NULL;
	relib_boundary boundary;
	relib_boundary_enter(&boundary);
	boundary.outcome = STARTS_THREAD;
	pthread_cleanup_push(forget_boundary, &boundary);
	if (_setjmp(boundary.jump) == 0) {
		result = start(argument);
	}
	pthread_cleanup_pop(1);
	return result;
}

KIT_SHARED bool run_destructor(void (*destructor)(void *), void *object)
{
	relib_boundary boundary;
	volatile bool returned = false;
	relib_boundary_enter(&boundary);
	boundary.outcome = RUNS_DESTRUCTOR;
	if (_setjmp(boundary.jump) == 0) {
		destructor(object);
		returned = true;
	}
	relib_boundary_remove(&boundary);
	return returned;
}

void relib_module_run_destructor(void (*destructor)(void *), void *object)
{
	run_destructor(destructor, object);
}

/* For bindings in other languages. */
bool relib_run_in_boundary(void (*body)(void *), void *argument)
{
	relib_boundary boundary;
	uint8_t outcome;
	relib_boundary_enter(&boundary);
	if (_setjmp(boundary.jump) != 0) {
		relib_boundary_landed(&boundary, &outcome);
		return false;
	}
	body(argument);
	relib_boundary_leave(&boundary, &outcome);
	return true;
}

void relib_floating_point_for_java(relib_computing *before)
{
	relib_compute_as_java(before);
}

void relib_floating_point_back(const relib_computing *before)
{
	relib_compute_as(before);
}
