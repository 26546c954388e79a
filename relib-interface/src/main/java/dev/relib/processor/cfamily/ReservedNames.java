// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cfamily;

import java.util.List;
import java.util.Set;

/**
 * Lists the names that compilers and libraries of C and C++ reserve.
 */
public final class ReservedNames {

	/** Keywords of C23 and C++23, macros, and types and functions of the C library. */
	private static final Set<String> WORDS = words("""
			alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break
			case catch char char8_t char16_t char32_t class co_await co_return co_yield compl concept const
			const_cast consteval constexpr constinit continue contract_assert decltype default delete do double
			dynamic_cast else enum explicit export extern false float for friend goto if import inline int long
			module mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public
			reflexpr register reinterpret_cast requires restrict return short signed sizeof static static_assert
			static_cast struct switch synchronized template this thread_local throw true try typedef typeid typename
			typeof typeof_unqual union unsigned using virtual void volatile wchar_t while xor xor_eq

			complex errno i386 imaginary jmp_buf linux noreturn stderr stdin stdout unix

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
	private static final Set<String> HEADERS = words("""
			alloca assert complex ctype dlfcn endian errno fcntl features fenv float inttypes iso646 limits link
			locale malloc math poll pthread sched semaphore setjmp signal stdalign stdarg stdatomic stdbit stdbool
			stdckdint stddef stdint stdio stdlib stdnoreturn string strings tgmath threads time uchar unistd wchar
			wctype
			""");

	/** Macros and types in capitals of the C library and POSIX. */
	private static final Set<String> MACROS = words("""
			BIG_ENDIAN BOOL_MAX BUFSIZ BYTE_ORDER CHAR_BIT CHAR_MAX CHAR_MIN CLOCKS_PER_SEC CLOCK_BOOTTIME
			CLOCK_BOOTTIME_ALARM CLOCK_MONOTONIC CLOCK_MONOTONIC_COARSE CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID
			CLOCK_REALTIME CLOCK_REALTIME_ALARM CLOCK_REALTIME_COARSE CLOCK_TAI CLOCK_THREAD_CPUTIME_ID DECIMAL_DIG
			DIR DOMAIN E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF EBADFD
			EBADMSG EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED
			ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH
			EHWPOISON EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED
			EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP
			EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENFILE
			ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONET
			ENOPKG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE
			ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOF EOPNOTSUPP EOVERFLOW EOWNERDEAD EPERM EPFNOSUPPORT EPIPE
			EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN
			ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH
			EUSERS EWOULDBLOCK EXDEV EXFULL EXIT_FAILURE EXIT_SUCCESS FALSE FD_CLR FD_ISSET FD_SET FD_SETSIZE
			FD_ZERO FE_ALL_EXCEPT FE_DFL_ENV FE_DFL_MODE FE_DIVBYZERO FE_DOWNWARD FE_INEXACT FE_INVALID
			FE_NOMASK_ENV FE_OVERFLOW FE_TONEAREST FE_TOWARDZERO FE_UNDERFLOW FE_UPWARD FILE FILENAME_MAX FOPEN_MAX
			FP_ILOGB0 FP_ILOGBNAN FP_INFINITE FP_LLOGB0 FP_LLOGBNAN FP_NAN FP_NORMAL FP_SUBNORMAL FP_ZERO F_LOCK
			F_OK F_TEST F_TLOCK F_ULOCK HOST_NAME_MAX HUGE_VAL HUGE_VALF HUGE_VALL I INFINITY INT16_MAX INT16_MIN
			INT32_MAX INT32_MIN INT64_MAX INT64_MIN INT8_MAX INT8_MIN INTMAX_MAX INTMAX_MIN INTPTR_MAX INTPTR_MIN
			INT_MAX INT_MIN IOV_MAX LC_ADDRESS LC_ALL LC_COLLATE LC_CTYPE LC_GLOBAL_LOCALE LC_IDENTIFICATION
			LC_MEASUREMENT LC_MESSAGES LC_MONETARY LC_NAME LC_NUMERIC LC_PAPER LC_TELEPHONE LC_TIME LINE_MAX
			LITTLE_ENDIAN LLONG_MAX LLONG_MIN LOGIN_NAME_MAX LONG_BIT LONG_MAX LONG_MIN MATH_ERREXCEPT MATH_ERRNO
			MAXFLOAT MAX_CANON MAX_INPUT MB_CUR_MAX MB_LEN_MAX MINSIGSTKSZ MQ_PRIO_MAX NAME_MAX NAN NGROUPS_MAX NSIG
			NULL NZERO OVERFLOW PATH_MAX PIPE_BUF POLL_ERR POLL_HUP POLL_IN POLL_MSG POLL_OUT POLL_PRI PTRDIFF_MAX
			PTRDIFF_MIN RAND_MAX RENAME_EXCHANGE RENAME_NOREPLACE RENAME_WHITEOUT RE_DUP_MAX RTSIG_MAX R_OK
			SCHAR_MAX SCHAR_MIN SCHED_BATCH SCHED_DEADLINE SCHED_FIFO SCHED_IDLE SCHED_ISO SCHED_OTHER
			SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SEM_VALUE_MAX SHRT_MAX
			SHRT_MIN SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL
			SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTKSZ SIGSTOP SIGSYS
			SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ
			SIG_ATOMIC_MAX SIG_ATOMIC_MIN SIG_BLOCK SIG_DFL SIG_ERR SIG_HOLD SIG_IGN SIG_SETMASK SIG_UNBLOCK
			SIZE_MAX SSIZE_MAX SS_DISABLE SS_ONSTACK STDERR_FILENO STDIN_FILENO STDOUT_FILENO TEMP_FAILURE_RETRY
			TIMER_ABSTIME TIME_UTC TMP_MAX TRUE TTY_NAME_MAX UCHAR_MAX UINT16_MAX UINT32_MAX UINT64_MAX UINT8_MAX
			UINTMAX_MAX UINTPTR_MAX ULLONG_MAX ULONG_MAX UNDERFLOW USHRT_MAX WCHAR_MAX WCHAR_MIN WCONTINUED WEOF
			WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WINT_MAX WINT_MIN WNOHANG WNOWAIT
			WORD_BIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK X_OK
			""");

	private ReservedNames() {
	}

	/**
	 * Tells whether a name is a keyword, or a macro in lower case, a type or a function
	 * of the C library.
	 * @param name the name
	 * @return {@code true} if no function, parameter or type may have the name
	 */
	public static boolean isWord(String name) {
		return WORDS.contains(name);
	}

	/**
	 * Tells whether C reserves a name, be it a {@linkplain #isWord word} or one of a
	 * reserved form.
	 * @param name the name
	 * @return {@code true} also for names that begin with an underscore or end with
	 * {@code _t}
	 */
	public static boolean isReserved(String name) {
		return isWord(name) || name.startsWith("_") || name.endsWith("_t");
	}

	/**
	 * Tells whether a generated header would hide one that the C library or the module
	 * kit may include.
	 * @param name the name without extension
	 * @return {@code true} for example for {@code math}
	 */
	public static boolean isHeader(String name) {
		return HEADERS.contains(name);
	}

	/**
	 * Tells whether the C library or POSIX may define a name in capitals, as a macro or a
	 * type.
	 * @param name the name
	 * @return {@code true} also for every name that begins with {@code PTHREAD_}
	 */
	public static boolean isMacro(String name) {
		return MACROS.contains(name) || name.startsWith("PTHREAD_");
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.split("\\s+")));
	}

}
