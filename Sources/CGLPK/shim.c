#include "internal.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

_Static_assert(
  LM_UNDEFINED == GLP_UNDEF && LM_FEASIBLE == GLP_FEAS && LM_INFEASIBLE_POINT == GLP_INFEAS
    && LM_NO_FEASIBLE == GLP_NOFEAS && LM_OPTIMAL == GLP_OPT && LM_UNBOUNDED == GLP_UNBND,
  "statuses");
_Static_assert(
  LM_EBADB == GLP_EBADB && LM_ESING == GLP_ESING && LM_ECOND == GLP_ECOND && LM_EBOUND == GLP_EBOUND
    && LM_EFAIL == GLP_EFAIL && LM_EOBJLL == GLP_EOBJLL && LM_EOBJUL == GLP_EOBJUL && LM_EITLIM == GLP_EITLIM
    && LM_ETMLIM == GLP_ETMLIM && LM_ENOPFS == GLP_ENOPFS && LM_ENODFS == GLP_ENODFS && LM_EROOT == GLP_EROOT
    && LM_ESTOP == GLP_ESTOP && LM_EMIPGAP == GLP_EMIPGAP && LM_ENOFEAS == GLP_ENOFEAS
    && LM_ENOCVG == GLP_ENOCVG && LM_EINSTAB == GLP_EINSTAB,
  "return codes");

struct lm_session {
  glp_prob *problem;
};

static void clear(lm_outcome *out) {
  out->jumped = LM_NOT_JUMPED;
  out->stage = LM_STAGE_NONE;
  out->return_code = out->status = out->stopped_by = 0;
  out->has_point = out->has_bound = out->has_duals = out->has_farkas = out->has_ray = out->has_basis = 0;
  out->objective = out->bound = 0;
  out->iterations = out->nodes = 0;
  out->message[0] = 0;
}

// The only frame that a jump returns to. Everything it needs afterwards lives behind pointers, so that no local can
// be stale. The environment of a call that jumped is in an unknown state and is given back whole.
static glp_prob *guarded(
  glp_prob *problem, const lm_change *change, const lm_settings *settings, lm_outcome *outcome
) {
  lm_call *call = calloc(1, sizeof *call);
  clear(outcome);
  if (!call) {
    outcome->jumped = LM_JUMPED_ERROR;
    strcpy(outcome->message, "no memory");
    glp_free_env();
    return NULL;
  }
  call->settings = settings;
  call->outcome = outcome;
  call->problem = problem;
  lm_hooks_install(call);
  int jumped = setjmp(call->back);
  if (jumped == 0) {
    call->armed = 1;
    if (!call->problem) call->problem = glp_create_prob();
    lm_apply(call, change);
    lm_run(call);
    call->armed = 0;
    glp_term_hook(NULL, NULL);
    glp_error_hook(NULL, NULL);
  } else {
    call->armed = 0;
    outcome->jumped = jumped;
    glp_free_env();
    call->problem = NULL;
  }
  problem = call->problem;
  free(call);
  return problem;
}

void lm_solve_once(const lm_change *model, const lm_settings *settings, lm_outcome *outcome) {
  guarded(NULL, model, settings, outcome);
  glp_free_env();
}

lm_session *lm_session_open(void) { return calloc(1, sizeof(lm_session)); }

void lm_session_solve(
  lm_session *session, const lm_change *change, const lm_settings *settings, lm_outcome *outcome
) {
  session->problem = guarded(session->problem, change, settings, outcome);
}

void lm_session_close(lm_session *session) {
  glp_free_env();
  free(session);
}

const char *lm_version(void) { return glp_version(); }
