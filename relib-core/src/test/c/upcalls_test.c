/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "java.h"

#include <execinfo.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#if defined(__x86_64__)
#define WORDS 6
#define MORE_TYPES
#define MORE_WORDS
#else
#define WORDS 8
#define MORE_TYPES uint64_t, uint64_t,
#define MORE_WORDS 7, 8,
#endif

static struct upcall_frame seen;
static uint64_t seen_stack[4];

static int64_t look(struct upcall_frame *frame)
{
	seen = *frame;
	CHECK_EQUAL(0, (uintptr_t)frame % 16);
	frame->done = 1;
	return 4711;
}

static int64_t look_at_the_stack_too(struct upcall_frame *frame)
{
	memcpy(seen_stack, frame->stack, sizeof(seen_stack));
	return look(frame);
}

TEST(a_function_finds_each_value_in_its_register_or_on_the_stack)
{
	struct java_object object = {.apply = look_at_the_stack_too};
	java_begin();
	typedef uint64_t (*taking)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, MORE_TYPES double, double,
							   double, double, double, double, double, double, uint64_t, double, uint8_t, float);
	taking function = (taking)(uintptr_t)java_open(&object);
	CHECK_EQUAL(4711, function(1, 2, 3, 4, 5, 6, MORE_WORDS 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 91, 9.5, 92, 0.25f));
	for (uint64_t i = 0; i < WORDS; i++) {
		CHECK_EQUAL(i + 1, seen.words[i]);
	}
	for (int i = 0; i < 8; i++) {
		double value;
		memcpy(&value, &seen.floats[i], sizeof(value));
		CHECK(value == i + 1.5);
	}
	double number;
	float half;
	memcpy(&number, &seen_stack[1], sizeof(number));
	memcpy(&half, &seen_stack[3], sizeof(half));
	CHECK_EQUAL(91, seen_stack[0]);
	CHECK(number == 9.5);
	CHECK_EQUAL(92, (uint8_t)seen_stack[2]);
	CHECK(half == 0.25f);
}

static int64_t answer_number(struct upcall_frame *frame)
{
	double number = 2.5;
	uint64_t bits;
	memcpy(&bits, &number, sizeof(bits));
	frame->done = 1;
	return (int64_t)bits;
}

static int64_t answer_half(struct upcall_frame *frame)
{
	float half = -0.5f;
	uint32_t bits;
	memcpy(&bits, &half, sizeof(bits));
	frame->done = 1;
	return bits;
}

TEST(a_function_answers_with_a_number_of_either_size)
{
	struct java_object number = {.apply = answer_number}, half = {.apply = answer_half};
	java_begin();
	CHECK(((double (*)(void))(uintptr_t)java_open(&number))() == 2.5);
	CHECK(((float (*)(void))(uintptr_t)java_open(&half))() == -0.5f);
}

static int64_t trace(struct upcall_frame *frame)
{
	void *frames[32];
	int count = backtrace(frames, 32);
	int at = 0;
	while (at < count && (uintptr_t)frames[at] != frame->return_address) {
		at++;
	}
	CHECK(at < count);
	CHECK(at + 2 < count); /* its callers, up to main */
	frame->done = 1;
	return 1;
}

TEST(a_debugger_finds_the_caller_of_a_function)
{
	struct java_object object = {.apply = trace};
	java_begin();
	CHECK_EQUAL(1, ((uint64_t(*)(void))(uintptr_t)java_open(&object))());
}

static int64_t throw_something(struct upcall_frame *frame)
{
	(void)frame;
	return -1;
}

TEST(an_exception_is_forgotten_and_answered_with_0)
{
	struct java_object object = {.apply = throw_something};
	java_begin();
	CHECK_EQUAL(0, ((uint64_t(*)(void))(uintptr_t)java_open(&object))());
	CHECK_EQUAL(1, java.cleared);
}

static void be_strict(void)
{
	((void (*)(java_env, java_object, uint8_t))java_native("beStrict"))(java.env, NULL, 1);
}

