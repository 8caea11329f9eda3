// Every thread of the process, whoever starts it, gets an alternate signal stack and a record, so that a fault in it
// can be survived and its output has an owner. That is why `pthread_create` is replaced.
#include "Internal.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { ALTERNATE_SIZE = 64 * 1024, PAGE = 4096, GUARD = 1 << 20 };
static const size_t cell_stack_size = 64 << 20;

_Thread_local gb_thread *gb_self __attribute__((tls_model("initial-exec")));
static pthread_key_t end_of_thread;
static bool has_started;
static int (*real_create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

static uint8_t *map(size_t size, int protection) {
  void *memory = mmap(NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

static void at_end_of_thread(void *argument) {
  gb_thread *thread = argument;
  if (thread->role == GB_ROLE_CELL || thread->role == GB_ROLE_POOL) return;  // the manager may still look at it
  stack_t off = {.ss_flags = SS_DISABLE};
  sigaltstack(&off, NULL);
  gb_self = NULL;
  munmap(thread->alternate_stack, thread->alternate_size);
  free(thread);
}

gb_thread *gb_thread_adopt(gb_role role, int run) {
  gb_thread *thread = calloc(1, sizeof *thread);
  uint8_t *alternate = map(ALTERNATE_SIZE + PAGE, PROT_READ | PROT_WRITE);
  if (!thread || !alternate) return NULL;
  mprotect(alternate, PAGE, PROT_NONE);
  thread->role = role;
  thread->run = run;
  thread->tid = (pid_t)syscall(SYS_gettid);
  thread->alternate_stack = alternate;
  thread->alternate_size = ALTERNATE_SIZE + PAGE;
  stack_t stack = {.ss_sp = alternate + PAGE, .ss_size = ALTERNATE_SIZE};
  sigaltstack(&stack, NULL);
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    void *low;
    size_t size;
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_getguardsize(&attributes, &thread->guard);
    pthread_attr_destroy(&attributes);
    thread->stack_low = low;
    thread->stack_high = (uint8_t *)low + size;
  }
  gb_self = thread;
  pthread_setspecific(end_of_thread, thread);
  return thread;
}

void gb_threads_start(void) {
  pthread_key_create(&end_of_thread, at_end_of_thread);
  real_create = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(RTLD_NEXT, "pthread_create");
  has_started = true;
  gb_thread_adopt(GB_ROLE_SERVICE, 0);
}

int gb_real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
  if (!real_create)
    real_create = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(RTLD_NEXT, "pthread_create");
  return real_create(thread, attributes, start, argument);
}

#if !GB_IS_SANITIZED
// -- threads that the user's code starts -------------------------------------------------------------------------
typedef struct {
  void *(*start)(void *);
  void *argument;
  int run;
} foreign_start;

static void *run_foreign(void *argument) {
  foreign_start start = *(foreign_start *)argument;
  free(argument);
  gb_thread_adopt(GB_ROLE_OTHER, start.run);
  return start.start(start.argument);
}

GB_EXPORT int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
  if (!has_started) return gb_real_pthread_create(thread, attributes, start, argument);
  foreign_start *wrapped = malloc(sizeof *wrapped);
  if (!wrapped) return 12 /* ENOMEM */;
  *wrapped = (foreign_start){start, argument, gb_current_run()};
  int failure = gb_real_pthread_create(thread, attributes, run_foreign, wrapped);
  if (failure) free(wrapped);
  return failure;
}
#endif

// -- threads of the worker ---------------------------------------------------------------------------------------
typedef struct {
  gb_role role;
  void (*body)(gb_thread *);
  atomic_int is_ready;
  gb_thread *thread;
} own_start;

static void *run_own(void *argument) {
  own_start *start = argument;
  void (*body)(gb_thread *) = start->body;
  gb_thread *self = gb_thread_adopt(start->role, 0);
  // A terminal's Ctrl-C must not cut a cell's sleep short.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  start->thread = self;
  atomic_store(&start->is_ready, 1);
  gb_futex_wake(&start->is_ready, 1);
  if (self) body(self);
  return NULL;
}

gb_thread *gb_thread_create(gb_role role, size_t stack_size, void (*body)(gb_thread *)) {
  // A wide guard: a function with a large frame must not step over it.
  uint8_t *memory = map(stack_size + GUARD, PROT_READ | PROT_WRITE);
  if (!memory) return NULL;
  mprotect(memory, GUARD, PROT_NONE);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, memory + GUARD, stack_size);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  own_start start = {.role = role, .body = body};
  pthread_t thread;
  int failure = gb_real_pthread_create(&thread, &attributes, run_own, &start);
  pthread_attr_destroy(&attributes);
  if (failure) {
    munmap(memory, stack_size + GUARD);
    return NULL;
  }
  while (!atomic_load(&start.is_ready)) gb_futex_wait(&start.is_ready, 0, -1);
  if (start.thread) start.thread->guard = GUARD;
  return start.thread;
}

// Gives the memory of a dead thread's stack back, except for the outermost part: other threads may still look at it.
void gb_thread_give_back_stack(gb_thread *thread) {
  enum { KEPT = 256 * 1024 };
  if (thread->role != GB_ROLE_CELL && thread->role != GB_ROLE_POOL) return;
  uint8_t *end = thread->stack_high - KEPT;
  if (end > thread->stack_low) madvise(thread->stack_low, (size_t)(end - thread->stack_low), MADV_DONTNEED);
}

static void cell_loop(gb_thread *self) {
  prctl(PR_SET_NAME, "cell", 0, 0, 0);
  for (;;) {
    while (!atomic_load(&self->has_work)) gb_futex_wait(&self->has_work, 0, -1);
    self->body(self->context);
    atomic_store(&self->has_work, 0);
    gb_notify(GB_NOTICE_DONE, self->run, self);
  }
}

gb_thread *gb_cell_thread_create(void) { return gb_thread_create(GB_ROLE_CELL, cell_stack_size, cell_loop); }

void gb_cell_thread_run(gb_thread *thread, int run, void (*body)(void *), void *context) {
  thread->run = run;
  thread->stop = 0;
  thread->stop_attempts = 0;
  thread->hold_depth = 0;
  thread->allocation_refused = false;
  thread->body = body;
  thread->context = context;
  atomic_store(&thread->has_work, 1);
  gb_futex_wake(&thread->has_work, 1);
}

static void *run_service(void *argument) {
  gb_thread_adopt(GB_ROLE_SERVICE, 0);
  ((void (*)(void))argument)();
  return NULL;
}

void gb_service_thread_create(const char *name, void (*body)(void)) {
  pthread_t thread;
  if (gb_real_pthread_create(&thread, NULL, run_service, (void *)body) == 0) {
    pthread_setname_np(thread, name);
    pthread_detach(thread);
  }
}

static atomic_int active_run;

void gb_set_active_run(int run) { active_run = run; }
void gb_set_current_run(int run) {
  if (gb_self) gb_self->run = run;
}
int gb_latest_run(void) { return active_run; }
int gb_current_run(void) {
  int run = gb_self ? gb_self->run : 0;
  return run ? run : active_run;
}
