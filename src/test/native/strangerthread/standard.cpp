// SPDX-License-Identifier: Apache-2.0
// Linked with the shared library of C++, which starts the thread.
#include <atomic>
#include <chrono>
#include <thread>

namespace {

std::atomic<bool> stopped{false};

void stranger_loop()
{
	while (!stopped) {
		std::this_thread::sleep_for(std::chrono::milliseconds(1));
	}
}

} // namespace

extern "C" __attribute__((visibility("default"))) void stranger_start()
{
	stopped = false;
	std::thread(stranger_loop).detach();
}

extern "C" __attribute__((visibility("default"))) void stranger_stop()
{
	stopped = true;
}
