/* SPDX-License-Identifier: Apache-2.0 */
__attribute__((visibility("default"))) int map_page(void)
{
	return 1;
}
