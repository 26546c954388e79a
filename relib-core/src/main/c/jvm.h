/*
 * The JVM, as far as this library calls it. Its functions are found by their places in its tables, which the
 * specification of JNI fixes: no JDK is needed to compile this.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_JVM_H
#define RELIB_JVM_H

#include <stdbool.h>
#include <stdint.h>

typedef void (*jvm_function)(void);

/* What the JVM passes to each native method, valid on that thread. */
typedef const jvm_function *const *java_env;

/* A reference, of a class or any other object. */
typedef struct java_object *java_object;

struct java_native {
	const char *name;
	const char *signature;
	jvm_function function;
};

/*
 * Gets to know the JVM of the calling thread. Returns false, with a Java exception pending, if it lacks something. More
 * than once changes nothing. Before any other function here.
 */
bool jvm_know(java_env env);

/* Gives the class its native methods, until the class goes. Returns false, with a Java exception pending, if it can not. */
bool jvm_register(java_env env, java_object class, const struct java_native *natives, int count);

/*
 * The calling thread's. A thread of native code becomes one of Java's, a daemon, and stays so until it ends; then
 * attached becomes true. NULL if the JVM does not take it. Any thread.
 */
java_env jvm_of_thread(bool *attached);

/* A reference that does not keep the object. NULL, with a Java exception pending, if memory is short. */
java_object jvm_refer_weakly(java_env env, java_object object);

/* A reference that keeps the object until jvm_let_go, on this thread. NULL if it has gone. */
java_object jvm_hold(java_env env, java_object weak);
void jvm_let_go(java_env env, java_object held);

/* True if the object has gone. */
bool jvm_is_gone(java_env env, java_object weak);

/* Precondition: nobody uses the reference any more. */
void jvm_forget(java_env env, java_object weak);

/*
 * Calls skip of a java.io.InputStream. An exception is left pending; then what is returned means nothing. HotSpot takes a
 * weak reference as well, and has an exception for an object that has gone.
 */
int64_t jvm_skip(java_env env, java_object stream, const void *argument);

/* Calls run of a java.lang.Runnable, in the same way. */
void jvm_run(java_env env, java_object runnable);

/* True if an exception is pending. */
bool jvm_has_thrown(java_env env);

/* Forgets the exception that is pending, if any. */
void jvm_clear(java_env env);

#endif
