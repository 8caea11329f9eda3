// The threads that run Swift's tasks. The Swift runtime's own pool is Dispatch, which counts its threads and would run
// out of them as tasks trap; here a thread that ends is replaced. The run that enqueues a job owns what it prints.
#include "Internal.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define SWIFT_CALL __attribute__((swiftcall))

typedef struct {
  void *identity;
  uintptr_t implementation;
} executor;

typedef SWIFT_CALL void (*enqueue)(void *job);
typedef SWIFT_CALL void (*enqueue_after)(unsigned long long delay, void *job);
typedef SWIFT_CALL void (*enqueue_at)(long long, long long, long long, long long, int, void *job);

extern SWIFT_CALL void swift_job_run(void *job, executor executor);
extern SWIFT_CALL executor swift_task_getMainExecutor(void);
extern SWIFT_CALL void (*swift_task_enqueueGlobal_hook)(void *, enqueue);
extern SWIFT_CALL void (*swift_task_enqueueGlobalWithDelay_hook)(unsigned long long, void *, enqueue_after);
extern SWIFT_CALL void (*swift_task_enqueueGlobalWithDeadline_hook)(long long, long long, long long, long long, int,
                                                                    void *, enqueue_at);
extern SWIFT_CALL void (*swift_task_enqueueMainExecutor_hook)(void *, enqueue);

typedef struct job {
  struct job *next;
  void *job;
  void (*function)(void *);  // set: `job` is its argument; else a job of Swift's
  int run;
  uint64_t time;
} job;

// A queue and the threads that serve it: the pool, or the one thread of the main actor.
typedef struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  job *first, *last;
  gb_thread *threads;
  int thread_count, idle_count, thread_limit;
} pool;

static const size_t stack_size = 16 << 20;
static pool tasks = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .thread_limit = 4};
static pool main_actor = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .thread_limit = 1};

static _Noreturn void serve(pool *pool, gb_thread *self) {
  executor executor = {NULL, 0};
  if (pool == &main_actor) executor = swift_task_getMainExecutor();
  prctl(PR_SET_NAME, pool == &main_actor ? "main actor" : "tasks", 0, 0, 0);
  pthread_mutex_lock(&pool->lock);
  self->next = pool->threads;
  pool->threads = self;
  for (;;) {
    while (!pool->first) {
      pool->idle_count++;
      pthread_cond_wait(&pool->changed, &pool->lock);
      pool->idle_count--;
    }
    job *taken = pool->first;
    pool->first = taken->next;
    if (!pool->first) pool->last = NULL;
    pthread_mutex_unlock(&pool->lock);
    self->stop = 0;
    self->stop_attempts = 0;
    self->hold_depth = 0;
    self->run = taken->run;
    self->job = taken->job;
    void (*function)(void *) = taken->function;
    free(taken);
    if (function) function(self->job); else swift_job_run(self->job, executor);
    self->job = NULL;
    self->run = 0;
    pthread_mutex_lock(&pool->lock);
  }
}

static void serve_tasks(gb_thread *self) { serve(&tasks, self); }
static void serve_main_actor(gb_thread *self) { serve(&main_actor, self); }

static void add_thread(pool *pool) {
  if (!gb_thread_create(GB_ROLE_POOL, stack_size, pool == &main_actor ? serve_main_actor : serve_tasks)) abort();
}

static void submit(pool *pool, job *added) {
  pthread_mutex_lock(&pool->lock);
  added->next = NULL;
  if (pool->last) pool->last->next = added; else pool->first = added;
  pool->last = added;
  bool needs_thread = pool->idle_count == 0 && pool->thread_count < pool->thread_limit;
  if (needs_thread) pool->thread_count++;
  pthread_cond_signal(&pool->changed);
  pthread_mutex_unlock(&pool->lock);
  if (needs_thread) add_thread(pool);
}

