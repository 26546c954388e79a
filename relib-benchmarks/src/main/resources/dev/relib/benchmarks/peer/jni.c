/*
 * What one writes by hand for JNI: a function for each function of the library, which is linked in.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <dlfcn.h>
#include <jni.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NAME(function) Java_dev_relib_benchmarks_peer_JniCalls_##function

typedef struct { void *ptr; size_t len; } words;

extern int32_t raw_add(uint8_t *, int32_t, int32_t);
extern int64_t raw_allocate(int32_t);
extern int32_t __relib__Work_add(uint8_t *, int32_t, int32_t);
extern double __relib__Work_mix(uint8_t *, int32_t, int64_t, double, float, int16_t, int8_t);
extern words *__relib__Work_copy_bytes(uint8_t *, words);
extern void __post__relib__Work_copy_bytes(void *);
extern words *__relib__Work_copy_text(uint8_t *, words);
extern void __post__relib__Work_copy_text(void *);
extern void *__relib__Work_price(uint8_t *, const void *);
extern void __post__relib__Work_price(void *);

static void panicked(JNIEnv *env)
{
	(*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/IllegalStateException"), "panic");
}

JNIEXPORT jint NAME(rawAdd)(JNIEnv *env, jclass type, jint a, jint b)
{
	(void)type;
	uint8_t success = 0;
	jint sum = raw_add(&success, a, b);
	if (!success) {
		panicked(env);
	}
	return sum;
}

JNIEXPORT jint NAME(add)(JNIEnv *env, jclass type, jint a, jint b)
{
	(void)type;
	uint8_t success = 0;
	jint sum = __relib__Work_add(&success, a, b);
	if (!success) {
		panicked(env);
	}
	return sum;
}

JNIEXPORT jdouble NAME(mix)(JNIEnv *env, jclass type, jint a, jlong b, jdouble c, jfloat d, jshort e, jbyte f)
{
	(void)type;
	uint8_t success = 0;
	jdouble sum = __relib__Work_mix(&success, a, b, c, d, e, f);
	if (!success) {
		panicked(env);
	}
	return sum;
}

static jbyteArray copy(JNIEnv *env, jbyteArray bytes, words *(*function)(uint8_t *, words), void (*post)(void *))
{
	jsize length = (*env)->GetArrayLength(env, bytes);
	char small[4096];
	char *in = length <= (jsize)sizeof(small) ? small : malloc((size_t)length);
	(*env)->GetByteArrayRegion(env, bytes, 0, length, (jbyte *)in);
	uint8_t success = 0;
	words *out = function(&success, (words){ in, (size_t)length });
	jbyteArray result = NULL;
	if (success) {
		result = (*env)->NewByteArray(env, (jsize)out->len);
		(*env)->SetByteArrayRegion(env, result, 0, (jsize)out->len, out->ptr);
		post(out);
	} else {
		panicked(env);
	}
	if (in != small) {
		free(in);
	}
	return result;
}

JNIEXPORT jbyteArray NAME(copyBytes)(JNIEnv *env, jclass type, jbyteArray bytes)
{
	(void)type;
	return copy(env, bytes, __relib__Work_copy_bytes, __post__relib__Work_copy_bytes);
}

JNIEXPORT jbyteArray NAME(copyText)(JNIEnv *env, jclass type, jbyteArray text)
{
	(void)type;
	return copy(env, text, __relib__Work_copy_text, __post__relib__Work_copy_text);
}

/* order: the address of a direct buffer with the structure. Returns the address of the priced one. */
JNIEXPORT jlong NAME(price)(JNIEnv *env, jclass type, jlong order)
{
	(void)type;
	uint8_t success = 0;
	void *priced = __relib__Work_price(&success, (const void *)(intptr_t)order);
	if (!success) {
		panicked(env);
	}
	return (jlong)(intptr_t)priced;
}

JNIEXPORT jobject NAME(view)(JNIEnv *env, jclass type, jlong address, jint length)
{
	(void)type;
	return (*env)->NewDirectByteBuffer(env, (void *)(intptr_t)address, length);
}

JNIEXPORT jlong NAME(address)(JNIEnv *env, jclass type, jobject buffer)
{
	(void)type;
	return (jlong)(intptr_t)(*env)->GetDirectBufferAddress(env, buffer);
}

JNIEXPORT void NAME(freePriced)(JNIEnv *env, jclass type, jlong priced)
{
	(void)env;
	(void)type;
	__post__relib__Work_price((void *)(intptr_t)priced);
}

JNIEXPORT jint NAME(callBack)(JNIEnv *env, jclass type, jint times)
{
	static jmethodID next;
	if (!next) {
		next = (*env)->GetStaticMethodID(env, type, "next", "(I)I");
	}
	jint value = 0;
	for (jint i = 0; i < times; i++) {
		value = (*env)->CallStaticIntMethod(env, type, next, value);
	}
	return value;
}

JNIEXPORT jint NAME(nest)(JNIEnv *env, jclass type, jint value)
{
	static jmethodID again;
	if (!again) {
		again = (*env)->GetStaticMethodID(env, type, "again", "(I)I");
	}
	return (*env)->CallStaticIntMethod(env, type, again, value);
}

JNIEXPORT jlong NAME(allocate)(JNIEnv *env, jclass type, jint times)
{
	(void)env;
	(void)type;
	return raw_allocate(times);
}

JNIEXPORT jint NAME(openAndClose)(JNIEnv *env, jclass type, jstring library)
{
	(void)type;
	const char *path = (*env)->GetStringUTFChars(env, library, NULL);
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	(*env)->ReleaseStringUTFChars(env, library, path);
	jint sum = -1;
	int32_t (*add)(uint8_t *, int32_t, int32_t);
	if (handle && (*(void **)&add = dlsym(handle, "__relib__Work_add"))) {
		uint8_t success = 0;
		sum = add(&success, 1, 2);
		dlclose(handle);
	}
	return sum;
}
