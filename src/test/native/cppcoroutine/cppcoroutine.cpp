// SPDX-License-Identifier: Apache-2.0
// Calls an import on the stack of a coroutine. What it throws leaves the coroutine in on_coroutine, and is caught there in
// on_signal_stack.

#include <ucontext.h>

#include "fiber.hpp"
#include "fiber_ask.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_FIBER RELIB_CONTRACT_FIBER_ASK)

namespace {

char stack[1 << 20];
ucontext_t outside;
ucontext_t inside;
std::int32_t value;
bool catches;

void body()
{
	if (!catches) {
		value = imports::fiber_ask::ask(value);
		return;
	}
	try {
		value = imports::fiber_ask::ask(value);
	} catch (const relib::import_failed &) {
		value = -1;
	}
}

std::int32_t on_coroutine(std::int32_t number)
{
	value = number;
	getcontext(&inside);
	inside.uc_stack.ss_sp = stack;
	inside.uc_stack.ss_size = sizeof(stack);
	inside.uc_link = &outside;
	makecontext(&inside, body, 0);
	swapcontext(&outside, &inside);
	return value;
}

} // namespace

std::int32_t exports::fiber::on_coroutine(std::int32_t number)
{
	catches = false;
	return ::on_coroutine(number);
}

std::int32_t exports::fiber::on_signal_stack(std::int32_t number)
{
	catches = true;
	return ::on_coroutine(number);
}

std::int32_t exports::fiber::on_thread(std::int32_t number)
{
	return imports::fiber_ask::ask(number);
}
