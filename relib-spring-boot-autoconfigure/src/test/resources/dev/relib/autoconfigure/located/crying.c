/* SPDX-License-Identifier: Apache-2.0 */
/* The library of an interface that names its location itself. */
#include "crier.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_CRIER)

int32_t crier_announce(int32_t number)
{
	return number + 1;
}