// -- which run a task belongs to ---------------------------------------------------------------------------------------
// A task that waits is enqueued again by whoever wakes it: a timer, a thread of Dispatch, another cell's task. What it
// prints still belongs to the run that began it. The table forgets when two tasks meet in one place, which does no harm.
enum { OWNERS = 4096 };
static struct {
  void *_Atomic job;
  atomic_int run;
} owners[OWNERS];

static int run_of_job(void *swift_job) {
  gb_thread *self = gb_self;
  size_t place = ((uintptr_t)swift_job >> 4) % OWNERS;
  int known = atomic_load(&owners[place].job) == swift_job ? atomic_load(&owners[place].run) : 0;
  int run = 0;
  if (self && self->role == GB_ROLE_CELL) {
    run = self->run;
  } else {
    // A number from an earlier run at this address is one of a task that has ended.
    int own = self && self->role == GB_ROLE_POOL ? self->run : 0;
    run = known > own ? known : own;
    if (!run) run = gb_run_of_writer();
  }
  if (run != known || !known) {
    atomic_store(&owners[place].run, run);
    atomic_store(&owners[place].job, swift_job);
  }
  return run;
}

static job *make_job(void *swift_job, uint64_t time, int run) {
  job *made = malloc(sizeof *made);
  if (!made) abort();
  *made = (job){NULL, swift_job, NULL, run, time};
  return made;
}

static SWIFT_CALL void on_enqueue(void *swift_job, enqueue original) {
  (void)original;
  submit(&tasks, make_job(swift_job, 0, run_of_job(swift_job)));
}

static SWIFT_CALL void on_enqueue_main(void *swift_job, enqueue original) {
  (void)original;
  submit(&main_actor, make_job(swift_job, 0, run_of_job(swift_job)));
}

// -- the main queue ------------------------------------------------------------------------------------------------
// Nobody serves Dispatch's main queue in this process. What the main actor and `DispatchQueue.main` are given goes to
// the thread of the main actor, which is replaced when it ends.
typedef struct {
  void *isa;
  int flags, reserved;
  void (*invoke)(void *);
} block;
static void *(*copy_block)(const void *);
static void (*release_block)(const void *);

static void *main_queue;
static void (*real_async_f)(void *, void *, void (*)(void *));
static void (*real_async)(void *, void *);

static void run_block(void *argument) {
  ((block *)argument)->invoke(argument);
  release_block(argument);
}

static void submit_to_main(void (*function)(void *), void *argument) {
  job *added = make_job(argument, 0, gb_run_of_writer());
  added->function = function;
  submit(&main_actor, added);
}

GB_EXPORT void dispatch_async_f(void *queue, void *argument, void (*function)(void *)) {
  if (main_queue && queue == main_queue) {
    submit_to_main(function, argument);
    return;
  }
  if (!real_async_f) real_async_f = (void (*)(void *, void *, void (*)(void *)))dlsym(RTLD_NEXT, "dispatch_async_f");
  real_async_f(queue, argument, function);
}

GB_EXPORT void dispatch_async(void *queue, void *argument) {
  if (main_queue && queue == main_queue) {
    submit_to_main(run_block, copy_block(argument));
    return;
  }
  if (!real_async) real_async = (void (*)(void *, void *))dlsym(RTLD_NEXT, "dispatch_async");
  real_async(queue, argument);
}

// -- jobs for later ------------------------------------------------------------------------------------------------
static pthread_mutex_t later_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t later_changed;
static job *later;  // sorted by time

static void enqueue_later(void *swift_job, uint64_t time) {
  job *added = make_job(swift_job, time, run_of_job(swift_job));
  pthread_mutex_lock(&later_lock);
  job **place = &later;
  while (*place && (*place)->time <= time) place = &(*place)->next;
  added->next = *place;
  *place = added;
  pthread_cond_signal(&later_changed);
  pthread_mutex_unlock(&later_lock);
}

