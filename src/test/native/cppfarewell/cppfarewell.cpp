/* SPDX-License-Identifier: Apache-2.0 */
#include "porter.hpp"
#include "visitor.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_VISITOR RELIB_CONTRACT_PORTER)

namespace {

/* Its destructor calls the host, when the thread ends or in the unload. */
struct Stay {
	bool used = false;

	~Stay()
	{
		relib::info("answered '" + imports::porter::farewell("C++") + "'");
	}
};

thread_local Stay stayed;

}

namespace exports::visitor {

void stay()
{
	stayed.used = true;
}

}
