#include "internal.h"
#include <math.h>

// Below this many active nodes the best bound is looked up at every node; above, at every 64th.
#define FEW_NODES 1000

static void look_at_bound(lm_call *call, glp_tree *tree) {
  lm_outcome *out = call->outcome;
  int node = glp_ios_best_node(tree);
  if (node == 0) return;
  double bound = glp_ios_node_bound(tree, node);
  if (isfinite(bound) && fabs(bound) < 1e300 && (!out->has_bound || bound > out->bound)) {
    out->bound = bound;
    out->has_bound = 1;
  }
}

// Objective values are whole: nothing between incumbent − 1 and the incumbent. The slack is for the solver's error.
static int closes(const lm_call *call, double bound) {
  double slack = 1e-4 + 1e-9 * fabs(bound);
  return call->settings->integral_objective && call->outcome->has_point && bound > call->best - 1 + slack;
}

// Whether GLPK's incumbent is better than the one seen last.
static int take_incumbent(lm_call *call) {
  glp_prob *problem = call->problem;
  lm_outcome *out = call->outcome;
  int status = glp_mip_status(problem);
  if (status != GLP_FEAS && status != GLP_OPT) return 0;
  double objective = glp_mip_obj_val(problem);
  if (out->has_point && objective >= call->best) return 0;
  int columns = glp_get_num_cols(problem);
  for (int j = 0; j < columns; j++) out->values[j] = glp_mip_col_val(problem, j + 1);
  out->objective = call->best = objective;
  out->has_point = 1;
  return 1;
}

static void look_at_incumbent(lm_call *call, glp_tree *tree) {
  if (!take_incumbent(call)) return;
  if (tree) look_at_bound(call, tree);
  const lm_settings *settings = call->settings;
  lm_outcome *out = call->outcome;
  if (settings->on_incumbent) settings->on_incumbent(settings->info, out->objective, out->values, out->bound);
}

// The given point is GLPK's incumbent before the root is branched on; it is no news, so it is not reported.
static void hand_over(lm_call *call, glp_tree *tree) {
  const lm_settings *settings = call->settings;
  if (call->handed_over || !settings->incumbent) return;
  call->handed_over = 1;
  glp_ios_heur_sol(tree, settings->incumbent);
  take_incumbent(call);
}

// An empty row that asks for 1: the node's linear program has no point any more.
static void cut_off(glp_prob *problem) {
  int row = glp_add_rows(problem, 1);
  glp_set_row_bnds(problem, row, GLP_LO, 1, 0);
}

static void stop(lm_call *call, glp_tree *tree, int why) {
  call->outcome->stopped_by = why;
  look_at_bound(call, tree);
  glp_ios_terminate(tree);
}

static void on_node(glp_tree *tree, void *info) {
  lm_call *call = info;
  const lm_settings *settings = call->settings;
  lm_outcome *out = call->outcome;
  int reason = glp_ios_reason(tree), active = 0, nodes = 0;
  glp_ios_tree_size(tree, &active, NULL, &nodes);
  if (reason == GLP_IROWGEN) hand_over(call, tree);
  look_at_incumbent(call, tree);
  out->nodes = nodes;
  out->iterations = glp_get_it_cnt(call->problem);
  if (reason == GLP_IROWGEN && (active < FEW_NODES || ++call->looks % 64 == 0)) look_at_bound(call, tree);
  if (out->stopped_by != LM_RUNNING) return;
  if (out->has_bound && closes(call, out->bound)) return stop(call, tree, LM_CLOSED);
  if (lm_asked_to_stop(call)) return stop(call, tree, LM_ASKED);
  if (nodes > settings->node_limit) return stop(call, tree, LM_NODES);
  if (out->iterations >= settings->iteration_limit) return stop(call, tree, LM_ITERATIONS);
  if (reason == GLP_IROWGEN && closes(call, glp_get_obj_val(call->problem))) cut_off(call->problem);
}

void lm_run_tree(lm_call *call) {
  const lm_settings *settings = call->settings;
  lm_outcome *out = call->outcome;
  glp_prob *problem = call->problem;
  // The root's point is of the relaxation; from here on a point is a whole-number one.
  out->has_point = 0;
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_ALL;
  control.out_frq = 10;
  control.out_dly = 0;
  control.tm_lim = lm_milliseconds_left(call);
  control.br_tech = settings->branching;
  control.bt_tech = settings->backtracking;
  control.mip_gap = settings->relative_gap;
  control.tol_int = settings->integer_tolerance;
  // GLPK multiplies it by the objective: at 1e7 its own 1e-7 would cut off points better by a whole unit.
  control.tol_obj = 1e-9;
  control.gmi_cuts = settings->cuts & LM_CUT_GOMORY ? GLP_ON : GLP_OFF;
  control.mir_cuts = settings->cuts & LM_CUT_ROUNDING ? GLP_ON : GLP_OFF;
  control.cov_cuts = settings->cuts & LM_CUT_COVER ? GLP_ON : GLP_OFF;
  control.clq_cuts = settings->cuts & LM_CUT_CLIQUE ? GLP_ON : GLP_OFF;
  control.cb_func = on_node;
  control.cb_info = call;
  out->stage = LM_STAGE_TREE;
  out->return_code = glp_intopt(problem, &control);
  out->status = glp_mip_status(problem);
  out->iterations = glp_get_it_cnt(problem);
  look_at_incumbent(call, NULL);
}
