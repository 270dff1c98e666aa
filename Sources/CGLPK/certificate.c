#include "internal.h"
#include <math.h>

// Along the ray one non-basic variable moves and the basic ones follow; Swift judges the result.
void lm_extract_ray(lm_call *call) {
  glp_prob *problem = call->problem;
  lm_outcome *out = call->outcome;
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  int moving = glp_get_unbnd_ray(problem);
  if (moving == 0 || !glp_bf_exists(problem)) return;
  int basic = moving <= rows ? glp_get_row_stat(problem, moving) : glp_get_col_stat(problem, moving - rows);
  if (basic == GLP_BS) return;
  int *ind = glp_alloc(rows + 1, sizeof(int));
  double *val = glp_alloc(rows + 1, sizeof(double));
  int length = glp_eval_tab_col(problem, moving, ind, val);
  for (int j = 0; j < columns; j++) out->ray[j] = 0;
  if (moving > rows) out->ray[moving - rows - 1] = 1;
  for (int k = 1; k <= length; k++)
    if (ind[k] > rows) out->ray[ind[k] - rows - 1] = val[k];
  double slope = 0;
  for (int j = 0; j < columns; j++) slope += out->ray[j] * glp_get_obj_coef(problem, j + 1);
  if (slope > 0)
    for (int j = 0; j < columns; j++) out->ray[j] = -out->ray[j];
  out->has_ray = slope != 0;
  glp_free(ind);
  glp_free(val);
}

static void multipliers(lm_call *call, int basic) {
  glp_prob *problem = call->problem;
  lm_outcome *out = call->outcome;
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  int *ind = glp_alloc(rows + columns + 1, sizeof(int));
  double *val = glp_alloc(rows + columns + 1, sizeof(double));
  int length = glp_eval_tab_row(problem, basic, ind, val);
  // x[basic] − Σ α·x[non-basic] vanishes on all points; its coefficients at the rows are the multipliers.
  for (int i = 0; i < rows; i++) out->farkas[i] = 0;
  if (basic <= rows) out->farkas[basic - 1] = 1;
  for (int k = 1; k <= length; k++)
    if (ind[k] <= rows) out->farkas[ind[k] - 1] = -val[k];
  out->has_farkas = 1;
  glp_free(ind);
  glp_free(val);
}

// With no costs every basis is dual feasible, so the dual simplex ends at a basic variable that cannot be mended.
void lm_extract_farkas(lm_call *call) {
  glp_prob *problem = call->problem;
  int columns = glp_get_num_cols(problem);
  int basic = glp_get_unbnd_ray(problem);
  if (basic == 0 || !glp_bf_exists(problem)) {
    double *cost = glp_alloc(columns + 1, sizeof(double));
    for (int j = 1; j <= columns; j++) {
      cost[j] = glp_get_obj_coef(problem, j);
      glp_set_obj_coef(problem, j, 0);
    }
    glp_smcp control;
    glp_init_smcp(&control);
    control.msg_lev = GLP_MSG_ALL;
    control.out_frq = 10;
    control.meth = GLP_DUAL;
    control.it_lim = lm_iterations_left(call);
    control.tm_lim = lm_milliseconds_left(call);
    glp_std_basis(problem);
    int code = glp_simplex(problem, &control);
    basic = code == 0 && glp_get_prim_stat(problem) == GLP_NOFEAS ? glp_get_unbnd_ray(problem) : 0;
    for (int j = 1; j <= columns; j++) glp_set_obj_coef(problem, j, cost[j]);
    glp_free(cost);
  }
  if (basic == 0 || !glp_bf_exists(problem)) return;
  int rows = glp_get_num_rows(problem);
  int status = basic <= rows ? glp_get_row_stat(problem, basic) : glp_get_col_stat(problem, basic - rows);
  if (status == GLP_BS) multipliers(call, basic);
}
