/* Changes how its thread computes. SPDX-License-Identifier: Apache-2.0 */
#include <fenv.h>

#include "halves.h"
#include "signal_processor.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_SIGNAL_PROCESSOR RELIB_CONTRACT_HALVES)

static void flush(void)
{
#if defined(__x86_64__)
	__builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040);
#elif defined(__aarch64__)
	__builtin_aarch64_set_fpcr(__builtin_aarch64_get_fpcr() | 1u << 24);
#endif
}

void signal_processor_flush(void)
{
	flush();
}

void signal_processor_round_up(void)
{
	fesetround(FE_UPWARD);
}

void signal_processor_panic(void)
{
	flush();
	relib_panic("no");
}

double signal_processor_half_by_import(double value)
{
	flush();
	double result = halves_half(value);
	volatile double tiny = 1e-310;
	return tiny / 2 == 0 ? result : -1; /* the module goes on as it wants */
}
