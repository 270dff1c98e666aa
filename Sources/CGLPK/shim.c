#include "CGLPK.h"
int lm_x(void){return 0;}
