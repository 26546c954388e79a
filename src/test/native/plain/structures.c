/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

typedef struct { int32_t x, y; } point;
typedef struct { double x, y; } place;
typedef struct { float x, y, z; } vector;
typedef struct { int64_t n; double d; } mixed;
typedef struct { int8_t kind; double size; int16_t tag; } padded;
typedef struct { point from, to; int32_t width; } line;
typedef struct { int8_t a; struct { int64_t b; int8_t c; } in; int8_t d; } nested;
typedef struct { char name[8]; int32_t scores[3]; point corners[2]; bool open; int flag; const char *text; } card;

EXPORT int sum(const point *p) { return p->x + p->y; }
EXPORT int sum_value(point p) { return p.x + p.y; }
EXPORT point turn(point p) { return (point) { p.y, p.x }; }
EXPORT place move(place p, double by) { return (place) { p.x + by, p.y + by }; }
EXPORT vector scale(vector v, float by) { return (vector) { v.x * by, v.y * by, v.z * by }; }
EXPORT mixed both(mixed m, int8_t add) { return (mixed) { m.n + add, m.d + add }; }
EXPORT padded pad(padded p) { return (padded) { (int8_t)(p.kind + 1), p.size + 1, (int16_t)(p.tag + 1) }; }
EXPORT line longer(int32_t by, line l) { l.to.x += by; l.width++; return l; }
EXPORT nested deep(nested n) { n.a++; n.in.b++; n.in.c++; n.d++; return n; }
EXPORT double many(point a, place b, int32_t c, mixed d, mixed e, mixed f, vector g, line h, float i)
{
	return a.x + a.y + b.x + b.y + c + d.n + d.d + e.n + e.d + f.n + f.d + g.x + g.y + g.z + h.from.x + h.from.y + h.to.x
			+ h.to.y + h.width + i;
}

static card last;
static char copy[64];

EXPORT int take(const card *c)
{
	last = *c;
	strncpy(copy, c->text != NULL ? c->text : "none", sizeof copy - 1);
	last.text = c->text != NULL ? copy : NULL;
	return (int)sizeof *c;
}

EXPORT const card *taken(void) { return &last; }
EXPORT const point *maybe(int there) { static const point p = { 1, 2 }; return there ? &p : NULL; }
EXPORT int sum_or(const point *p, int none) { return p != NULL ? p->x + p->y : none; }

EXPORT void corners(point *into, int count)
{
	for (int i = 0; i < count; i++) {
		into[i].x += i;
		into[i].y -= i;
	}
}

EXPORT void divide(int32_t a, int32_t b, int32_t *quotient, int64_t *rest, double *exact)
{
	*quotient = a / b;
	*rest = a % b;
	*exact = (double)a / b;
}

EXPORT int explain(int fails, const char **why)
{
	if (fails) {
		*why = "it is broken";
	}
	return fails;
}

EXPORT int count_texts(const char *const *texts)
{
	int count = 0;
	while (texts[count] != NULL) {
		count++;
	}
	return count;
}
