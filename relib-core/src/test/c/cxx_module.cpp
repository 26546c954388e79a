/*
 * A C++ module with its own libstdc++: thread-locals with destructors, threads, exceptions, static objects.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "relib_module.h"

#include <atomic>
#include <map>
#include <memory>
#include <regex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

RELIB_MODULE("1.0.0", "")

namespace {

struct Visitor {
	std::string name = std::string(1000, 'v');
	std::atomic<int> *destroyed = nullptr;

	~Visitor()
	{
		if (destroyed != nullptr) {
			++*destroyed;
		}
	}
};

thread_local Visitor visitor;
thread_local std::unique_ptr<std::vector<int>> numbers;

struct Registry {
	static inline std::map<std::string, int> entries{{"one", 1}, {"two", 2}};
};

}

/* Destroyed with the calling thread's locals. */
RELIB_EXPORT void touch(std::atomic<int> *destroyed)
{
	visitor.destroyed = destroyed;
	numbers = std::make_unique<std::vector<int>>(100, 1);
}

/* Returns 7 if all of it works. */
RELIB_EXPORT int work(std::atomic<int> *destroyed)
{
	int result = 0;
	std::thread thread([&] {
		touch(destroyed);
		try {
			throw std::runtime_error("thrown");
		} catch (const std::exception &exception) {
			result += std::string("thrown") == exception.what();
		}
	});
	thread.join();
	result += std::regex_match("relib", std::regex("r[a-l]+b")) ? 2 : 0;
	result += Registry::entries.size() == 2 ? 4 : 0;
	Registry::entries["three"] = 3;
	return result;
}
