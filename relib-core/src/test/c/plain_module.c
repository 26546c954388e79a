/*
 * A library without the kit, which is redirected.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include <signal.h>
#include <stdatomic.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT atomic_int plain_handled;

/* As handlers did when a signal took its handler off. */
static void install_again(int number)
{
	signal(number, install_again);
	atomic_fetch_add(&plain_handled, 1);
}

EXPORT void plain_install_again(int number);
EXPORT void plain_install_again(int number)
{
	signal(number, install_again);
}
