/* A library like any other. */
int plain_answer(void);

int plain_answer(void)
{
	return 42;
}
