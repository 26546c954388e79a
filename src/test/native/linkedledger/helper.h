/* SPDX-License-Identifier: Apache-2.0 */
int helper_start(void);
void helper_stop(void);
int helper_open(void);
void *helper_allocate(unsigned size);
void helper_remember(void);
