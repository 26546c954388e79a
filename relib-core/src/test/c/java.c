/* SPDX-License-Identifier: Apache-2.0 */
#include "java.h"

#include "check.h"
#include "relib_rt.h"

#include <stddef.h>
#include <string.h>

struct java java;

static jvm_function thread_table[240];
static const jvm_function *const thread_tables = thread_table;
static jvm_function vm_table[8];
static const jvm_function *const vm_tables = vm_table;
static _Thread_local bool is_of_java;
static _Thread_local bool thrown;

static java_object find_class(java_env env, const char *name)
{
	static struct java_object streams, runnables;
	CHECK(env == java.env);
	streams.locals = runnables.locals = 1;
	return strcmp(name, "java/lang/Runnable") == 0 ? &runnables : &streams;
}

static void *find_method(java_env env, java_object class, const char *name, const char *signature)
{
	static int skip, run;
	(void)env, (void)class, (void)signature;
	return strcmp(name, "run") == 0 ? &run : &skip;
}

static java_object new_local(java_env env, java_object object)
{
	(void)env;
	object->locals += !object->gone;
	return object->gone ? NULL : object;
}

static void delete_local(java_env env, java_object object)
{
	(void)env;
	object->locals--;
}

static uint8_t has_thrown(java_env env)
{
	(void)env;
	return thrown;
}

static int64_t call_long(java_env env, java_object object, void *method, const uint64_t *argument)
{
	(void)method;
	CHECK(env == java.env);
	CHECK(is_of_java);
	struct upcall_frame *frame = (struct upcall_frame *)(uintptr_t)(*argument - offsetof(struct upcall_frame, words));
	int64_t result = object->gone ? -1 : object->apply(frame);
	thrown = object->gone || frame->done == 0;
	return result;
}

static void call_void(java_env env, java_object object, void *method, const uint64_t *argument)
{
	(void)env, (void)method, (void)argument;
	CHECK(is_of_java);
	object->runs++;
}

static void clear(java_env env)
{
	(void)env;
	java.cleared += thrown;
	thrown = false;
}

static uint8_t is_same(java_env env, java_object one, java_object other)
{
	(void)env;
	CHECK(other == NULL);
	return one->gone;
}

static java_object new_weak(java_env env, java_object object)
{
	(void)env;
	object->weaks++;
	return object;
}

static void delete_weak(java_env env, java_object object)
{
	(void)env;
	object->weaks--;
}

static int32_t register_natives(java_env env, java_object class, const struct java_native *natives, int32_t count)
{
	(void)env, (void)class;
	java.natives = natives;
	java.native_count = count;
	return 0;
}

static int32_t get_vm(java_env env, java_env *vm)
{
	(void)env;
	*vm = &vm_tables;
	return 0;
}

static int32_t get_env(java_env vm, java_env *env, int32_t version)
{
	CHECK(vm == &vm_tables);
	CHECK_EQUAL(0x00010008, version);
	*env = is_of_java ? java.env : NULL;
	return is_of_java ? 0 : -2;
}

static int32_t attach(java_env vm, java_env *env, void *how)
{
	CHECK(how != NULL);
	is_of_java = true;
	java.attached++;
	return get_env(vm, env, 0x00010008);
}

static int32_t detach(java_env vm)
{
	(void)vm;
	CHECK(is_of_java);
	is_of_java = false;
	java.detached++;
	return 0;
}

void java_begin(void)
{
	thread_table[6] = (jvm_function)find_class;
	thread_table[17] = (jvm_function)clear;
	thread_table[23] = (jvm_function)delete_local;
	thread_table[24] = (jvm_function)is_same;
	thread_table[25] = (jvm_function)new_local;
	thread_table[33] = (jvm_function)find_method;
	thread_table[54] = (jvm_function)call_long;
	thread_table[63] = (jvm_function)call_void;
	thread_table[215] = (jvm_function)register_natives;
	thread_table[219] = (jvm_function)get_vm;
	thread_table[226] = (jvm_function)new_weak;
	thread_table[227] = (jvm_function)delete_weak;
	vm_table[5] = (jvm_function)detach;
	vm_table[6] = (jvm_function)get_env;
	vm_table[7] = (jvm_function)attach;
	thread_table[228] = (jvm_function)has_thrown;
	java.env = &thread_tables;
	is_of_java = true;
	CHECK_EQUAL(0, relib_rt_register_natives((void *)(uintptr_t)java.env, NULL));
}

jvm_function java_native(const char *name)
{
	for (int i = 0; i < java.native_count; i++) {
		if (strcmp(java.natives[i].name, name) == 0) {
			return java.natives[i].function;
		}
	}
	CHECK(!"registered");
	return NULL;
}

uint64_t java_open(java_object object)
{
	return ((uint64_t(*)(java_env, java_object, java_object))java_native("openUpcall"))(java.env, NULL, object);
}
