// The functions that end a process. In a cell they end the cell. Every library calls them through its table of
// imported functions, where the program's own definitions come first.
#include "Internal.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static pid_t worker;

__attribute__((constructor)) static void note_process(void) { worker = getpid(); }

_Noreturn static void end_now(int status) {
  for (;;) syscall(SYS_exit_group, status);
}

_Noreturn static void end_cell(int status) {
  // After fork() the child is a process of its own and ends like one.
  if (getpid() != worker || !gb_self) end_now(status);
  gb_fail_with_status(GB_END_EXIT, status);
}

GB_EXPORT _Noreturn void exit(int status) { end_cell(status); }
GB_EXPORT _Noreturn void _exit(int status) { end_cell(status); }
GB_EXPORT _Noreturn void _Exit(int status) { end_cell(status); }
GB_EXPORT _Noreturn void quick_exit(int status) { end_cell(status); }

GB_EXPORT _Noreturn void abort(void) {
  for (;;) syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), SIGABRT);
}

_Noreturn void gb_end_process(int status) {
  gb_kill_children(0);
  end_now(status);
}
