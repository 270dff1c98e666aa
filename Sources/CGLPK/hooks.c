#include "internal.h"
#include <string.h>

int lm_asked_to_stop(const lm_call *call) {
  const lm_settings *settings = call->settings;
  return settings && settings->should_stop && settings->should_stop(settings->info);
}

static void keep_message(lm_call *call, const char *text) {
  char *message = call->outcome->message;
  size_t used = glp_at_error() ? strlen(message) : 0;
  size_t room = LM_MESSAGE_SIZE - 1 - used;
  size_t length = strlen(text);
  if (length > room) length = room;
  memcpy(message + used, text, length);
  message[used + length] = 0;
}

// GLPK's terminal output is swallowed; that it comes often is what lets a linear program be stopped.
static int on_output(void *info, const char *text) {
  lm_call *call = info;
  if (text[0] != '\n') keep_message(call, text);
  if (call->armed && !glp_at_error() && lm_asked_to_stop(call)) longjmp(call->back, LM_JUMPED_STOP);
  return 1;
}

// Called in place of abort; must not return.
static void on_error(void *info) {
  lm_call *call = info;
  if (call->armed) longjmp(call->back, LM_JUMPED_ERROR);
}

void lm_hooks_install(lm_call *call) {
  glp_term_hook(on_output, call);
  glp_error_hook(on_error, call);
}
