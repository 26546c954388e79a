/* The functions of both libraries, for JavaCPP. SPDX-License-Identifier: Apache-2.0 */
#include <stddef.h>
#include <stdint.h>

typedef struct { void *ptr; size_t len; } words;

#ifdef __cplusplus
extern "C" {
#endif
int32_t raw_add(uint8_t *, int32_t, int32_t);
int32_t raw_call_back(int32_t (*)(int32_t), int32_t);
int32_t raw_nest(int32_t (*)(int32_t), int32_t);
int64_t raw_allocate(int32_t);
int32_t __relib__Work_add(uint8_t *, int32_t, int32_t);
double __relib__Work_mix(uint8_t *, int32_t, int64_t, double, float, int16_t, int8_t);
words *__relib__Work_copy_bytes(uint8_t *, words);
void __post__relib__Work_copy_bytes(void *);
words *__relib__Work_copy_text(uint8_t *, words);
void __post__relib__Work_copy_text(void *);
void *__relib__Work_price(uint8_t *, const void *);
void __post__relib__Work_price(void *);
#ifdef __cplusplus
}
#endif
