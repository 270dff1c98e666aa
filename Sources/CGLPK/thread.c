#include "CGLPK.h"
#include <pthread.h>
#include <stdlib.h>

typedef struct {
  void (*body)(void *info);
  void *info;
} lm_start;

static void *enter(void *argument) {
  lm_start start = *(lm_start *)argument;
  free(argument);
  start.body(start.info);
  return NULL;
}

int lm_thread_start(void (*body)(void *info), void *info) {
  lm_start *start = malloc(sizeof *start);
  pthread_attr_t attributes;
  if (!start) return 0;
  if (pthread_attr_init(&attributes) != 0) {
    free(start);
    return 0;
  }
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 8 << 20);
  start->body = body;
  start->info = info;
  pthread_t thread;
  int code = pthread_create(&thread, &attributes, enter, start);
  pthread_attr_destroy(&attributes);
  if (code != 0) free(start);
  return code == 0;
}
