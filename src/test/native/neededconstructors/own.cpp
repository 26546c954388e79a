/* SPDX-License-Identifier: Apache-2.0 */
extern "C" int part_touch(void);
extern "C" void part_stop(void);

namespace {

struct Local {
	int value = 1;
	~Local()
	{
		value = 0;
	}
};

thread_local Local local;

int first = local.value;

}

extern "C" __attribute__((visibility("default"))) int touch()
{
	return first - local.value;
}

extern "C" __attribute__((visibility("default"))) void stop()
{
}
