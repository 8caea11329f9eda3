#include "CLoading.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// `setenv` moves and changes what other threads may be reading at this moment, without a lock: a program that asks for its
// environment while the first matrices are multiplied would end. So a whole environment is put in place of the other one,
// and neither is ever changed or freed.

extern char **environ;

/// All that were made, so that nobody takes them for forgotten memory.
struct made {
  struct made *before;
  char *lines[];
};
static struct made *latest;

static int sets(const char *setting, const char *line) {
  size_t length = (size_t)(strchr(setting, '=') - setting) + 1;
  return strncmp(setting, line, length) == 0;
}

/// A copy of an environment with some settings. NULL if there is no memory.
static char **environment_with(char **lines, const char *const *settings) {
  size_t count = 0, added = 0;
  while (lines && lines[count]) count++;
  while (settings[added]) added++;
  struct made *made = malloc(sizeof *made + (count + added + 1) * sizeof *lines);
  if (!made) return NULL;
  size_t next = 0;
  for (size_t i = 0; i < count; i++) {
    int is_set = 0;
    for (size_t j = 0; j < added; j++) is_set |= sets(settings[j], lines[i]);
    if (!is_set) made->lines[next++] = lines[i];
  }
  for (size_t j = 0; j < added; j++) made->lines[next++] = (char *)settings[j];
  made->lines[next] = NULL;
  made->before = __atomic_exchange_n(&latest, made, __ATOMIC_ACQ_REL);
  return made->lines;
}

void *glassbox_open_library(const char *const *names, const char *const *settings) {
  char **before = __atomic_load_n(&environ, __ATOMIC_ACQUIRE);
  char **lines = environment_with(before, settings);
  if (lines) __atomic_store_n(&environ, lines, __ATOMIC_RELEASE);
  void *library = NULL;
  for (; !library && *names; names++) library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  // Whoever changed the environment meanwhile made one of their own: that one stays.
  if (lines) __atomic_compare_exchange_n(&environ, &lines, before, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
  return library;
}
