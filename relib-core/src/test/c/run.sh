#!/bin/sh
# Builds librelib_rt, test modules and the tests, and runs them: plain, with AddressSanitizer and
# UndefinedBehaviorSanitizer, with ThreadSanitizer, and under valgrind.
#
#     run.sh [build-dir]      CC and CXX choose the compilers; without a build-dir a temporary one is used
#
# SPDX-License-Identifier: Apache-2.0
set -u
here=$(cd "$(dirname "$0")" && pwd)
rt=$here/../../main/c
kit=$here/../../../../relib-module/c
cc=${CC:-cc}
cxx=${CXX:-c++}
if [ $# -gt 0 ]; then
	mkdir -p "$1"
	build=$(cd "$1" && pwd)
else
	build=$(mktemp -d)
	trap 'rm -rf "$build"' EXIT
fi
results=$build/results
link=-Wl,-z,defs
: >"$results"
cflags="-std=c11 -g -fPIC -fvisibility=hidden -Wall -Wextra -Wpedantic -Werror -pthread -I$kit -I$rt"
tests="absent_test.c allocations_test.c descriptors_test.c handlers_test.c kits_test.c ledger_test.c locals_test.c
	log_test.c mappings_test.c panics_test.c sites_test.c texts_test.c threads_test.c upstream_test.c
	thread_panics_test.c unload_test.c values_test.c fixture.c check.c"

report() { # result, name
	echo "$1 $2" | tee -a "$results"
}

compile() { # output, arguments…
	output=$1
	shift
	$cc $cflags "$@" -o "$output" || { report FAIL "compiles $(basename "$output")"; return 1; }
}

module() { # output, options, sources…
	output=$1
	options=$2
	shift 2
	compile "$output" $options -shared $link "$@" "$kit/relib_module.c" -ldl
}

# The kit's recipe for C++: its own libstdc++, and nothing to be seen but what the host needs.
cxx_module() { # output, options
	command -v "$cxx" >/dev/null 2>&1 || return 0
	compile "${1%.so}_kit.o" -O2 -c "$kit/relib_module.c" &&
		$cxx -std=c++17 -g $2 -fPIC -fvisibility=hidden -Wall -Wextra -Wpedantic -Werror -pthread "-I$kit" -shared \
			-static-libstdc++ -static-libgcc "-Wl,--version-script=$here/cxx_module.map" -Wl,-z,defs \
			"$here/cxx_module.cpp" "${1%.so}_kit.o" -ldl -o "$1" ||
		report FAIL "compiles $(basename "$1")"
}

# label, options of librelib_rt, of the modules, of the tests
build_all() {
	dir=$build/$1
	rm -rf "$dir"
	mkdir "$dir"
	(
		module "$dir/module.so" "$3" "$here/module.c" &&
			cp "$dir/module.so" "$dir/other.so" &&
			module "$dir/files_module.so" "$3" "$here/files_module.c" &&
			cp "$dir/files_module.so" "$dir/other_files.so" &&
			module "$dir/handlers_module.so" "$3" "$here/handlers_module.c" &&
			cp "$dir/handlers_module.so" "$dir/other_handlers.so" &&
			compile "$dir/older_kit.so" $3 -shared $link "$here/kits_module.c" &&
			compile "$dir/newer_kit.so" $3 -DNEWER -shared $link "$here/kits_module.c" &&
			module "$dir/texts_module.so" "$3" "$here/texts_module.c" &&
			module "$dir/late_module.so" "$3" "$here/late_module.c" &&
			module "$dir/values_module.so" "$3" "$here/values_module.c" &&
			module "$dir/joins_a_thread.so" "$3" "$here/early_module.c" &&
			module "$dir/leaves_a_thread.so" "$3 -DLEAVE_RUNNING" "$here/early_module.c" &&
			cxx_module "$dir/cxx_module.so" -O1 &&
			module "$dir/leaves_a_key.so" "$3 -DLEAVE_KEY" "$here/early_module.c"
	) &
	cd "$here" &&
		compile "$dir/librelib_rt.so" $2 -shared $link -Wl,-soname,librelib_rt.so "$rt"/*.c &&
		compile "$dir/tests" $4 $tests "$dir/librelib_rt.so" '-Wl,-rpath,$ORIGIN' -ldl &&
		compile "$dir/short_memory" $4 -Wl,--wrap=calloc short_memory_test.c check.c "$rt"/*.c
	wait
	[ -x "$dir/short_memory" ] && [ -e "$dir/leaves_a_key.so" ]
}

# label, command in front of the tests…
run_all() {
	label=$1
	shift
	for program in tests short_memory; do
		{
			RELIB_TEST_MODULES=$build/$label "$@" "$build/$label/$program" "$label"
			echo $? >"$build/status"
		} | tee -a "$results"
		# 1: a test has failed, and said so
		[ "$(cat "$build/status")" -le 1 ] || report FAIL "[$label] $program runs to its end"
	done
}

leave_out() {
	echo "$1: $2, left out"
}

works() { # options, command in front…
	options=$1
	shift
	printf '#include <stdlib.h>\nint main(void) { free(malloc(1)); return 0; }\n' >"$build/works.c"
	$cc $options "$build/works.c" -o "$build/works" >/dev/null 2>&1 && "$@" "$build/works" >/dev/null 2>&1
}

# The kit compiles in modules however they are built.
for options in "-O0" "-O1" "-O2" "-O3 -fno-builtin" "-Os -fvisibility=default" "-O2 -D_FORTIFY_SOURCE=2" \
	"-O2 -std=gnu11" "-O2 -D_FILE_OFFSET_BITS=64"; do
	if $cc $cflags $options -c "$kit/relib_module.c" -o "$build/kit.o"; then
		report "ok  " "the kit compiles with $options"
	else
		report FAIL "the kit compiles with $options"
	fi
done
if command -v "$cxx" >/dev/null 2>&1; then
	cat >"$build/header.cpp" <<-end
		#include "relib_module.h"
		RELIB_MODULE("1", "")
		RELIB_BEFORE_UNLOAD { relib_panic("no"); }
	end
	tests="cxx_test.c $tests"
	if $cxx -Wall -Wextra -Wpedantic -Werror -fPIC "-I$kit" -c "$build/header.cpp" -o "$build/header.o" &&
		nm "$build/header.o" | grep -q ' T __relib__before_unload$'; then
		report "ok  " "the header serves C++"
	else
		report FAIL "the header serves C++"
	fi
else
	leave_out "C++" "$cxx is not installed"
fi

if build_all plain-O0 -O0 -O0 -O0; then
	run_all plain-O0 env
fi
if build_all plain-O2 -O2 -O2 -O0; then
	run_all plain-O2 env
	if nm -D --defined-only "$build/plain-O2/librelib_rt.so" | grep -v ' relib_rt_' | grep .; then
		report FAIL "librelib_rt exports relib_rt_ functions only"
	else
		report "ok  " "librelib_rt exports relib_rt_ functions only"
	fi
	if nm -D "$build/plain-O2/module.so" |
		grep -E ' (malloc|calloc|realloc|reallocarray|free|strn?dup|(__)?getdelim|getline|pthread_(create|join|detach|setspecific|key_(create|delete))|(thrd|tss)_.*|__cxa_thread_atexit(_impl)?)(@|$)'; then
		report FAIL "a module neither needs nor shows a hooked function"
	else
		report "ok  " "a module neither needs nor shows a hooked function"
	fi
fi

# From here on times mean nothing, and freed addresses are not given out again soon.
export RELIB_TEST_NO_TIMES=1

if build_all plain-O3 -O3 "-O3 -fno-builtin -flto" -O0; then
	run_all plain-O3 env
fi

# Sanitizers may leave their functions to be found in the program.
link=
# librelib_rt, the tests and the modules are all instrumented. The hooks find AddressSanitizer's malloc,
# as it comes first in the process; the module's own calls go through the hooks to it.
options="-O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all"
if works "$options" env; then
	if build_all asan "$options" "$options" "$options"; then
		run_all asan env ASAN_OPTIONS=allocator_may_return_null=1
	fi
else
	leave_out "AddressSanitizer" "does not work with $cc here"
fi

options="-O1 -fsanitize=thread"
unset prefix
for candidate in env "setarch $(uname -m) -R env"; do
	if works "$options" $candidate; then
		prefix=$candidate
		break
	fi
done
if [ -n "${prefix-}" ]; then
	# It cannot see how the C library orders its own accesses to thread-locals. It knows no cancellation, no
	# pthread_clockjoin_np and no thread that joins itself. Its atexit is not bound to a library.
	export RELIB_TEST_OMIT="calls_what_was_left_for_the_end_of_the_process_at_its_own_end
		waits_for_a_thread_that_a_static_destructor_has_started joins_with_a_deadline passes_on_that_a_thread_cannot_join_itself
		joins_a_thread_whose_joiner_was_cancelled forgets_a_thread_that_was_cancelled_at_its_start"
	if build_all tsan "$options" "$options" "$options"; then
		run_all tsan $prefix "TSAN_OPTIONS=allocator_may_return_null=1 ignore_noninstrumented_modules=1"
	fi
	unset RELIB_TEST_OMIT
else
	leave_out "ThreadSanitizer" "does not work with $cc here"
fi

# Left to itself valgrind would take the hooks for an allocator and put its own in their place.
if ! command -v valgrind >/dev/null 2>&1; then
	leave_out valgrind "not installed"
elif build_all valgrind "-O1 -gdwarf-4" "-O1 -gdwarf-4" "-O0 -gdwarf-4"; then
	run_all valgrind valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite \
		--soname-synonyms=somalloc=nouserintercepts
fi

passed=$(grep -c '^ok ' "$results")
failed=$(grep -c '^FAIL' "$results")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
