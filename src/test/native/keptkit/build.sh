#!/bin/sh
# Builds the modules that are kept as binaries, with the kit as it stands:
#
#     build.sh kit-<n>        after `mvn verify`, which makes the bindings; on linux-x86_64
#
# Each released kit has its folder, and a folder is never built again: its modules show that hosts of today still
# serve that kit. The binaries hold no path of the machine that built them. They need the C library that was
# there, not the oldest one.
#
# SPDX-License-Identifier: Apache-2.0
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
bindings=$root/src/test/target/test-classes/META-INF/relib
libraries=$here/$1/linux-$(uname -m)
[ -f "$bindings/c/kept.c" ] || { echo "$bindings/c/kept.c: not there; run 'mvn verify' first" >&2; exit 1; }
[ ! -e "$libraries" ] || { echo "$libraries: is there already" >&2; exit 1; }
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
kit=$build/kit
sh "$root/relib-module/c/amalgamate.sh" "$kit"
cp "$root"/relib-module/cpp/* "$kit"
mkdir -p "$libraries"

common="-Os -fPIC -fvisibility=hidden -pthread -ffunction-sections -fdata-sections -ffile-prefix-map=$build=. -ffile-prefix-map=$root=."
small="-s -Wl,--gc-sections,-z,defs,--build-id=none"

cc -std=gnu11 -Wall -Wextra -Werror -shared $common $small -iquote "$bindings/c" -iquote "$kit" "$here/kept.c" \
	"$bindings/c/kept.c" "$bindings/c/kept_host.c" "$kit/relib_module.c" -o "$libraries/libkept_c.so"

cc -std=c11 $common -c "$kit/relib_module.c" -o "$build/kit.o"
c++ -std=c++17 -Wall -Wextra -Werror -shared $common $small -static-libstdc++ -static-libgcc "-Wl,--version-script=$kit/relib_module.map" \
	-iquote "$bindings/cpp" -iquote "$kit" "$here/kept.cpp" "$bindings/cpp/kept.cpp" "$bindings/cpp/kept_host.cpp" \
	"$build/kit.o" -o "$libraries/libkept_cpp.so"

CFLAGS="$common" RUSTFLAGS="--remap-path-prefix=$root=. --remap-path-prefix=$build=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=. --remap-path-prefix=$(rustc --print sysroot)=." \
	cargo build --release --quiet --offline --manifest-path "$here/rust/Cargo.toml" --target-dir "$build/cargo"
cp "$build/cargo/release/libkept.so" "$libraries/libkept_rust.so"

for library in "$libraries"/*; do
	! strings -a "$library" | grep -F -e "$root" -e "$build" -e "$HOME" || { echo "$library holds a path" >&2; exit 1; }
done
ls -l "$libraries"
