/*
 * librelib_rt: the host's account of each module, and its work on it. Loaded once, never unloaded: threads run
 * its code when they end, and it frees a module's leaks after the module is gone.
 *
 * Unless a function says otherwise, it may be called from any thread, its ledger is open, and it owns nothing that
 * is passed. Arrays that it fills in are the caller's.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_RT_H
#define RELIB_RT_H

#include "relib_host.h"

#pragma GCC visibility push(default)

#define RELIB_RT_VERSION 1u

typedef struct relib_ledger relib_ledger;

/* RELIB_RT_VERSION of this library, to be compared before anything else is called. */
uint32_t relib_rt_version(void);

/*
 * A new, empty ledger. name (terminated) is copied and used for log records only; id is handed back
 * to the log function. NULL when memory is short. The caller owns it, until relib_rt_ledger_close.
 */
relib_ledger *relib_rt_ledger_open(const char *name, uint64_t id);

/*
 * Frees a ledger. Preconditions: the module's library is unmapped, relib_rt_free_leaks was called, and
 * no thread of the module is left. A ledger whose module stays mapped is never closed.
 */
void relib_rt_ledger_close(relib_ledger *ledger);

/*
 * Announces the library that the calling thread opens next, at exactly this path, as the ledger's: its hooks
 * bind to the ledger before its constructors run, so that the ledger sees all that these do. Right before dlopen,
 * on the thread that calls dlopen; path is lent until dlopen has returned and relib_rt_expect(NULL, NULL) was
 * called. Without it hooks are bound by relib_rt_attach alone, and a library whose constructors leave a thread
 * or a thread-specific key behind can never be unmapped.
 */
void relib_rt_expect(relib_ledger *ledger, const char *path);

/*
 * Has the calling thread compute as Java does (rounding, flushing of tiny numbers, traps). Returns 1 if it had computed
 * otherwise, 0 if not.
 */
int relib_rt_compute_as_java(void);

/*
 * Where the calling thread says whether it calls a module in Java's state, in which nothing may call Java: a byte that
 * is not 0 then. Log records go to standard error meanwhile. Valid until the thread ends, which alone writes it.
 */
uint8_t *relib_rt_critical_flag(void);

/* How many bytes of the calling thread's own stack are left; the largest number if that is unknown. */
uint64_t relib_rt_stack_left(void);

/*
 * A full fence on every thread of the process that runs: what it has stored before is seen by the caller afterwards,
 * what it loads afterwards sees what the caller has stored before. Returns 0, or why the kernel has refused (an errno):
 * then there was no fence.
 */
int relib_rt_fence(void);

/*
 * What the process and the calling thread have that modules may change: locale, working directory, umask, limits,
 * signals unless they are at their default, environment (of values fingerprints only), and how the thread computes.
 * Lines of a name, a tab and a value; terminated. NULL if memory is short. The caller owns it, until relib_rt_free_state.
 */
char *relib_rt_process_state(void);

/* 1 if both are the same or one of them is NULL, otherwise 0. */
int relib_rt_same_state(const char *one, const char *other);

/* Its bytes without the terminator; 0 if it is NULL. */
size_t relib_rt_state_size(const char *state);

/* state may be NULL. */
void relib_rt_free_state(char *state);

/*
 * Gives a class of Java its native methods, which call functions of any shape and are called by them; until the JVM
 * unloads the class, which nothing here keeps. env and class are what JNI passes to native methods. Returns 0; 1, with
 * a Java exception pending, if the class lacks one.
 */
int relib_rt_register_natives(void *env, void *class);

/*
 * Says that the calling thread opens a library (true), or has opened it (false). If the process exits meanwhile, it
 * gives the library's constructors a second, then ends without the destructors of any library: those wait for the
 * loader, which constructors that never return hold for ever.
 */
void relib_rt_opening(bool begins);

/*
 * Runs the constructors of a library whose file says that they are deferred (see rebind.h). library is what dlopen has
 * returned. On the thread that has called dlopen, once, before anything else of the library runs.
 */
void relib_rt_construct(void *library);

/* For hooks that are asked by their library's first constructor: binds them if the library is expected. */
typedef bool (*relib_attach_function)(const struct relib_host *host, relib_ledger *ledger);
void relib_rt_bind(relib_attach_function attach);

/*
 * Hooks find the first librelib_rt that the process has loaded. Where another host has loaded one of another version,
 * the later one has the first pass on what it is asked on this thread. NULL: no longer.
 */
void relib_rt_forward(void (*bind)(relib_attach_function attach));

/*
 * Binds a module's hooks to a ledger. module is the address of its symbol relib_module; a function that the
 * kit's descriptor lacks is done without. Owner thread, once, right after dlopen, also if the library was expected.
 * Returns 0; 1 if the kit speaks another version of the interface, or cannot be attached; 2 if it refused.
 */
