#!/bin/sh
# Compiles filters, one library each: build.sh [directory for the libraries [source...]]
#
# The Maven build runs it. Run it yourself while the sample runs, then press "Reload" on its page.
set -eu

cc=${CC:-cc}
native=$(cd "$(dirname "$0")" && pwd)
target=$native/../../../target
kit=$target/relib-module/META-INF/relib/kit
bindings=$target/classes/META-INF/relib/c

libraries=${1:-$target/native}
[ $# -eq 0 ] || shift
[ $# -ne 0 ] || set -- "$native"/*.c

command -v "$cc" >/dev/null || { echo "$cc: not found; install a C compiler or set CC" >&2; exit 1; }
[ -f "$kit/relib_module.h" ] || { echo "$kit: not there; run 'mvn package' first" >&2; exit 1; }
mkdir -p "$libraries"

for source in "$@"; do
	library=$libraries/lib$(basename "$source" .c).so
	"$cc" -std=c11 -O2 -g -Wall -Wextra -Wpedantic -Werror -fPIC -fvisibility=hidden -shared -pthread \
		-iquote "$native" -iquote "$kit" -iquote "$bindings" \
		"$source" "$bindings/image_filter.c" "$bindings/progress.c" "$kit/relib_module.c" \
		-Wl,-z,defs -o "$library.new" -lm
	# Never write into a library that may be in use: put the new one in its place.
	mv -f "$library.new" "$library"
done
