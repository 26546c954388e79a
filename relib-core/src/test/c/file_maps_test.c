/* SPDX-License-Identifier: Apache-2.0 */
/* What is mapped of a file, by the kernel's answer and by its list, which must agree. */
#define _GNU_SOURCE

#include "check.h"
#include "file_maps.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE 4096

static struct address_range map(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	void *begin = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, file, 0);
	CHECK(begin != MAP_FAILED);
	close(file);
	return (struct address_range){(uintptr_t)begin, (uintptr_t)begin + PAGE};
}

static const char *create(char *path)
{
	int file = mkstemps(path, 3);
	CHECK(file >= 0);
	CHECK_EQUAL(0, ftruncate(file, PAGE));
	close(file);
	return strrchr(path, '/') + 1;
}

TEST(finds_a_mapped_file_by_its_name_until_it_is_unmapped)
{
	char path[] = "/tmp/relib-mapped-XXXXXX.so";
	const char *name = create(path);
	CHECK(!file_maps_list(name));
	struct address_range range = map(path);
	CHECK(file_maps_have(range, name));
	CHECK(file_maps_list(name));
	CHECK(!file_maps_have(range, name + 1));
	CHECK(!file_maps_list(name + 1));
	unlink(path);
	CHECK(file_maps_have(range, name));
	CHECK(file_maps_list(name));
	CHECK_EQUAL(0, munmap((void *)range.begin, PAGE));
	CHECK(!file_maps_have(range, name));
	CHECK(!file_maps_list(name));
}

TEST(looks_past_other_mappings_to_the_end_of_the_range)
{
	char first[] = "/tmp/relib-mapped-XXXXXX.so";
	char second[] = "/tmp/relib-mapped-XXXXXX.so";
	create(first);
	const char *name = create(second);
	struct address_range range = map(first);
	int file = open(second, O_RDONLY | O_CLOEXEC);
	uintptr_t room = (uintptr_t)mmap(NULL, (size_t)8 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mmap((void *)room, PAGE, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) == (void *)room); /* NOLINT */
	CHECK(mmap((void *)(room + 6 * PAGE), PAGE, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) != MAP_FAILED);
	CHECK(file_maps_have((struct address_range){room + PAGE, room + 8 * PAGE}, name));
	CHECK(!file_maps_have(range, name));
	CHECK_EQUAL(0, munmap((void *)(room + 6 * PAGE), PAGE));
	CHECK_EQUAL(0, munmap((void *)room, PAGE));
	CHECK(!file_maps_list(name));
	close(file);
	unlink(first);
	unlink(second);
}
