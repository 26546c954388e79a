/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "jvm.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

#define JNI_VERSION 0x00010008

/* Places in the table of a thread. */
enum {
	FIND_CLASS = 6,
	EXCEPTION_CLEAR = 17,
	DELETE_LOCAL_REF = 23,
	IS_SAME_OBJECT = 24,
	NEW_LOCAL_REF = 25,
	GET_METHOD_ID = 33,
	CALL_LONG_METHOD_A = 54,
	CALL_VOID_METHOD_A = 63,
	REGISTER_NATIVES = 215,
	GET_JAVA_VM = 219,
	NEW_WEAK_GLOBAL_REF = 226,
	DELETE_WEAK_GLOBAL_REF = 227,
	EXCEPTION_CHECK = 228,
};

/* Places in the table of the JVM. */
enum { DETACH_CURRENT_THREAD = 5, GET_ENV = 6, ATTACH_CURRENT_THREAD_AS_DAEMON = 7 };

#define OF_THREAD(env, place, type) ((type)(*(env))[place])
#define OF_JVM(place, type) ((type)(*atomic_load_explicit(&jvm, memory_order_relaxed))[place])

union java_value {
	int64_t word;
};

typedef java_object (*find_class)(java_env, const char *);
typedef void (*clear)(java_env);
typedef uint8_t (*ask)(java_env);
typedef uint8_t (*compare)(java_env, java_object, java_object);
typedef void (*delete)(java_env, java_object);
typedef void *(*find_method)(java_env, java_object, const char *, const char *);
typedef int64_t (*call_long)(java_env, java_object, void *, const union java_value *);
typedef void (*call_void)(java_env, java_object, void *, const union java_value *);
typedef int32_t (*register_all)(java_env, java_object, const struct java_native *, int32_t);
typedef int32_t (*get_jvm)(java_env, java_env *);
typedef java_object (*refer)(java_env, java_object);
typedef int32_t (*detach)(java_env);
typedef int32_t (*get_env)(java_env, java_env *, int32_t);
typedef int32_t (*attach)(java_env, java_env *, void *);

static _Atomic(java_env) jvm;
static _Atomic(void *) skip_method;
static _Atomic(void *) run_method;

static pthread_key_t attached_key;
static bool attached_key_works;

/* Destructors of other keys may have called Java again after this one ran: then libc calls it again. */
static void detach_thread(void *unused)
{
	java_env env;
	(void)unused;
	if (OF_JVM(GET_ENV, get_env)(jvm, &env, JNI_VERSION) == 0) {
		OF_JVM(DETACH_CURRENT_THREAD, detach)(jvm);
	}
}

static void make_key(void)
{
	attached_key_works = pthread_key_create(&attached_key, detach_thread) == 0;
}

/* Of a class that the JVM never unloads, so that the method stays valid. */
static void *method_of(java_env env, const char *class_name, const char *name, const char *signature)
{
	java_object class = OF_THREAD(env, FIND_CLASS, find_class)(env, class_name);
	if (class == NULL) {
		return NULL;
	}
	void *method = OF_THREAD(env, GET_METHOD_ID, find_method)(env, class, name, signature);
	OF_THREAD(env, DELETE_LOCAL_REF, delete)(env, class);
	return method;
}

bool jvm_know(java_env env)
{
	static pthread_once_t made = PTHREAD_ONCE_INIT;
	java_env own;
	pthread_once(&made, make_key);
	void *skip = method_of(env, "java/io/InputStream", "skip", "(J)J");
	void *run = skip != NULL ? method_of(env, "java/lang/Runnable", "run", "()V") : NULL;
	if (run == NULL || OF_THREAD(env, GET_JAVA_VM, get_jvm)(env, &own) != 0) {
		return false;
	}
	atomic_store(&skip_method, skip);
	atomic_store(&run_method, run);
	atomic_store(&jvm, own);
	return true;
}

bool jvm_register(java_env env, java_object class, const struct java_native *natives, int count)
{
	return OF_THREAD(env, REGISTER_NATIVES, register_all)(env, class, natives, count) == 0;
}

/* Only a thread that can be detached in time is attached: the JVM would wait for one that has ended. */
static java_env attach_thread(void)
{
	struct {
		int32_t version;
		const char *name;
		java_object group;
	} how = {JNI_VERSION, NULL, NULL};
	java_env env;
	if (!attached_key_works || pthread_setspecific(attached_key, &attached_key) != 0) {
		return NULL;
	}
	return OF_JVM(ATTACH_CURRENT_THREAD_AS_DAEMON, attach)(jvm, &env, &how) == 0 ? env : NULL;
}

/* Not remembered: other code may attach and detach the thread. */
java_env jvm_of_thread(bool *attached)
{
	java_env env;
	if (OF_JVM(GET_ENV, get_env)(jvm, &env, JNI_VERSION) == 0) {
		return env;
	}
	*attached = true;
	return attach_thread();
}

java_object jvm_refer_weakly(java_env env, java_object object)
{
	return OF_THREAD(env, NEW_WEAK_GLOBAL_REF, refer)(env, object);
}

java_object jvm_hold(java_env env, java_object weak)
{
	return OF_THREAD(env, NEW_LOCAL_REF, refer)(env, weak);
}

void jvm_let_go(java_env env, java_object held)
{
	OF_THREAD(env, DELETE_LOCAL_REF, delete)(env, held);
}

bool jvm_is_gone(java_env env, java_object weak)
{
	return OF_THREAD(env, IS_SAME_OBJECT, compare)(env, weak, NULL) != 0;
}

void jvm_forget(java_env env, java_object weak)
{
	OF_THREAD(env, DELETE_WEAK_GLOBAL_REF, delete)(env, weak);
}

int64_t jvm_skip(java_env env, java_object stream, const void *argument)
{
	union java_value value = {.word = (int64_t)(uintptr_t)argument};
	void *method = atomic_load_explicit(&skip_method, memory_order_relaxed);
	return OF_THREAD(env, CALL_LONG_METHOD_A, call_long)(env, stream, method, &value);
}

void jvm_run(java_env env, java_object runnable)
{
	void *method = atomic_load_explicit(&run_method, memory_order_relaxed);
	OF_THREAD(env, CALL_VOID_METHOD_A, call_void)(env, runnable, method, NULL);
}

bool jvm_has_thrown(java_env env)
{
	return OF_THREAD(env, EXCEPTION_CHECK, ask)(env) != 0;
}

void jvm_clear(java_env env)
{
	OF_THREAD(env, EXCEPTION_CLEAR, clear)(env);
}
