#ifndef LASTMETRE_CGLPK_H
#define LASTMETRE_CGLPK_H

#include <stddef.h>

// Everything that Swift sees of GLPK. GLPK's own functions stay out of sight: each of them may abort the process.
// Indices count from 0 on this side; the shim is the one place that adds 1.

#define LM_MESSAGE_SIZE 512

/// What ended a call besides GLPK's own return code.
enum {
  LM_NOT_JUMPED = 0,
  /// GLPK would have aborted; its message is in the outcome, its environment is gone.
  LM_JUMPED_ERROR = 1,
  /// `should_stop` said so inside a linear program; the environment is gone.
  LM_JUMPED_STOP = 2,
};

/// Why the search was told to stop from inside branch and cut.
enum { LM_RUNNING = 0, LM_ASKED = 1, LM_NODES = 2, LM_ITERATIONS = 3, LM_CLOSED = 4 };

/// The part of the solver that gave the return code and the status.
enum { LM_STAGE_NONE = 0, LM_STAGE_SIMPLEX = 1, LM_STAGE_INTERIOR = 2, LM_STAGE_TREE = 3 };

enum { LM_DUAL = 0, LM_PRIMAL = 1, LM_INTERIOR = 2 };

enum { LM_CUT_GOMORY = 1, LM_CUT_ROUNDING = 2, LM_CUT_COVER = 4, LM_CUT_CLIQUE = 8 };

/// GLPK's statuses and return codes under names of this side; the shim asserts that they agree.
enum {
  LM_UNDEFINED = 1, LM_FEASIBLE = 2, LM_INFEASIBLE_POINT = 3, LM_NO_FEASIBLE = 4, LM_OPTIMAL = 5, LM_UNBOUNDED = 6,
};
enum {
  LM_OK = 0, LM_EBADB = 1, LM_ESING = 2, LM_ECOND = 3, LM_EBOUND = 4, LM_EFAIL = 5, LM_EOBJLL = 6, LM_EOBJUL = 7,
  LM_EITLIM = 8, LM_ETMLIM = 9, LM_ENOPFS = 10, LM_ENODFS = 11, LM_EROOT = 12, LM_ESTOP = 13, LM_EMIPGAP = 14,
  LM_ENOFEAS = 15, LM_ENOCVG = 16, LM_EINSTAB = 17,
};

/// A model, or what is new in one that GLPK holds already.
///
/// The arrays by column and by row cover the whole model. Rows and columns beyond those GLPK holds are added; the
/// terms are those of the new rows, and those of new columns in old rows.
typedef struct {
  int rows, columns;
  const double *_Nullable cost, *_Nullable column_lower, *_Nullable column_upper;
  const unsigned char *_Nullable integer;
  const double *_Nullable row_lower, *_Nullable row_upper;
  double constant;
  // By new row: entries row_start[k] ..< row_start[k + 1].
  const ptrdiff_t *_Nullable row_start;
  const int *_Nullable row_column;
  const double *_Nullable row_value;
  // By new column, in old rows; null without any.
  const ptrdiff_t *_Nullable column_start;
  const int *_Nullable column_row;
  const double *_Nullable column_value;
  // Old columns whose bounds or costs, old rows whose bounds have changed.
  int changed_columns, changed_rows;
  const int *_Nullable changed_column, *_Nullable changed_row;
  // The basis to start from, one status a row and a column; null: GLPK's own.
  const int *_Nullable row_status, *_Nullable column_status;
} lm_change;

typedef struct {
  int relaxed;
  int method;
  int presolve;
  // INT_MAX: none.
  int iteration_limit, time_limit_ms, node_limit;
  double relative_gap;
  // How far from whole a value may be that counts as whole.
  double integer_tolerance;
  int integral_objective;
  int cuts;
  // GLPK's numbers of the branching and the backtracking rule.
  int branching, backtracking;
  int wants_certificate;
  // A known feasible point in entries 1 … columns (entry 0 is not read), or null.
  const double *_Nullable incumbent;
  int (*_Nullable should_stop)(void *_Nullable info);
  void (*_Nullable on_incumbent)(
    void *_Nullable info, double objective, const double *_Nonnull values, double bound);
  void *_Nullable info;
} lm_settings;

typedef struct {
  int jumped, stage, return_code, status, stopped_by;
  // 1 where `objective` and `values` describe a feasible point, `bound` a lower limit, and so on.
  int has_point, has_bound, has_duals, has_farkas, has_ray, has_basis;
  double objective, bound;
  int iterations, nodes;
  // Room given by the caller: one number a column (values, reduced_costs, ray, column_status), the rest one a row.
  double *_Nullable values, *_Nullable reduced_costs, *_Nullable ray, *_Nullable duals, *_Nullable farkas;
  int *_Nullable row_status, *_Nullable column_status;
  char message[LM_MESSAGE_SIZE];
} lm_outcome;

/// Builds, solves, extracts and frees in one call. Never aborts; the thread's environment is gone afterwards.
void lm_solve_once(const lm_change *_Nonnull model, const lm_settings *_Nonnull settings, lm_outcome *_Nonnull outcome);

/// A problem that stays on one thread. Every call on that thread; `jumped` in the outcome means that it is empty again.
typedef struct lm_session lm_session;
lm_session *_Nullable lm_session_open(void);
void lm_session_solve(
  lm_session *_Nonnull session, const lm_change *_Nonnull change, const lm_settings *_Nonnull settings,
  lm_outcome *_Nonnull outcome);
void lm_session_close(lm_session *_Nonnull session);

/// Runs `body` on a new thread with room for GLPK; 0 where the system has no thread left.
int lm_thread_start(void (*_Nonnull body)(void *_Nullable info), void *_Nullable info);

/// GLPK's version, as `5.0`.
const char *_Nonnull lm_version(void);

/// Seconds that one `glp_load_matrix` call takes for the model's terms: a yardstick for benchmarks. Negative on failure.
double lm_time_load_matrix(const lm_change *_Nonnull model);

#endif
