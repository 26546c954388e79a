package dev.relib.processor;

import java.util.List;
import java.util.Set;

/**
 * Names in snake case that mean something to C and C++ compilers and libraries.
 */
final class CReservedNames {

	/** Keywords of C23 and C++23, macros, and types and functions of the C library. */
	static final Set<String> WORDS = words("""
			alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break
			case catch char char8_t char16_t char32_t class co_await co_return co_yield compl concept const
			const_cast consteval constexpr constinit continue contract_assert decltype default delete do double
			dynamic_cast else enum explicit export extern false float for friend goto if import inline int long
			module mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public
			reflexpr register reinterpret_cast requires restrict return short signed sizeof static static_assert
			static_cast struct switch synchronized template this thread_local throw true try typedef typeid typename
			typeof typeof_unqual union unsigned using virtual void volatile wchar_t while xor xor_eq

			complex errno i386 imaginary linux noreturn stderr stdin stdout unix

			char8_t char16_t char32_t double_t float_t int8_t int16_t int32_t int64_t intmax_t intptr_t max_align_t
			nullptr_t off_t pid_t ptrdiff_t size_t ssize_t time_t uint8_t uint16_t uint32_t uint64_t uintmax_t
			uintptr_t wchar_t wint_t

			aio_cancel aio_error aio_read aio_return aio_write aligned_alloc at_quick_exit call_once clock_getres
			clock_gettime clock_nanosleep clock_settime cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait
			cnd_wait mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_unlink mtx_destroy
			mtx_init mtx_lock mtx_timedlock mtx_trylock mtx_unlock quick_exit sched_yield sem_close sem_destroy
			sem_getvalue sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink sem_wait shm_open shm_unlink
			thrd_create thrd_current thrd_detach thrd_equal thrd_exit thrd_join thrd_sleep thrd_yield timer_create
			timer_delete timer_getoverrun timer_gettime timer_settime timespec_get tss_create tss_delete tss_get
			tss_set
			""");

	/** Headers that the C library or the module kit may include, without extension. */
	static final Set<String> HEADERS = words("""
			alloca assert complex ctype dlfcn endian errno fcntl features fenv float inttypes iso646 limits link
			locale malloc math poll pthread sched semaphore setjmp signal stdalign stdarg stdatomic stdbit stdbool
			stdckdint stddef stdint stdio stdlib stdnoreturn string strings tgmath threads time uchar unistd wchar
			wctype
			""");

	private CReservedNames() {
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.split("\\s+")));
	}

}
