#include "internal.h"
#include <limits.h>
#include <math.h>

int lm_milliseconds_left(const lm_call *call) {
  int limit = call->settings->time_limit_ms;
  if (limit == INT_MAX) return INT_MAX;
  double left = limit - glp_difftime(glp_time(), call->began) * 1000;
  return left > 0 ? (int)left : 0;
}

// The count starts from 0 in every call.
int lm_iterations_left(const lm_call *call) {
  int limit = call->settings->iteration_limit;
  if (limit == INT_MAX) return INT_MAX;
  int used = glp_get_it_cnt(call->problem);
  return used < limit ? limit - used : 0;
}

static void note(lm_call *call, int stage, int code, int status) {
  call->outcome->stage = stage;
  call->outcome->return_code = code;
  call->outcome->status = status;
}

static int simplex(lm_call *call, int method, int presolve) {
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_ALL;
  control.out_frq = 10;
  control.meth = method;
  control.r_test = method == GLP_DUAL ? GLP_RT_FLIP : GLP_RT_HAR;
  control.presolve = presolve ? GLP_ON : GLP_OFF;
  control.it_lim = lm_iterations_left(call);
  control.tm_lim = lm_milliseconds_left(call);
  int code = glp_simplex(call->problem, &control);
  note(call, LM_STAGE_SIMPLEX, code, glp_get_status(call->problem));
  return code;
}

// Whether the run answered the question, or was stopped by a limit.
static int is_settled(const lm_call *call) {
  int code = call->outcome->return_code, status = call->outcome->status;
  if (code == GLP_EITLIM || code == GLP_ETMLIM || code == GLP_ENOPFS) return 1;
  return code == 0 && (status == GLP_OPT || status == GLP_NOFEAS || status == GLP_UNBND);
}

static int spent(const lm_call *call) { return lm_iterations_left(call) == 0; }

static void extract_basic(lm_call *call) {
  glp_prob *problem = call->problem;
  lm_outcome *out = call->outcome;
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  int primal = glp_get_prim_stat(problem), dual = glp_get_dual_stat(problem);
  out->has_point = primal == GLP_FEAS;
  out->has_duals = dual == GLP_FEAS;
  out->objective = glp_get_obj_val(problem);
  // A dual feasible basis bounds the optimum from below by its own objective.
  out->has_bound = dual == GLP_FEAS;
  out->bound = out->objective;
  out->has_basis = 1;
  for (int j = 0; j < columns; j++) {
    out->values[j] = glp_get_col_prim(problem, j + 1);
    out->reduced_costs[j] = glp_get_col_dual(problem, j + 1);
    out->column_status[j] = glp_get_col_stat(problem, j + 1);
  }
  for (int i = 0; i < rows; i++) {
    out->duals[i] = glp_get_row_dual(problem, i + 1);
    out->row_status[i] = glp_get_row_stat(problem, i + 1);
  }
}

// Dual from the standard basis measured best on rosters; where it fails or cannot say more than "dual infeasible",
// the primal decides, once from where the dual ended and once from a fresh basis.
static void run_simplex(lm_call *call) {
  const lm_settings *settings = call->settings;
  simplex(call, settings->method == LM_PRIMAL ? GLP_PRIMAL : GLP_DUAL, settings->presolve);
  if (!is_settled(call) && !spent(call)) simplex(call, GLP_PRIMAL, 0);
  if (!is_settled(call) && !spent(call)) {
    glp_std_basis(call->problem);
    simplex(call, GLP_PRIMAL, 0);
  }
  if (!is_settled(call) && !spent(call)) {
    glp_adv_basis(call->problem, 0);
    simplex(call, GLP_PRIMAL, 0);
  }
  extract_basic(call);
}

static int run_interior(lm_call *call) {
  glp_prob *problem = call->problem;
  lm_outcome *out = call->outcome;
  glp_iptcp control;
  glp_init_iptcp(&control);
  control.msg_lev = GLP_MSG_ALL;
  int code = glp_interior(problem, &control);
  int status = glp_ipt_status(problem);
  note(call, LM_STAGE_INTERIOR, code, status);
  if (code != 0 || status != GLP_OPT) return 0;
  out->has_point = out->has_duals = out->has_bound = 1;
  out->objective = out->bound = glp_ipt_obj_val(problem);
  for (int j = 0; j < glp_get_num_cols(problem); j++) {
    out->values[j] = glp_ipt_col_prim(problem, j + 1);
    out->reduced_costs[j] = glp_ipt_col_dual(problem, j + 1);
  }
  for (int i = 0; i < glp_get_num_rows(problem); i++) out->duals[i] = glp_ipt_row_dual(problem, i + 1);
  return 1;
}

void lm_run(lm_call *call) {
  glp_prob *problem = call->problem;
  const lm_settings *settings = call->settings;
  lm_outcome *out = call->outcome;
  int is_tree = !settings->relaxed && glp_get_num_int(problem) > 0;
  glp_set_it_cnt(problem, 0);
  if (settings->time_limit_ms != INT_MAX) call->began = glp_time();
  if (is_tree || settings->method != LM_INTERIOR || !run_interior(call)) run_simplex(call);
  out->iterations = glp_get_it_cnt(problem);
  if (out->stage != LM_STAGE_SIMPLEX) return;
  if (out->return_code == 0 && out->status == GLP_UNBND) lm_extract_ray(call);
  if (settings->wants_certificate && (out->status == GLP_NOFEAS || out->return_code == GLP_ENOPFS))
    lm_extract_farkas(call);
  if (is_tree && out->return_code == 0 && out->status == GLP_OPT) lm_run_tree(call);
}
