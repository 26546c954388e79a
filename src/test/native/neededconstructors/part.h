/* SPDX-License-Identifier: Apache-2.0 */
int part_touch(void);
void part_stop(void);
