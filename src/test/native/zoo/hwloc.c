/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int hwloc_topology_init(void **);
int hwloc_topology_load(void *);
void hwloc_topology_destroy(void *);
int hwloc_topology_get_depth(void *);

int use(void)
{
	void *topology;
	CHECK(hwloc_topology_init(&topology) == 0);
	CHECK(hwloc_topology_load(topology) == 0);
	CHECK(hwloc_topology_get_depth(topology) > 0);
	hwloc_topology_destroy(topology);
	return 0;
}

int leave(void)
{
	void *topology;
	CHECK(hwloc_topology_init(&topology) == 0);
	CHECK(hwloc_topology_load(topology) == 0);
	return 0;
}
