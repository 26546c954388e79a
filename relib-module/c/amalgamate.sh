#!/bin/sh
# Makes the module kit as modules are compiled with it: one C file, put together from the parts in src, and the
# headers beside it.
#
#     amalgamate.sh <directory>
#
# The result holds no path and no date: the same parts yield the same bytes.
#
# SPDX-License-Identifier: Apache-2.0
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"

part() { # without its include of kit.h and its line about the licence
	sed -e '/^#include "kit.h"$/d' -e '/^ \*$/{N;/SPDX/d;}' "$here/src/$1"
}

{
	cat <<-'end'
		/*
		 * relib module kit: the hooks, boundaries and helpers that are linked into every module.
		 *
		 * The hooks have the names of C library functions and are hidden: the module's own code binds to them at link
		 * time, and no other library ever does. They report to the host that is attached; without one they pass through.
		 *
		 * Put together from the parts of the kit's sources: change those.
		 *
		 * SPDX-License-Identifier: Apache-2.0
		 */
		#define KIT_SHARED static
		#define KIT_VARIABLE static

	end
	part kit.h | sed -e "/^#include \"undeclared.h\"\$/{r $here/src/undeclared.h" -e 'd;}'
	for name in real_functions host missing memory libc_memory vectors descriptors streams mappings boundary stacks threads \
		thread_locals statics endings values sequences; do
		echo
		part $name.c
	done
	echo
	echo '#pragma GCC visibility pop'
} >"$1/relib_module.c.new"
mv "$1/relib_module.c.new" "$1/relib_module.c"
cp "$here"/relib_*.h "$1"
