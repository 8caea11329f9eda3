// The processes that cells have started. They are found in /proc, because a cell can start them in many ways and a
// child may have children of its own.
#include "Internal.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  pid_t id, parent;
  uint64_t start;
  bool is_ours;
} process;

static bool read_process(pid_t id, process *result) {
  char path[64], text[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)id);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  ssize_t count = read(descriptor, text, sizeof text - 1);
  close(descriptor);
  if (count <= 0) return false;
  text[count] = 0;
  // The second field is the name in parentheses and may contain anything.
  const char *rest = strrchr(text, ')');
  int parent;
  unsigned long long start;
  if (!rest || sscanf(rest + 2, "%*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &parent,
                      &start) != 2)
    return false;
  *result = (process){id, (pid_t)parent, start, false};
  return true;
}

uint64_t gb_ticks_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_BOOTTIME, &time);
  uint64_t frequency = (uint64_t)sysconf(_SC_CLK_TCK);
  return (uint64_t)time.tv_sec * frequency + (uint64_t)time.tv_nsec * frequency / 1000000000;
}

void gb_kill_children(uint64_t since) {
  DIR *directory = opendir("/proc");
  if (!directory) return;
  process *list = NULL;
  size_t count = 0, capacity = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    process found;
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || !read_process(atoi(entry->d_name), &found)) continue;
    if (count == capacity) {
      capacity = capacity ? capacity * 2 : 256;
      process *larger = realloc(list, capacity * sizeof *list);
      if (!larger) break;
      list = larger;
    }
    list[count++] = found;
  }
  closedir(directory);
  // Descendants of this process, however deep.
  pid_t self = getpid();
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (size_t i = 0; i < count; i++) {
      if (list[i].is_ours) continue;
      bool is_ours = list[i].parent == self;
      for (size_t j = 0; j < count && !is_ours; j++) is_ours = list[j].is_ours && list[j].id == list[i].parent;
      if (is_ours) list[i].is_ours = has_changed = true;
    }
  }
  for (size_t i = 0; i < count; i++)
    if (list[i].is_ours && list[i].start >= since) kill(list[i].id, SIGKILL);
  free(list);
}