int relib_rt_attach(relib_ledger *ledger, const relib_module_descriptor *module);

/*
 * Has the ledger know what a library without the kit does from now on. library is what dlopen has returned. Then runs
 * its constructors, if its file says that they are deferred (see rebind.h). Owner thread, once, right after dlopen.
 * Returns where the library begins; 0 if its calls could not be redirected: nothing of it is known.
 */
uint64_t relib_rt_redirect(relib_ledger *ledger, void *library);

/*
 * Has the ledger know as well what the libraries do that have come with this one, as long as nobody else needs them.
 * What their constructors have done is not known. Their memory is counted, and never freed or unmapped. Owner thread,
 * once, after relib_rt_look_opened.
 */
void relib_rt_redirect_needed(relib_ledger *ledger, void *library);

/*
 * Where the ledger's own memory is short, an allocation is not tracked: it counts in total_count only,
 * and is not freed after the module.
 */
typedef struct relib_usage {
	uint64_t live_count;   /* allocations not given back */
	uint64_t live_bytes;   /* their requested sizes, added up */
	uint64_t total_count;  /* allocations ever made; each realloc and each getline is one */
	uint64_t foreign_frees; /* tracked memory that other code has freed: leaks are no longer freed */
} relib_usage;

/* The module's memory now. A snapshot, shard by shard: exact only while the module is idle. */
void relib_rt_usage(relib_ledger *ledger, relib_usage *usage);

#define RELIB_STACK_FRAMES 16

typedef struct relib_thread_info {
	int64_t tid;            /* kernel thread id; 0 while it starts */
	int64_t started_millis; /* since the epoch */
	uint64_t detached;      /* 1 if nobody will join it */
	char name[16];          /* as the kernel has it now, terminated */
	uint64_t frames[RELIB_STACK_FRAMES]; /* return addresses of the call that started it, innermost first, then 0 */
} relib_thread_info;

/*
 * The module's threads that the kernel still has, at most capacity of them, oldest first; returns how
 * many there are. A thread counts until its id is gone from the kernel, not until its function returns.
 */
size_t relib_rt_threads(relib_ledger *ledger, relib_thread_info *threads, size_t capacity);

/*
 * Joins the module's ended threads that nobody joined or detached, and forgets them: their stacks are
 * given back. Returns how many. Precondition: relib_rt_threads returned 0, no code of the module runs.
 */
size_t relib_rt_join_ended(relib_ledger *ledger);

/* An open descriptor that the module has not closed. */
typedef struct relib_descriptor_info {
	int64_t fd;
	uint64_t origin; /* an address in the code that opened it */
	char kind[16];   /* "file", "socket", "pipe", "epoll", "eventfd", "timerfd", "signalfd", "inotify", "memfd",
						"directory", "device", or the kernel's own word; terminated */
} relib_descriptor_info;

/*
 * The module's descriptors that still lead to the file it opened, at most capacity of them, in the order of
 * their numbers; returns how many there are.
 */
size_t relib_rt_descriptors(relib_ledger *ledger, relib_descriptor_info *descriptors, size_t capacity);

/*
 * Closes these descriptors, and the streams and directories (FILE, DIR) that they belong to. Returns how
 * many. Preconditions: the module's library is unmapped, relib_rt_free_leaks was not called yet, as streams
 * may still write from the module's memory.
 */
size_t relib_rt_close_descriptors(relib_ledger *ledger);

/* Memory that the module has mapped and not unmapped. */
typedef struct relib_mapping_info {
	uint64_t address;
	uint64_t length; /* in bytes, whole pages */
	uint64_t origin; /* an address in the code that mapped it */
} relib_mapping_info;

/* The module's mappings, at most capacity of them, in the order of addresses; returns how many there are. */
size_t relib_rt_mappings(relib_ledger *ledger, relib_mapping_info *mappings, size_t capacity);

/* Unmaps these. Returns how many. Precondition: the module's library is unmapped. */
size_t relib_rt_unmap(relib_ledger *ledger);

/*
 * Destructors of thread-locals (C++ thread_local, Rust thread_local!) and of values of thread-specific keys
 * (pthread_key_create, tss_create).
 */
typedef struct relib_destructors {
	uint64_t pending;   /* registered by threads that live, not begun */
	uint64_t run;       /* ever, by the ending thread itself or by relib_rt_run_destructors */
	uint64_t abandoned; /* ever: their memory is left to the ledger of allocations */
	uint64_t keys;      /* live keys, those without a destructor too */
	uint64_t running;   /* threads that end right now and are in one */
} relib_destructors;

void relib_rt_destructors(relib_ledger *ledger, relib_destructors *destructors);

/* The keys of it alone. */
size_t relib_rt_keys(relib_ledger *ledger);

