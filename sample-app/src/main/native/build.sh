#!/bin/sh
# Compiles each filter into a library: build.sh [directory for the libraries [source...]]
#
# The Maven build runs this script. Run it while the sample runs, then press "Reload" on the page.
set -eu

cc=${CC:-cc}
native=$(cd "$(dirname "$0")" && pwd)
target=$native/../../../target
kit=$target/relib-module/META-INF/relib/kit
bindings=$target/classes/META-INF/relib/c

libraries=${1:-$target/native}
[ $# -eq 0 ] || shift
[ $# -ne 0 ] || set -- "$native"/*.c

command -v "$cc" >/dev/null || { echo "$cc: command not found; install a C compiler or set CC" >&2; exit 1; }
[ -f "$kit/relib_module.h" ] || { echo "$kit: the module kit is missing; run 'mvn package' first" >&2; exit 1; }
mkdir -p "$libraries"

for source in "$@"; do
	library=$libraries/lib$(basename "$source" .c).so
	"$cc" -std=c11 -O2 -g -Wall -Wextra -Wpedantic -Werror -fPIC -fvisibility=hidden -shared -pthread \
		-iquote "$native" -iquote "$kit" -iquote "$bindings" \
		"$source" "$bindings/image_filter.c" "$bindings/progress.c" "$kit/relib_module.c" \
		-Wl,-z,defs -o "$library.new" -lm
	# Rename the new library over the old one: writing to a library can crash a process that uses it.
	mv -f "$library.new" "$library"
done
