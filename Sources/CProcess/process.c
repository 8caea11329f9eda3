// Starting programs needs a few calls that glibc offers only as extensions and Swift's Glibc module leaves out.
#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

int glassbox_spawn(const char *path, char *const *arguments, char *const *environment, const char *directory,
                   const int *descriptors, int count, pid_t *identifier) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t signals;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  if (directory) posix_spawn_file_actions_addchdir_np(&actions, directory);
  for (int i = 0; i < count; i++) {
    if (descriptors[i] < 0)
      posix_spawn_file_actions_addopen(&actions, i, "/dev/null", O_RDWR, 0);
    else
      posix_spawn_file_actions_adddup2(&actions, descriptors[i], i);
  }
  posix_spawn_file_actions_addclosefrom_np(&actions, count);
  // The program starts with the usual reactions to signals, whatever this process has made of its own.
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigfillset(&signals);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int status = posix_spawn(identifier, path, &actions, &attributes, (char **)arguments, (char **)environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return status;
}

int glassbox_pipe(int *readEnd, int *writeEnd) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  *readEnd = ends[0];
  *writeEnd = ends[1];
  return 0;
}

int glassbox_socket_pair(int *first, int *second) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  *first = ends[0];
  *second = ends[1];
  return 0;
}

char **glassbox_environment(void) {
  extern char **environ;
  return environ;
}
