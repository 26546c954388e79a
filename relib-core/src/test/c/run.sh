#!/bin/sh
# Builds librelib_rt, test modules and the tests, and runs them in several flavours: plain, with
# AddressSanitizer and UndefinedBehaviorSanitizer, with ThreadSanitizer, and under valgrind.
#
#     run.sh [build-dir]      CC and CXX choose the compilers; without a build-dir a temporary one is used
#
# SPDX-License-Identifier: Apache-2.0
set -u
here=$(cd "$(dirname "$0")" && pwd)
rt=$here/../../main/c
kit_parts=$here/../../../../relib-module/c
cc=${CC:-cc}
cxx=${CXX:-c++}
if [ $# -gt 0 ]; then
	mkdir -p "$1"
	build=$(cd "$1" && pwd)
else
	build=$(mktemp -d)
	trap 'rm -rf "$build"' EXIT
fi
kit=$build/kit
rm -f "$build"/results.*
strict="-g -fPIC -Wall -Wextra -Wpedantic -Werror -pthread -I$kit -I$rt"
cflags="-std=c11 -fvisibility=hidden $strict"
tests="absent_test.c ages_test.c allocations_test.c descriptors_test.c downcalls_test.c fence_test.c foreign_frees_test.c
	handlers_test.c keys_test.c kit_ages_test.c kits_test.c ledger_test.c locals_test.c log_test.c
	look_hard_test.c look_test.c mappings_test.c panics_test.c parts_test.c plain_test.c sites_test.c texts_test.c
	thread_ends_test.c thread_panics_test.c threads_test.c unload_test.c upcalls_test.c upstream_test.c
	values_test.c fixture.c java.c visitor.c check.c"
! command -v "$cxx" >/dev/null 2>&1 || tests="cxx_test.c $tests"

report() { # result, name
	echo "$1 $2" | tee -a "$results"
}

verdict() { # name; the result of the command before
	if [ $? -eq 0 ]; then
		report "ok  " "$1"
	else
		report FAIL "$1"
	fi
}

leave_out() {
	echo "$1: $2, left out"
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
	compile "$output" $options -shared $link "$@" "$(dirname "$output")/kit.o" -ldl
}

# label, options of librelib_rt, of the modules, of the tests
build_flavour() {
	dir=$build/$1
	rm -rf "$dir"
	mkdir -p "$dir/rt"
	compile "$dir/kit.o" $3 -c "$kit/relib_module.c" &&
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
		compile "$dir/look_module.so" $3 -shared $link "$here/look_module.c" &&
		compile "$dir/plain_module.so" $3 -shared $link "$here/plain_module.c" &&
		compile "$dir/text_module.so" $3 -shared -Wl,-z,notext "$here/text_module.c" &&
		compile "$dir/part.so" $3 -shared $link -Wl,-soname,part.so "$here/part.c" &&
		compile "$dir/needs_part.so" $3 -shared $link "$here/needs_part.c" "$dir/part.so" "-Wl,-rpath,$dir" &&
		cp "$dir/needs_part.so" "$dir/other_needs_part.so" &&
		module "$dir/joins_a_thread.so" "$3" "$here/early_module.c" &&
		module "$dir/leaves_a_thread.so" "$3 -DLEAVE_RUNNING" "$here/early_module.c" &&
		module "$dir/leaves_a_key.so" "$3 -DLEAVE_KEY" "$here/early_module.c" &&
		{ [ ! -e "$build/cxx_module.so" ] || cp "$build/cxx_module.so" "$dir"; } &&
		cd "$dir/rt" &&
		{ $cc $cflags "-I$kit_parts" $2 -c "$rt"/*.c || { report FAIL "[$1] compiles librelib_rt"; false; }; } &&
		compile "$dir/librelib_rt.so" $2 -shared $link -Wl,-soname,librelib_rt.so ./*.o &&
		cd "$here" &&
		compile "$dir/tests" $4 $tests "$dir/librelib_rt.so" '-Wl,-rpath,$ORIGIN' -ldl &&
		compile "$dir/short_memory" $4 -Wl,--wrap=calloc short_memory_test.c ask_test.c file_maps_test.c \
			key_owners_test.c check.c "$dir"/rt/*.o
}

# label, command in front of the tests…
run_flavour() {
	label=$1
	shift
	for program in tests short_memory; do
		{
			RELIB_TEST_MODULES=$build/$label "$@" "$build/$label/$program" "$label"
			echo $? >"$build/$label/status"
		} | tee -a "$results"
		# 1: a test has failed, and said so
		[ "$(cat "$build/$label/status")" -le 1 ] || report FAIL "[$label] $program runs to its end"
	done
}

works() { # options, command in front…
	options=$1
	shift
	probe=$build/probe/$(basename "$results")
	printf '#include <stdlib.h>\nint main(void) { free(malloc(1)); return 0; }\n' >"$probe.c"
	$cc $options "$probe.c" -o "$probe" >/dev/null 2>&1 && "$@" "$probe" >/dev/null 2>&1
}

# The kit compiles in modules however they are built, and its parts compile one by one.
check_kit() {
	for options in "-O0" "-O1" "-O2" "-O3 -fno-builtin" "-Os -fvisibility=default" "-O2 -D_FORTIFY_SOURCE=2" \
		"-O2 -std=gnu11" "-O2 -D_FILE_OFFSET_BITS=64"; do
		$cc $cflags $options -c "$kit/relib_module.c" -o "$build/kit.o"
		verdict "the kit compiles with $options"
		[ "$options" != "-Os -fvisibility=default" ] || mv "$build/kit.o" "$build/visible.o"
	done
	! readelf -sW "$build/visible.o" | grep -E ' GLOBAL +DEFAULT +[0-9]'
	verdict "the kit is hidden whatever the module's options are"
	mkdir -p "$build/parts"
	(cd "$build/parts" && $cc $cflags -c "$kit_parts"/src/*.c && $cc -r -o ../parts.o ./*.o)
	verdict "the parts of the kit compile one by one, and are all of it"
	if command -v "$cxx" >/dev/null 2>&1; then
		cat >"$build/header.cpp" <<-end
			#include "relib_module.h"
			RELIB_MODULE("1", "")
			RELIB_BEFORE_UNLOAD { relib_panic("no"); }
		end
		$cxx -Wall -Wextra -Wpedantic -Werror -fPIC "-I$kit" -c "$build/header.cpp" -o "$build/header.o" &&
			nm "$build/header.o" | grep -q ' T __relib__before_unload$'
		verdict "the header serves C++"
	else
		leave_out "C++" "$cxx is not installed"
	fi
}

# The kit's recipe for C++: its own libstdc++, and nothing to be seen but what the host needs.
build_cxx_module() {
	command -v "$cxx" >/dev/null 2>&1 || return 0
	compile "$build/cxx_kit.o" -O2 -c "$kit/relib_module.c" &&
		$cxx -std=c++17 -O1 $strict -fvisibility=hidden -shared -static-libstdc++ -static-libgcc \
			"-Wl,--version-script=$here/cxx_module.map" -Wl,-z,defs "$here/cxx_module.cpp" "$build/cxx_kit.o" -ldl \
			-o "$build/cxx_module.so" ||
		report FAIL "compiles cxx_module.so"
}

check_symbols() {
	! nm -D --defined-only "$build/plain-O2/librelib_rt.so" | grep -v ' relib_rt_'
	verdict "librelib_rt exports relib_rt_ functions only"
	! nm -D "$build/plain-O2/module.so" |
		grep -E ' (malloc|calloc|realloc|reallocarray|free|strn?dup|(__)?getdelim|getline|pthread_(create|join|detach|setspecific|key_(create|delete))|(thrd|tss)_.*|__cxa_thread_atexit(_impl)?)(@|$)'
	verdict "a module neither needs nor shows a hooked function"
}

plain() {
	! build_flavour plain-O0 -O0 -O0 -O0 || run_flavour plain-O0 env
	if build_flavour plain-O2 -O2 -O2 -O0; then
		run_flavour plain-O2 env
		check_symbols
	fi
	# From here on times mean nothing, and freed addresses are not given out again soon.
	export RELIB_TEST_NO_TIMES=1
	! build_flavour plain-O3 -O3 "-O3 -fno-builtin -flto" -O0 || run_flavour plain-O3 env
}

# librelib_rt, the tests and the modules are all instrumented. The hooks find AddressSanitizer's malloc, as it
# comes first in the process; the module's own calls go through the hooks to it.
address_sanitizer() {
	export RELIB_TEST_OMIT=sees_a_thread_that_was_made_for_an_object_of_the_library
	options="-O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all"
	if ! works "$options" env; then
		leave_out "AddressSanitizer" "does not work with $cc here"
	elif build_flavour asan "$options" "$options" "$options"; then
		# It takes memory for thread-locals that begins 16 bytes behind a page for that of an old C library.
		run_flavour asan env ASAN_OPTIONS=allocator_may_return_null=1:intercept_tls_get_addr=0
	fi
	unset RELIB_TEST_OMIT
}

# It cannot see how the C library orders its own accesses to thread-locals. It knows no cancellation, no
# pthread_clockjoin_np, no thread that joins itself and no thread of a timer. Its atexit is not bound to a library.
# Signals reach a thread that runs only when it sleeps. What a thread begins with is its own, as in AddressSanitizer.
thread_sanitizer() {
	export RELIB_TEST_OMIT="calls_what_was_left_for_the_end_of_the_process_at_its_own_end
		a_function_of_a_timer_may_end_its_thread waits_for_a_thread_that_a_static_destructor_has_started
		joins_with_a_deadline passes_on_that_a_thread_cannot_join_itself
		sees_a_thread_that_runs_inside_until_it_has_returned sees_a_thread_that_was_made_for_an_object_of_the_library
		takes_a_thread_that_blocks_all_signals_for_outside_if_it_has_no_address_of_the_library
		sees_a_thread_of_the_host_that_was_inside_each_time_though_it_was_asked_before
		takes_a_thread_that_blocks_all_signals_for_inside_if_it_has_an_address_of_the_library
		survives_a_stack_that_ends_in_a_made_up_return_address
		survives_a_stack_whose_frames_lead_nowhere takes_no_address_that_was_left_on_the_stack_for_a_frame
		waits_for_no_answer_of_a_thread_that_jumps_away
		joins_a_thread_whose_joiner_was_cancelled forgets_a_thread_that_was_cancelled_at_its_start"
	options="-O1 -fsanitize=thread"
	prefix=
	for candidate in env "setarch $(uname -m) -R env"; do
		[ -n "$prefix" ] || ! works "$options" $candidate || prefix=$candidate
	done
	if [ -z "$prefix" ]; then
		leave_out "ThreadSanitizer" "does not work with $cc here"
	elif build_flavour tsan "$options" "$options" "$options"; then
		run_flavour tsan $prefix "TSAN_OPTIONS=allocator_may_return_null=1 ignore_noninstrumented_modules=1"
	fi
	unset RELIB_TEST_OMIT
}

# Left to itself valgrind would take the hooks for an allocator and put its own in their place. Its threads sleep on
# stacks of its own, where Java can not log. A thread of the C library's or of ours that is there at the end counts
# as a leak.
memory_checker() {
	export RELIB_TEST_OMIT="a_function_of_a_timer_may_end_its_thread
		a_part_that_another_module_comes_to_need_after_its_destructors_goes_on
		a_part_that_another_module_comes_to_need_at_the_last_moment_goes_on
		a_stream_of_a_part_that_the_process_has_opened_as_well_goes_on
		a_handler_that_a_part_has_installed_late_is_taken_off
		a_key_of_a_parts_constructor_is_destroyed_with_its_thread_or_the_module
		a_part_that_stays_with_a_pointer_to_the_module_is_found
		a_part_that_something_else_has_opened_remains a_part_is_redirected_before_its_constructors_run
		a_library_is_gone_when_nothing_of_its_file_is_mapped_where_it_was logs_which_module_ends_the_process
		sees_a_thread_that_began_in_the_library_until_it_has_ended
		sees_a_thread_that_sleeps_inside_until_it_has_returned sees_a_thread_that_runs_inside_until_it_has_returned
		takes_a_thread_that_blocks_all_signals_for_outside_if_it_has_no_address_of_the_library
		sees_a_thread_of_the_host_that_was_inside_each_time_though_it_was_asked_before
		takes_a_thread_that_blocks_all_signals_for_inside_if_it_has_an_address_of_the_library
		survives_a_stack_that_ends_in_a_made_up_return_address survives_a_stack_whose_frames_lead_nowhere
		takes_no_address_that_was_left_on_the_stack_for_a_frame waits_for_no_answer_of_a_thread_that_jumps_away
		sees_a_thread_that_was_made_for_an_object_of_the_library
		is_not_deceived_by_what_a_thread_has_begun_with_on_a_stack
		passes_a_signal_on_to_nobody_where_nobody_had_it
		passes_a_signal_on_with_the_signals_blocked_that_its_handler_wants"
	if ! command -v valgrind >/dev/null 2>&1; then
		leave_out valgrind "not installed"
	elif build_flavour valgrind "-O1 -gdwarf-4" "-O1 -gdwarf-4" "-O0 -gdwarf-4"; then
		run_flavour valgrind valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite \
			--soname-synonyms=somalloc=nouserintercepts
	fi
	unset RELIB_TEST_OMIT
}

sh "$kit_parts/amalgamate.sh" "$kit" || exit 1
mkdir -p "$build/probe"
results=$build/results.cxx
link=-Wl,-z,defs
build_cxx_module

# Two lanes of about the same length, side by side. Sanitizers may leave their functions to be found in the program.
(
	results=$build/results.plain
	plain
	check_kit
	link=
	thread_sanitizer
) &
(
	results=$build/results.checked
	export RELIB_TEST_NO_TIMES=1
	memory_checker
	link=
	address_sanitizer
) &
wait

passed=$(cat "$build"/results.* | grep -c '^ok ')
failed=$(cat "$build"/results.* | grep -c '^FAIL')
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
