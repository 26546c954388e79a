/* SPDX-License-Identifier: Apache-2.0 */
#include <chrono>
#include <future>
#include <memory_resource>
#include <string>
#include <vector>

#include "cpp_locals.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_CPP_LOCALS)

namespace {

/* Logs when it is destroyed, and reads all of its memory for that. */
class Remembered {
public:
	explicit Remembered(std::string what) : name(std::move(what))
	{
	}

	~Remembered()
	{
		std::string text = "dropped " + name + " of";
		for (const std::string &word : words) {
			text += " " + word;
		}
		relib::info(text);
	}

	int add(std::string_view word)
	{
		words.emplace_back(word);
		return static_cast<int>(words.size());
	}

private:
	std::string name;
	std::vector<std::string> words;
};

thread_local Remembered first("first");
thread_local Remembered second("second");

/* Created by the destructor of Chained if it does not exist yet. */
Remembered &late()
{
	thread_local Remembered remembered("late");
	return remembered;
}

struct Chained {
	bool used = false;

	~Chained()
	{
		late().add("nobody");
	}
};

thread_local int plain = 0;

std::pmr::synchronized_pool_resource pool;

std::promise<void> word;
std::future<void> kept = word.get_future();

} // namespace

namespace exports::cpp_locals {

std::int32_t remember(std::string_view text)
{
	second.add(text);
	return first.add(text);
}

void chain()
{
	thread_local Chained chained;
	chained.used = true;
}

std::int32_t count()
{
	return ++plain;
}

void allocate_from_a_pool(std::int32_t bytes)
{
	std::pmr::vector<char> memory(static_cast<std::size_t>(bytes), 'x', &pool);
}

void promise()
{
	word.set_value_at_thread_exit();
}

bool is_kept()
{
	return kept.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace exports::cpp_locals
