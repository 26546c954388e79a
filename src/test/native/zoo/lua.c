/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *luaL_newstate(void);
void luaL_openlibs(void *);
int luaL_loadstring(void *, const char *);
int lua_pcallk(void *, int, int, int, intptr_t, void *);
long long lua_tointegerx(void *, int, int *);
void lua_close(void *);

static void *run(const char *script)
{
	void *state = luaL_newstate();
	if (state == NULL) {
		return NULL;
	}
	luaL_openlibs(state);
	if (luaL_loadstring(state, script) != 0 || lua_pcallk(state, 0, 1, 0, 0, NULL) != 0) {
		lua_close(state);
		return NULL;
	}
	return state;
}

int use(void)
{
	void *state = run("local t = {} for i = 1, 100 do t[i] = i end return #t");
	CHECK(state != NULL);
	CHECK(lua_tointegerx(state, -1, NULL) == 100);
	lua_close(state);
	/* An error leaves by longjmp. */
	CHECK(run("error('no')") == NULL);
	return 0;
}

int leave(void)
{
	CHECK(run("f = io.open('/dev/null') return 1") != NULL);
	return 0;
}
