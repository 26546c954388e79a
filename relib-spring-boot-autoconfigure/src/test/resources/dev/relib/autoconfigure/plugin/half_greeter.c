/* SPDX-License-Identifier: Apache-2.0 */
/* Says that it exports the greeter, but not which functions. */
#include "relib_module.h"

RELIB_MODULE("1.0.0", "exports Greeter\n")