TEST(where_jni_is_strict_an_object_is_held_while_it_is_called)
{
	struct java_object object = {.apply = look}, throwing = {.apply = throw_something};
	java_begin();
	be_strict();
	keep_log();
	uint64_t (*function)(void) = (uint64_t(*)(void))(uintptr_t)java_open(&object);
	CHECK_EQUAL(4711, function());
	CHECK_EQUAL(0, object.locals);
	CHECK_EQUAL(0, ((uint64_t(*)(void))(uintptr_t)java_open(&throwing))());
	CHECK_EQUAL(0, throwing.locals);
	CHECK_EQUAL(1, java.cleared);
	object.gone = true;
	CHECK_EQUAL(0, function());
	CHECK_EQUAL(1, java.cleared);
	CHECK_EQUAL(1, record_count());
}

static void *call_twice(void *function)
{
	for (int i = 0; i < 2; i++) {
		CHECK_EQUAL(4711, ((uint64_t(*)(void))(uintptr_t)function)());
	}
	CHECK_EQUAL(0, java.detached);
	return NULL;
}

TEST(a_thread_is_one_of_javas_from_its_first_call_to_its_end)
{
	struct java_object object = {.apply = look};
	pthread_t thread;
	java_begin();
	CHECK_EQUAL(0, pthread_create(&thread, NULL, call_twice, (void *)(uintptr_t)java_open(&object)));
	pthread_join(thread, NULL);
	CHECK_EQUAL(1, java.attached);
	CHECK_EQUAL(1, object.runs);
	CHECK_EQUAL(1, java.detached);
}

static pthread_key_t last_key;

static void call_at_the_end(void *function)
{
	CHECK_EQUAL(4711, ((uint64_t(*)(void))(uintptr_t)function)());
}

static void *call_and_leave_a_value(void *function)
{
	call_at_the_end(function);
	pthread_setspecific(last_key, function);
	return NULL;
}

TEST(a_thread_that_calls_once_more_when_it_ends_is_detached_again)
{
	struct java_object object = {.apply = look};
	pthread_t thread;
	java_begin();
	CHECK_EQUAL(0, pthread_key_create(&last_key, call_at_the_end));
	CHECK_EQUAL(0, pthread_create(&thread, NULL, call_and_leave_a_value, (void *)(uintptr_t)java_open(&object)));
	pthread_join(thread, NULL);
	CHECK_EQUAL(java.attached, java.detached);
}

TEST(a_function_whose_object_has_gone_answers_0_and_says_so_once)
{
	struct java_object object = {.apply = look};
	java_begin();
	keep_log();
	uint64_t (*function)(void) = (uint64_t(*)(void))(uintptr_t)java_open(&object);
	CHECK_EQUAL(4711, function());
	object.gone = true;
	CHECK_EQUAL(0, function());
	CHECK_EQUAL(0, function());
	CHECK_EQUAL(1, record_count());
	CHECK(strstr(last_record().text, "after its end") != NULL);
}

TEST(a_function_rests_before_it_serves_another_object)
{
	static struct java_object objects[UPCALL_STUBS];
	static uint64_t addresses[UPCALL_STUBS];
	struct java_object next = {.apply = answer_half};
	java_begin();
	keep_log();
	for (int i = 0; i < UPCALL_STUBS; i++) {
		objects[i].apply = look;
		addresses[i] = java_open(&objects[i]);
		CHECK(addresses[i] != 0 && (i == 0 || addresses[i] != addresses[i - 1]));
	}
	CHECK_EQUAL(0, java_open(&next));
	CHECK_EQUAL(0, next.weaks);
	objects[7].gone = true;
	objects[3].gone = true;
	CHECK_EQUAL(0, java_open(&next));
	CHECK_EQUAL(0, ((uint64_t(*)(void))(uintptr_t)addresses[7])());
	uint64_t reused = 0;
	for (int i = 0; i < 100 && reused == 0; i++) {
		usleep(20000);
		reused = java_open(&next);
	}
	CHECK_EQUAL(addresses[3], reused);
	CHECK_EQUAL(0, objects[3].weaks);
	CHECK_EQUAL(1, objects[7].weaks);
	CHECK(((float (*)(void))(uintptr_t)reused)() == -0.5f);
	CHECK_EQUAL(4711, ((uint64_t(*)(void))(uintptr_t)addresses[4])());
}
