// SPDX-License-Identifier: Apache-2.0
#include "pool.hpp"
#include "ticker.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_POOL RELIB_CONTRACT_TICKER)

namespace {

// Joins its thread when the process ends.
class Worker {
public:
	void start()
	{
		if (!thread.joinable()) {
			thread = std::thread([this] {
				imports::ticker::tick();
				std::unique_lock<std::mutex> guard(lock);
				changed.wait(guard, [this] { return stopped; });
			});
		}
	}

	~Worker()
	{
		{
			std::lock_guard<std::mutex> guard(lock);
			stopped = true;
		}
		changed.notify_all();
		if (thread.joinable()) {
			thread.join();
		}
	}

private:
	std::mutex lock;
	std::condition_variable changed;
	bool stopped = false;
	std::thread thread;
};

Worker worker;

} // namespace

void exports::pool::start()
{
	worker.start();
}

void exports::pool::start_late()
{
	static Worker late;
	late.start();
}
