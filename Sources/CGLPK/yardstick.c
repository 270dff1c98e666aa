#include "internal.h"
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

double lm_time_load_matrix(const lm_change *model) {
  ptrdiff_t count = model->row_start[model->rows];
  int *ia = malloc((count + 1) * sizeof(int)), *ja = malloc((count + 1) * sizeof(int));
  double *ar = malloc((count + 1) * sizeof(double));
  double seconds = -1;
  if (ia && ja && ar) {
    ptrdiff_t k = 0;
    for (int i = 0; i < model->rows; i++)
      for (; k < model->row_start[i + 1]; k++) {
        ia[k + 1] = i + 1;
        ja[k + 1] = model->row_column[k] + 1;
        ar[k + 1] = model->row_value[k];
      }
    glp_prob *problem = glp_create_prob();
    glp_add_rows(problem, model->rows);
    glp_add_cols(problem, model->columns);
    double start = now();
    glp_load_matrix(problem, (int)count, ia, ja, ar);
    seconds = now() - start;
    glp_free_env();
  }
  free(ia);
  free(ja);
  free(ar);
  return seconds;
}
