#include "one_only.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_ONE_ONLY)

/* Exported, there is one of it in a process: the loader keeps for ever what defines it. */
struct __attribute__((visibility("default"))) Counter {
	inline static int count = 0;
};

std::int32_t exports::one_only::count()
{
	return ++Counter::count;
}
