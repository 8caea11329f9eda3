// Everything that leaves the worker goes through one queue, so that text, displays and the end of a run arrive in the
// order in which they happened. This file is the queue; streams.c and pipes.c fill it.
#include "Internal.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PIECE = 8 * 1024, RUNS = 256 };
static const uint64_t longest_delay = 15000000;  // nanoseconds

typedef struct node {
  struct node *next;
  int kind, run;
  size_t count, capacity;
  uint8_t bytes[];
} node;

typedef struct {
  int run;
  size_t limit, written, hidden_lines, hidden_bytes;
} account;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static node *first, *last;
static size_t waiting;        // bytes of text in the queue
static uint64_t oldest;       // when the first of them was written
static bool is_urgent;
static account accounts[RUNS];

static account *account_of(int run) {
  account *entry = &accounts[(unsigned)run % RUNS];
  if (entry->run != run) *entry = (account){.run = run, .limit = 1 << 20};
  return entry;
}

static node *make_node(int kind, int run, size_t capacity) {
  node *made = malloc(sizeof *made + capacity);
  if (made) *made = (node){.kind = kind, .run = run, .capacity = capacity};
  return made;
}

static void append(node *added) {
  if (!first) oldest = gb_now();
  if (last) last->next = added; else first = added;
  last = added;
}

static size_t lines_in(const uint8_t *bytes, size_t count) {
  size_t lines = 0;
  for (const uint8_t *end = bytes + count; (bytes = memchr(bytes, '\n', (size_t)(end - bytes))); bytes++) lines++;
  return lines;
}

// How much of the text may still be sent. Text is cut at a line's end, or else between two characters.
static size_t admitted(account *entry, const uint8_t *bytes, size_t count) {
  size_t room = entry->limit > entry->written ? entry->limit - entry->written : 0;
  size_t sent = count;
  if (entry->hidden_bytes > 0) {
    sent = 0;
  } else if (count > room) {
    const uint8_t *line = room ? memrchr(bytes, '\n', room) : NULL;
    sent = line ? (size_t)(line - bytes) + 1 : room;
    while (!line && sent > 0 && (bytes[sent] & 0xC0) == 0x80) sent--;
  }
  entry->written += sent;
  entry->hidden_bytes += count - sent;
  if (sent < count) entry->hidden_lines += lines_in(bytes + sent, count - sent);
  return sent;
}

// For a caller that holds the lock.
void gb_output_append_locked(int run, int stream, const uint8_t *bytes, size_t count) {
  size_t sent = admitted(account_of(run), bytes, count);
  node *added = sent ? make_node(stream, run, sent) : NULL;
  if (!added) return;
  memcpy(added->bytes, bytes, sent);
  added->count = sent;
  append(added);
  waiting += sent;
}

void gb_output_text(int run, int stream, const uint8_t *bytes, size_t count) {
  // The bytes are the user's. They are copied before the lock is taken: the copy may fault.
  uint8_t near[1024];
  node *far = NULL;
  if (count <= sizeof near) {
    memcpy(near, bytes, count);
    bytes = near;
  } else {
    far = make_node(stream, run, count);
    if (!far) return;
    memcpy(far->bytes, bytes, count);
    bytes = far->bytes;
  }
  pthread_mutex_lock(&lock);
  size_t sent = admitted(account_of(run), bytes, count);
  bool was_empty = first == NULL, was_small = waiting < PIECE;
  if (sent == 0) {
    free(far);
  } else if (far) {
    far->count = sent;
    append(far);
  } else {
    if (!last || last->kind != stream || last->run != run || last->capacity - last->count < sent) {
      node *added = make_node(stream, run, PIECE);
      if (added) append(added);
    }
    if (last && last->capacity - last->count >= sent) {
      memcpy(last->bytes + last->count, bytes, sent);
      last->count += sent;
    }
  }
  waiting += sent;
  if (was_empty || (was_small && waiting >= PIECE)) pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
}