/*
 * Runs the pending destructors, also those that these register: the calling thread's own on it, those of
 * each other thread on a thread that is made for them, which ends before this returns. A thread's latest
 * first, thread-locals before key values; a key's at most PTHREAD_DESTRUCTOR_ITERATIONS times. Destructors for
 * which no thread can be made are abandoned, and so are those that are registered later, by static destructors for
 * example: from then on no destructor of the module begins. A thread that ends meanwhile waits for that. Owner
 * thread, before dlclose, when no call is in flight and relib_rt_threads returned 0.
 * Returns 0. Returns 1, and has done nothing, if a thread that ends is still in a destructor of the module after
 * timeout_millis; it may be tried again.
 */
int relib_rt_run_destructors(relib_ledger *ledger, uint64_t timeout_millis);

/* Forgets the pending destructors instead. Otherwise as relib_rt_run_destructors. */
int relib_rt_abandon_destructors(relib_ledger *ledger, uint64_t timeout_millis);

/*
 * Takes back what the module has signals do, and removes the handlers that lie in its library, as the next signal
 * would jump into unmapped memory; the module's log says so. What was there before the module's is there again; a
 * signal that would then end or stop the process is ignored instead, unless it tells of what a thread did. Then destroys the module's static objects
 * and runs the functions that it has registered by atexit, as far as its kit can do so outside of dlclose. They
 * may start threads, which relib_rt_threads shows. Owner thread, once, when no call is in flight, relib_rt_threads
 * returned 0 and destructors of thread-locals have ended. The module is not called again.
 */
void relib_rt_end_statics(relib_ledger *ledger);

/*
 * From now on the module can start no thread (EAGAIN), whose code would be unmapped. Removes the signal handlers
 * that its destructors have installed. Owner thread, right before dlclose, when relib_rt_threads returned 0.
 */
void relib_rt_before_close(relib_ledger *ledger);

/* The live allocations among the sampled ones that one stack has made. */
typedef struct relib_site {
	uint64_t count;
	uint64_t bytes;
	uint64_t frames[RELIB_STACK_FRAMES]; /* return addresses, innermost first, then 0 */
} relib_site;

/* Leaves the module's allocations alone: none is known from now on. Before the module is opened. */
void relib_rt_leave_allocations(relib_ledger *ledger);

/*
 * Records the stack of every nth allocation of a thread; 0, the default: of none. Before the module is
 * opened. Where memory is short, none is recorded. A sampled allocation costs some microseconds.
 */
void relib_rt_sample_sites(relib_ledger *ledger, uint64_t every);

/*
 * The sites with the most live sampled bytes, at most capacity of them, the largest first; returns how many
 * there are. Until relib_rt_free_leaks.
 */
size_t relib_rt_sites(relib_ledger *ledger, relib_site *sites, size_t capacity);

/* Where the library that is mapped at the address begins; 0 if none is. */
uint64_t relib_rt_module_base(uint64_t address);

/* Where the library that is mapped at the address ends; 0 if none is. */
uint64_t relib_rt_module_end(uint64_t address);

/*
 * Where the part of the module that has the address begins, or began until it went with the module; 0 if none has it.
 * The path of its file is terminated, and cut off if it is longer.
 */
uint64_t relib_rt_part_at(relib_ledger *ledger, uint64_t address, char *path, size_t capacity);

/*
 * Frees the memory that the module has not given back, unless foreign_frees is above 0: then nothing is freed.
 * usage is the memory before that. Precondition: the module's library is unmapped.
 * Returns the number of allocations freed.
 */
uint64_t relib_rt_free_leaks(relib_ledger *ledger, relib_usage *usage);

/*
 * Copies the text of the calling thread's last panic (UTF-8, not terminated) and forgets it. Returns
 * its length, at most capacity; 0 if there is none.
 */
size_t relib_rt_take_panic(char *text, size_t capacity);

/*
 * For the import slots of a module that stays when its host leaves: these functions report success
 * and return 0 (integers), 0.0 (both floating-point types: 0.0f is the same bits), an empty sequence or a
 * record of zeros of up to 64 KiB, which the post function leaves alone. Whatever arguments follow success
 * are not read. Any thread, until the process ends.
 */
uint64_t relib_rt_absent_word(uint8_t *success);
double relib_rt_absent_number(uint8_t *success);
const void *relib_rt_absent_sequence(uint8_t *success);
const void *relib_rt_absent_record(uint8_t *success);
void relib_rt_absent_post(const void *box);

/* Receives log records: the ledger's id, a relib_level, UTF-8 text that is lent for the call. */
typedef void (*relib_log_function)(uint64_t id, int level, const char *text, size_t len);

/*
 * Sets where the ledger's log records go, which the function must outlive. ledger NULL: those of all ledgers without
 * a function of their own. function NULL: that of all ledgers, or standard error.
 */
void relib_rt_log_to(relib_ledger *ledger, relib_log_function function);

#pragma GCC visibility pop

#endif
