/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "files.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>

#define PAGE 4096

static struct module module;
static struct files *files;

static void open_module(void)
{
	module = module_open("files_module");
	files = module_symbol(&module, "files");
}

static char *map(size_t pages)
{
	char *memory = files->mmap(NULL, pages * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(memory != MAP_FAILED);
	return memory;
}

static bool is_mapped(char *page)
{
	unsigned char resident;
	return mincore(page, PAGE, &resident) == 0;
}

static size_t listed(void)
{
	return relib_rt_mappings(module.ledger, NULL, 0);
}

static void check_range(int number, const char *address, size_t pages)
{
	relib_mapping_info infos[8];
	CHECK(relib_rt_mappings(module.ledger, infos, 8) > (size_t)number);
	CHECK((uintptr_t)address == infos[number].address);
	CHECK_EQUAL(pages * PAGE, infos[number].length);
}

static size_t unload(void)
{
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(0, module_mappings(&module));
	size_t unmapped = relib_rt_unmap(module.ledger);
	CHECK_EQUAL(0, listed());
	relib_rt_ledger_close(module.ledger);
	return unmapped;
}

TEST(unmaps_leaked_mappings)
{
	open_module();
	char *one = map(3);
	char *other = files->mmap64(NULL, 100, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK_EQUAL(2, listed());
	check_range(one < other ? 0 : 1, one, 3);
	check_range(one < other ? 1 : 0, other, 1);
	CHECK_EQUAL(2, unload());
	CHECK(!is_mapped(one) && !is_mapped(one + 2 * PAGE) && !is_mapped(other));
}

TEST(lists_mappings_in_the_order_of_addresses)
{
	char *mapped[20];
	relib_mapping_info infos[20];
	open_module();
	for (int i = 0; i < 20; i++) {
		mapped[i] = map(1 + (size_t)i);
	}
	CHECK_EQUAL(20, relib_rt_mappings(module.ledger, infos, 20));
	for (int i = 0; i < 19; i++) {
		CHECK(infos[i].address + infos[i].length <= infos[i + 1].address);
	}
	for (int i = 0; i < 20; i++) {
		CHECK_EQUAL(0, files->munmap(mapped[i], (1 + (size_t)i) * PAGE));
	}
	CHECK_EQUAL(0, unload());
}

TEST(says_where_a_mapping_was_made)
{
	relib_mapping_info info;
	Dl_info origin;
	open_module();
	map(1);
	CHECK_EQUAL(1, relib_rt_mappings(module.ledger, &info, 1));
	CHECK(dladdr((void *)(uintptr_t)info.origin, &origin) != 0);
	CHECK_EQUAL((uintptr_t)origin.dli_fbase, relib_rt_module_base(info.origin));
	CHECK_EQUAL(0, relib_rt_module_base(8));
	CHECK_EQUAL(1, unload());
}

TEST(follows_mappings_that_are_unmapped_in_part)
{
	open_module();
	char *memory = map(10);
	CHECK_EQUAL(0, files->munmap(memory, PAGE));
	check_range(0, memory + PAGE, 9);
	CHECK_EQUAL(0, files->munmap(memory + 9 * PAGE, PAGE));
	check_range(0, memory + PAGE, 8);
	CHECK_EQUAL(0, files->munmap(memory + 4 * PAGE, 10));
	CHECK_EQUAL(2, listed());
	check_range(0, memory + PAGE, 3);
	check_range(1, memory + 5 * PAGE, 4);
	CHECK_EQUAL(0, files->munmap(memory, 10 * PAGE));
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
}

TEST(keeps_what_could_not_be_unmapped)
{
	open_module();
	char *memory = map(2);
	CHECK_EQUAL(-1, files->munmap(memory, 0));
	CHECK_EQUAL(EINVAL, errno);
	CHECK_EQUAL(-1, files->munmap(memory + 1, PAGE));
	check_range(0, memory, 2);
	CHECK(files->mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
	CHECK_EQUAL(1, unload());
}

TEST(follows_mappings_that_move)
{
	open_module();
	char *memory = map(2);
	char *target = map(8);
	CHECK(files->mremap(memory, 2 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, target + 2 * PAGE)
		  == target + 2 * PAGE);
	CHECK(!is_mapped(memory));
	CHECK_EQUAL(3, listed());
	check_range(0, target, 2);
	check_range(1, target + 2 * PAGE, 4);
	check_range(2, target + 6 * PAGE, 2);
	CHECK(files->mremap(target + 2 * PAGE, 4 * PAGE, PAGE, 0) == target + 2 * PAGE);
	check_range(1, target + 2 * PAGE, 1);
	CHECK(files->mremap(target, 2 * PAGE, (size_t)1 << 46, MREMAP_MAYMOVE) == MAP_FAILED);
	CHECK_EQUAL(3, listed());
	CHECK_EQUAL(3, unload());
	CHECK(!is_mapped(target) && !is_mapped(target + 2 * PAGE) && !is_mapped(target + 7 * PAGE));
}

TEST(follows_mappings_that_replace_others)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
	open_module();
	char *memory = map(4);
	CHECK(files->mmap(memory + PAGE, PAGE, PROT_READ, flags, -1, 0) == memory + PAGE);
	CHECK_EQUAL(3, listed());
	check_range(1, memory + PAGE, 1);
	CHECK_EQUAL(0, files->munmap(memory, 4 * PAGE));
	CHECK(files->mmap(memory, PAGE, PROT_READ, flags, -1, 0) == memory);
	check_range(0, memory, 1);
	CHECK_EQUAL(1, unload());
}

/* A page within an allocation, say: it goes with that. */
TEST(leaves_mappings_that_replace_memory_of_the_process)
{
	char *memory = mmap(NULL, 3 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	open_module();
	CHECK(files->mmap(memory + PAGE, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
		  == memory + PAGE);
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
	CHECK(is_mapped(memory + PAGE));
}

TEST(forgets_a_mapping_that_is_handed_over)
{
	open_module();
	char *memory = map(2);
	files->untrack_mapping(memory, 2 * PAGE);
	CHECK_EQUAL(0, listed());
	CHECK_EQUAL(0, unload());
	CHECK(is_mapped(memory));
}

static void *map_and_unmap(void *unused)
{
	for (int i = 0; i < 2000; i++) {
		char *memory = map(4);
		CHECK_EQUAL(0, files->munmap(memory, (i % 100 == 0 ? 3 : 4) * PAGE));
	}
	return unused;
}

TEST(keeps_up_with_threads_that_map_and_unmap)
{
	pthread_t threads[4];
	open_module();
	for (int i = 0; i < 4; i++) {
		CHECK_EQUAL(0, pthread_create(&threads[i], NULL, map_and_unmap, NULL));
	}
	for (int i = 0; i < 4; i++) {
		CHECK_EQUAL(0, pthread_join(threads[i], NULL));
	}
	CHECK_EQUAL(80, listed());
	CHECK_EQUAL(80, unload());
}
