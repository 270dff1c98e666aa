#include <glpk.h>
int lm_x(void);
