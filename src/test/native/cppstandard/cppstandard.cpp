/* SPDX-License-Identifier: Apache-2.0 */
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <locale>
#include <map>
#include <mutex>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "cpp_standard.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_CPP_STANDARD)

/* Visible, as in a header that several modules share: compilers emit these as STB_GNU_UNIQUE symbols. */
#pragma GCC visibility push(default)

class Counter {
public:
	explicit Counter(std::string what) : name(std::move(what))
	{
	}

	~Counter()
	{
		relib::info("destroyed " + name + " at " + std::to_string(number));
	}

	int next()
	{
		return ++number;
	}

private:
	std::string name;
	int number = 0;
};

inline Counter inline_counter("inline");

template <class Tag> struct Counted {
	static inline Counter counter{"member"};
};

inline Counter &local_counter()
{
	static Counter counter("local");
	return counter;
}

inline std::map<std::string, std::vector<std::string>> texts{{"one", {"uno", "un"}}, {"two", {"due", "deux"}}};

#pragma GCC visibility pop

namespace {

struct Grouped : std::numpunct<char> {
	char do_decimal_point() const override
	{
		return ',';
	}

	char do_thousands_sep() const override
	{
		return '\'';
	}

	std::string do_grouping() const override
	{
		return "\3";
	}
};

std::ofstream stream;

struct Guard {
	int &count;

	~Guard()
	{
		count++;
	}
};

void throw_deep(int frames, int &guards, const std::string &text)
{
	Guard guard{guards};
	if (frames > 1) {
		throw_deep(frames - 1, guards, text);
		return;
	}
	throw std::out_of_range(text);
}

void throw_nested(int frames, int &guards, const std::string &text)
{
	try {
		throw_deep(frames, guards, text);
	} catch (const std::logic_error &) {
		std::throw_with_nested(std::runtime_error("outer"));
	}
}

std::string all_texts(const std::exception &exception)
{
	std::string text = exception.what();
	try {
		std::rethrow_if_nested(exception);
	} catch (const std::exception &inner) {
		text += ": " + all_texts(inner);
	}
	return text;
}

} // namespace

namespace exports::cpp_standard {

std::string count()
{
	int numbers[] = {inline_counter.next(), Counted<int>::counter.next(), local_counter().next()};
	texts["three"].push_back("tre");
	return std::to_string(numbers[0]) + " " + std::to_string(numbers[1]) + " " + std::to_string(numbers[2]) + " "
		   + std::to_string(texts["three"].size());
}

std::string search(std::string_view pattern, std::string_view text)
{
	const std::regex expression{std::string(pattern), std::regex::icase};
	const std::string subject(text);
	std::string found;
	for (std::sregex_iterator match(subject.begin(), subject.end(), expression), end; match != end; ++match) {
		found += (found.empty() ? "" : ",") + match->str();
	}
	return found;
}

std::int32_t join(std::int32_t count)
{
	std::mutex lock;
	int sum = 0;
	std::vector<std::thread> threads;
	for (int i = 0; i < count; i++) {
		threads.emplace_back([&] {
			std::lock_guard<std::mutex> guard(lock);
			sum++;
		});
	}
	for (std::thread &thread : threads) {
		thread.join();
	}
	return sum;
}

void detach(std::int32_t millis)
{
	std::thread([millis] {
		std::this_thread::sleep_for(std::chrono::milliseconds(millis));
		relib::info("the detached thread ends");
	}).detach();
}

std::string wake_up(std::string_view text)
{
	std::mutex lock;
	std::condition_variable changed;
	std::string left;
	std::thread other([&, given = std::string(text)] {
		std::lock_guard<std::mutex> guard(lock);
		left = given;
		changed.notify_one();
	});
	{
		std::unique_lock<std::mutex> guard(lock);
		changed.wait_for(guard, std::chrono::seconds(5), [&] { return !left.empty(); });
	}
	other.join();
	return left;
}

void throw_on_a_thread(std::string_view text)
{
	std::thread([given = std::string(text)] { throw std::runtime_error(given); }).join();
}

std::string throw_in_a_future(std::string_view text)
{
	std::future<int> future = std::async(std::launch::async, [given = std::string(text)]() -> int {
		throw std::filesystem::filesystem_error(given, std::make_error_code(std::errc::io_error));
	});
	try {
		return std::to_string(future.get());
	} catch (const std::filesystem::filesystem_error &error) {
		return error.what();
	}
}

std::string throw_through(std::int32_t frames, std::string_view text)
{
	int guards = 0;
	std::exception_ptr kept;
	try {
		throw_nested(frames, guards, std::string(text));
	} catch (...) {
		kept = std::current_exception();
	}
	try {
		std::rethrow_exception(kept);
	} catch (const std::exception &exception) {
		return std::to_string(guards) + " " + all_texts(exception);
	}
}

std::string format(double number)
{
	std::ostringstream text;
	text.imbue(std::locale(std::locale::classic(), new Grouped));
	text << std::fixed << number;
	std::clog << "" << std::flush;
	return text.str();
}

void write(std::string_view file, std::string_view text)
{
	stream.exceptions(std::ios::failbit | std::ios::badbit);
	stream.open(std::filesystem::path(file), std::ios::app);
	stream << text;
}

} // namespace exports::cpp_standard
