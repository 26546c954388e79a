/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int libusb_init(void **);
void libusb_exit(void *);
void libusb_set_debug(void *, int);

/* Without a bus it says so; with one a thread waits for devices. */
int use(void)
{
	void *context;
	if (libusb_init(&context) == 0) {
		libusb_exit(context);
	}
	return 0;
}

int leave(void)
{
	void *context;
	libusb_init(&context);
	return 0;
}
