/* SPDX-License-Identifier: Apache-2.0 */
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "kept.hpp"
#include "kept_host.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_KEPT RELIB_CONTRACT_KEPT_HOST)

namespace {

std::mutex lock;
std::condition_variable stopped;
std::thread thread;
bool runs;
void *volatile leaked; // so that no compiler leaves the allocation out

struct Text {
	std::string text;

	~Text()
	{
		if (!text.empty()) {
			relib::info("destroyed " + text);
		}
	}
};

thread_local Text kept;

void run()
{
	imports::kept_host::heard("a thread");
	std::unique_lock<std::mutex> locked(lock);
	stopped.wait(locked, [] { return !runs; });
}

} // namespace

RELIB_BEFORE_UNLOAD
{
	imports::kept_host::heard("before unload");
	{
		std::lock_guard<std::mutex> locked(lock);
		runs = false;
		stopped.notify_all();
	}
	if (thread.joinable()) {
		thread.join();
	}
}

namespace exports::kept {

std::string relay(std::string_view text)
{
	return "[" + imports::kept_host::answer(text) + "]";
}

void panic(std::string_view message)
{
	throw std::runtime_error(std::string(message));
}

void start_thread()
{
	runs = true;
	thread = std::thread(run);
}

void leak(std::int32_t count)
{
	for (std::int32_t i = 0; i < count; i++) {
		leaked = std::malloc(100);
	}
}

void keep(std::string_view text)
{
	::kept.text = text;
}

} // namespace exports::kept
