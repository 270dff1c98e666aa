#ifndef LASTMETRE_INTERNAL_H
#define LASTMETRE_INTERNAL_H

#define GLP_UNDOC 1
#include "CGLPK.h"
#include <glpk.h>
#include <setjmp.h>

// One call into GLPK: the place to jump back to, and what the hooks need.
typedef struct {
  jmp_buf back;
  // Hooks may jump only while a frame with `back` stands.
  int armed;
  glp_prob *problem;
  const lm_settings *settings;
  lm_outcome *outcome;
  // Branch and cut: the incumbent's objective as last seen, whether the given one was handed over.
  double best;
  int handed_over;
  int looks;
  // When the call began; only read where there is a time limit.
  double began;
} lm_call;

void lm_hooks_install(lm_call *call);
void lm_apply(lm_call *call, const lm_change *change);
void lm_run(lm_call *call);
void lm_run_tree(lm_call *call);
void lm_extract_ray(lm_call *call);
void lm_extract_farkas(lm_call *call);
int lm_asked_to_stop(const lm_call *call);
int lm_milliseconds_left(const lm_call *call);
int lm_iterations_left(const lm_call *call);

#endif