void gb_output_message(int run, const uint8_t *bytes, size_t count) {
  node *added = make_node(GB_MESSAGE, run, count);
  if (!added) return;
  memcpy(added->bytes, bytes, count);
  added->count = count;
  pthread_mutex_lock(&lock);
  append(added);
  is_urgent = true;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
}

void gb_output_begin(int run, size_t limit) {
  pthread_mutex_lock(&lock);
  accounts[(unsigned)run % RUNS] = (account){.run = run, .limit = limit};
  pthread_mutex_unlock(&lock);
}

void gb_output_end(int run, size_t *hidden_lines, size_t *hidden_bytes) {
  gb_pipes_drain();
  gb_reports_release(run);
  pthread_mutex_lock(&lock);
  account *entry = account_of(run);
  *hidden_lines = entry->hidden_lines;
  *hidden_bytes = entry->hidden_bytes;
  pthread_mutex_unlock(&lock);
}

static void wait_until(uint64_t time) {
  struct timespec limit = {(time_t)(time / 1000000000), (long)(time % 1000000000)};
  pthread_cond_timedwait(&changed, &lock, &limit);
}

// Joins the texts at the head of the queue that belong to one stream of one run.
static node *take_text(bool up_to_line_end) {
  size_t total = 0;
  int kind = first->kind, run = first->run;
  for (node *at = first; at && at->kind == kind && at->run == run; at = at->next) total += at->count;
  node *joined = make_node(kind, run, total);
  if (!joined) return NULL;
  while (first && first->kind == kind && first->run == run) {
    node *next = first->next;
    memcpy(joined->bytes + joined->count, first->bytes, first->count);
    joined->count += first->count;
    free(first);
    first = next;
  }
  if (!first) last = NULL;
  waiting -= joined->count;
  if (up_to_line_end && !first) {
    const uint8_t *line = memrchr(joined->bytes, '\n', joined->count);
    size_t kept = line ? (size_t)(line - joined->bytes) + 1 : joined->count;
    size_t rest = joined->count - kept;
    node *remainder = rest ? make_node(kind, run, rest + PIECE) : NULL;
    if (remainder) {
      memcpy(remainder->bytes, joined->bytes + kept, rest);
      remainder->count = rest;
      joined->count = kept;
      waiting += rest;
      append(remainder);
    }
  }
  oldest = gb_now();
  return joined;
}

gb_piece gb_output_next(void) {
  pthread_mutex_lock(&lock);
  for (;;) {
    while (!first) {
      is_urgent = false;
      gb_reports_release_late();
      if (!first) wait_until(gb_now() + 50000000);
    }
    if (first->kind == GB_MESSAGE) {
      node *taken = first;
      first = taken->next;
      if (!first) last = NULL;
      pthread_mutex_unlock(&lock);
      return (gb_piece){GB_MESSAGE, taken->run, taken->bytes, taken->count, taken};
    }
    uint64_t now = gb_now();
    if (!is_urgent && waiting < PIECE && now < oldest + longest_delay) {
      wait_until(oldest + longest_delay);
      continue;
    }
    // `print` holds the stream's lock from its first character to its last: do not cut through it.
    pthread_mutex_unlock(&lock);
    bool has_stream = is_urgent ? true : gb_stdout_try_lock();
    pthread_mutex_lock(&lock);
    if (!has_stream && gb_now() < oldest + 2 * longest_delay && waiting < 8 * PIECE) {
      wait_until(gb_now() + 500000);
      continue;
    }
    node *taken = first && first->kind != GB_MESSAGE ? take_text(!has_stream) : NULL;
    if (has_stream && !is_urgent) gb_stdout_unlock();
    if (!taken) continue;
    pthread_mutex_unlock(&lock);
    return (gb_piece){taken->kind, taken->run, taken->bytes, taken->count, taken};
  }
}

void gb_output_release(gb_piece piece) { free(piece.storage); }

const char *gb_output_start(void) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &attributes);
  pthread_condattr_destroy(&attributes);
  const char *failure = gb_pipes_start();
  return failure ? failure : gb_streams_start();
}
