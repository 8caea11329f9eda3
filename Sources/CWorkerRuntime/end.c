// The functions that end a process. In a cell they end the cell. Every library calls them through its table of
// imported functions, where the program's own definitions come first.
#include "Internal.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static pid_t worker;  // 0 until the worker has started

void gb_end_start(void) { worker = getpid(); }

_Noreturn static void end_now(int status) {
  for (;;) syscall(SYS_exit_group, status);
}

// Ends the cell; in any other process (a child after fork, a program that only links this code) does what the C
// library does.
_Noreturn static void end_cell(int status, const char *name) {
  if (getpid() == worker && gb_self) gb_fail_with_status(GB_END_EXIT, status);
  void (*original)(int) = (void (*)(int))dlsym(RTLD_NEXT, name);
  if (original) original(status);
  end_now(status);
}

GB_EXPORT _Noreturn void exit(int status) { end_cell(status, "exit"); }
GB_EXPORT _Noreturn void _exit(int status) { end_cell(status, "_exit"); }
GB_EXPORT _Noreturn void _Exit(int status) { end_cell(status, "_Exit"); }
GB_EXPORT _Noreturn void quick_exit(int status) { end_cell(status, "quick_exit"); }

GB_EXPORT _Noreturn void abort(void) {
  gb_unblock_signal(SIGABRT);
  for (;;) syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), SIGABRT);
}

_Noreturn void gb_end_process(int status) {
  gb_kill_children(0);
  end_now(status);
}
