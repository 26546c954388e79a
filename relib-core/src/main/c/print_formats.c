/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "print_formats.h"

#include "callback_list.h"

#include <printf.h>

int redirected_register_printf_specifier(int format, printf_function *print, printf_arginfo_size_function *arguments)
{
	relib_ledger *ledger = callbacks_caller();
	int error = register_printf_specifier(format, print, arguments);
	if (error == 0 && ledger != NULL && print != NULL) {
		callback_add((struct callback){.ledger = ledger, .kind = CALLBACK_FORMAT, .format = format});
	}
	return error;
}

size_t formats_forget(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *format; (format = callback_find_of(ledger, CALLBACK_FORMAT)) != NULL; count++) {
		register_printf_specifier(format->format, NULL, NULL);
		callback_take_out(format);
	}
	return count;
}