static void keep_time(void) {
  pthread_mutex_lock(&later_lock);
  for (;;) {
    if (!later) {
      pthread_cond_wait(&later_changed, &later_lock);
      continue;
    }
    if (gb_now() < later->time) {
      struct timespec time = {(time_t)(later->time / 1000000000), (long)(later->time % 1000000000)};
      pthread_cond_timedwait(&later_changed, &later_lock, &time);
      continue;
    }
    job *due = later;
    later = due->next;
    pthread_mutex_unlock(&later_lock);
    submit(&tasks, due);
    pthread_mutex_lock(&later_lock);
  }
}

static uint64_t sum(uint64_t time, uint64_t delay) {
  uint64_t end;
  return __builtin_add_overflow(time, delay, &end) || end > INT64_MAX ? INT64_MAX : end;
}

static SWIFT_CALL void on_enqueue_after(unsigned long long delay, void *swift_job, enqueue_after original) {
  (void)original;
  enqueue_later(swift_job, sum(gb_now(), delay));
}

static SWIFT_CALL void on_enqueue_at(long long seconds, long long nanoseconds, long long tolerance_seconds,
                                     long long tolerance_nanoseconds, int clock, void *swift_job, enqueue_at original) {
  (void)original;
  (void)tolerance_seconds;
  (void)tolerance_nanoseconds;
  // The Swift runtime's clocks: 1 is the continuous one (it counts while the machine sleeps), 2 the suspending one.
  struct timespec now;
  clock_gettime(clock == 1 ? CLOCK_BOOTTIME : CLOCK_MONOTONIC, &now);
  __int128 wait = ((__int128)seconds - now.tv_sec) * 1000000000 + nanoseconds - now.tv_nsec;
  uint64_t delay = wait < 0 ? 0 : wait > INT64_MAX ? INT64_MAX : (uint64_t)wait;
  enqueue_later(swift_job, sum(gb_now(), delay));
}

// -- for the manager -----------------------------------------------------------------------------------------------
void gb_executor_replace(gb_thread *dead) {
  pool *const pools[] = {&tasks, &main_actor};
  for (int i = 0; i < 2; i++) {
    pool *pool = pools[i];
    pthread_mutex_lock(&pool->lock);
    gb_thread **place = &pool->threads;
    while (*place && *place != dead) place = &(*place)->next;
    bool was_here = *place != NULL;
    if (was_here) *place = dead->next;
    pthread_mutex_unlock(&pool->lock);
    if (was_here) add_thread(pool);
  }
}

void gb_stop_pool_threads(int run) {
  pool *const pools[] = {&tasks, &main_actor};
  for (int i = 0; i < 2; i++) {
    pool *pool = pools[i];
    gb_thread *targets[16];
    int count = 0;
    pthread_mutex_lock(&pool->lock);
    for (gb_thread *thread = pool->threads; thread && count < 16; thread = thread->next)
      if (thread->run == run && !thread->is_dead) targets[count++] = thread;
    pthread_mutex_unlock(&pool->lock);
    for (int j = 0; j < count; j++) {
      targets[j]->stop_run = run;
      gb_try_to_stop(targets[j], GB_END_INTERRUPTED, 20);
    }
  }
}

void gb_executor_start(void) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&later_changed, &attributes);
  pthread_condattr_destroy(&attributes);
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (processors > tasks.thread_limit) tasks.thread_limit = processors > 16 ? 16 : (int)processors;
  copy_block = (void *(*)(const void *))dlsym(RTLD_DEFAULT, "_Block_copy");
  release_block = (void (*)(const void *))dlsym(RTLD_DEFAULT, "_Block_release");
  main_queue = dlsym(RTLD_DEFAULT, "_dispatch_main_q");
  swift_task_enqueueGlobal_hook = on_enqueue;
  swift_task_enqueueGlobalWithDelay_hook = on_enqueue_after;
  swift_task_enqueueGlobalWithDeadline_hook = on_enqueue_at;
  swift_task_enqueueMainExecutor_hook = on_enqueue_main;
  gb_service_thread_create("timer", keep_time);
}
