#include "internal.h"
#include <math.h>

static int bound_type(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  return isinf(upper) ? GLP_LO : GLP_DB;
}

static void set_column(glp_prob *problem, const lm_change *change, int j) {
  double lower = change->column_lower[j], upper = change->column_upper[j];
  glp_set_col_bnds(problem, j + 1, bound_type(lower, upper), lower, upper);
  glp_set_obj_coef(problem, j + 1, change->cost[j]);
}

static void set_row(glp_prob *problem, const lm_change *change, int i) {
  double lower = change->row_lower[i], upper = change->row_upper[i];
  glp_set_row_bnds(problem, i + 1, bound_type(lower, upper), lower, upper);
}

// Copies entries into arrays that count from 1, as GLPK wants them.
static int gather(const int *index, const double *value, ptrdiff_t from, ptrdiff_t to, int *ind, double *val) {
  int length = 0;
  for (ptrdiff_t k = from; k < to; k++) {
    ind[++length] = index[k] + 1;
    val[length] = value[k];
  }
  return length;
}

static int longest(const ptrdiff_t *start, int count) {
  ptrdiff_t most = 0;
  for (int k = 0; k < count; k++)
    if (start[k + 1] - start[k] > most) most = start[k + 1] - start[k];
  return (int)most;
}

static void set_rows(glp_prob *problem, const lm_change *change, int from) {
  int count = change->rows - from;
  if (count <= 0 || !change->row_start) return;
  int most = longest(change->row_start, count);
  int *ind = glp_alloc(most + 1, sizeof(int));
  double *val = glp_alloc(most + 1, sizeof(double));
  for (int k = 0; k < count; k++) {
    int length = gather(
      change->row_column, change->row_value, change->row_start[k], change->row_start[k + 1], ind, val);
    glp_set_mat_row(problem, from + k + 1, length, ind, val);
  }
  glp_free(ind);
  glp_free(val);
}

static void set_columns(glp_prob *problem, const lm_change *change, int from) {
  int count = change->columns - from;
  if (count <= 0 || !change->column_start) return;
  int most = longest(change->column_start, count);
  int *ind = glp_alloc(most + 1, sizeof(int));
  double *val = glp_alloc(most + 1, sizeof(double));
  for (int k = 0; k < count; k++) {
    int length = gather(
      change->column_row, change->column_value, change->column_start[k], change->column_start[k + 1], ind, val);
    glp_set_mat_col(problem, from + k + 1, length, ind, val);
  }
  glp_free(ind);
  glp_free(val);
}

static void set_basis(glp_prob *problem, const lm_change *change) {
  for (int i = 0; i < change->rows; i++) glp_set_row_stat(problem, i + 1, change->row_status[i]);
  for (int j = 0; j < change->columns; j++) glp_set_col_stat(problem, j + 1, change->column_status[j]);
}

void lm_apply(lm_call *call, const lm_change *change) {
  glp_prob *problem = call->problem;
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  int fresh = rows == 0 && columns == 0;
  if (change->rows > rows) glp_add_rows(problem, change->rows - rows);
  if (change->columns > columns) glp_add_cols(problem, change->columns - columns);
  for (int i = rows; i < change->rows; i++) set_row(problem, change, i);
  for (int j = columns; j < change->columns; j++) {
    set_column(problem, change, j);
    if (change->integer[j]) glp_set_col_kind(problem, j + 1, GLP_IV);
  }
  for (int k = 0; k < change->changed_rows; k++) set_row(problem, change, change->changed_row[k]);
  for (int k = 0; k < change->changed_columns; k++) set_column(problem, change, change->changed_column[k]);
  glp_set_obj_coef(problem, 0, change->constant);
  // Columns first: their terms are in old rows only, and a new row's terms would be replaced otherwise.
  set_columns(problem, change, columns);
  set_rows(problem, change, rows);
  if (fresh) {
    glp_scale_prob(problem, GLP_SF_AUTO);
    glp_std_basis(problem);
  }
  if (change->row_status && change->column_status) set_basis(problem, change);
}
