#!/bin/sh
# Builds and runs bench_alloc.c.
#
#     bench_alloc.sh [build-dir]
#
# SPDX-License-Identifier: Apache-2.0
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rt=$here/../../main/c
kit_parts=$here/../../../../relib-module/c
if [ $# -gt 0 ]; then
	mkdir -p "$1"
	build=$(cd "$1" && pwd)
else
	build=$(mktemp -d)
	trap 'rm -rf "$build"' EXIT
fi
kit=$build/kit
sh "$kit_parts/amalgamate.sh" "$kit"
compile() {
	${CC:-cc} -std=c11 -O2 -fPIC -fvisibility=hidden -Wall -Wextra -Wpedantic -Werror -pthread "-I$kit" "-I$rt" "$@" -ldl
}
compile -shared -DBENCH_MODULE -DBENCH_RAW "$here/bench_alloc.c" -o "$build/raw.so"
compile -shared -DBENCH_MODULE "$here/bench_alloc.c" "$kit/relib_module.c" -o "$build/tracked.so"
compile -shared "-I$kit_parts" "$rt"/*.c -o "$build/librelib_rt.so"
compile "$here/bench_alloc.c" "$build/librelib_rt.so" '-Wl,-rpath,$ORIGIN' -o "$build/bench_alloc"
"$build/bench_alloc" "$build/raw.so" "$build/tracked.so"
