// Whose code is at an address? The answer decides where a thread may be stopped and to whom its output belongs.
// `_dl_find_object` takes no lock and may be called in a signal handler; `dladdr` may not.
#include "Internal.h"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <string.h>

static const struct link_map *this_program;

typedef struct { uintptr_t start, end; } range;
static range delicate[48];
static int delicate_count;
static range locking[8];
static int locking_count;
static range allocating[12];
static int allocating_count;

static void add(range *list, int *count, int capacity, const char *name) {
  void *address = dlsym(RTLD_DEFAULT, name);
  Dl_info information;
  const ElfW(Sym) *symbol = NULL;
  if (!address || *count == capacity) return;
  size_t size = 1;
  if (dladdr1(address, &information, (void **)&symbol, RTLD_DL_SYMENT) && symbol) size = symbol->st_size;
  list[(*count)++] = (range){(uintptr_t)address, (uintptr_t)address + size};
}

void gb_code_start(void) {
  struct dl_find_object object;
  if (_dl_find_object((void *)gb_code_start, &object) == 0) this_program = object.dlfo_link_map;
  // Calls that may hold a lock of the C library while they wait for the system.
  static const char *const names[] = {
      "fork", "vfork", "posix_spawn", "posix_spawnp", "popen", "localtime", "localtime_r", "mktime", "tzset", "strftime",
      "getpwnam", "getpwuid", "getgrnam", "getgrgid", "getaddrinfo", "gethostbyname", "setlocale", "newlocale", "syslog",
      "dlopen", "dlclose", "dlsym", "dladdr", "dl_iterate_phdr", "pthread_create", "pthread_once", "atexit",
      "__cxa_atexit", "iconv_open", "setenv", "unsetenv", "putenv"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) add(delicate, &delicate_count, 48, names[i]);
  static const char *const locks[] = {"pthread_mutex_lock", "pthread_rwlock_rdlock", "pthread_rwlock_wrlock",
                                      "pthread_spin_lock"};
  for (size_t i = 0; i < sizeof locks / sizeof *locks; i++) add(locking, &locking_count, 8, locks[i]);
  static const char *const allocators[] = {"__libc_malloc", "__libc_free", "__libc_calloc", "__libc_realloc",
                                           "__libc_memalign", "malloc_usable_size", "malloc_trim", "posix_memalign"};
  for (size_t i = 0; i < sizeof allocators / sizeof *allocators; i++)
    add(allocating, &allocating_count, 12, allocators[i]);
}

static bool contains(const range *list, int count, uint64_t address) {
  for (int i = 0; i < count; i++)
    if (address >= list[i].start && address < list[i].end) return true;
  return false;
}

bool gb_is_delicate_call(uint64_t function) { return contains(delicate, delicate_count, function); }
bool gb_is_allocator_call(uint64_t function) { return contains(allocating, allocating_count, function); }
bool gb_is_lock_call(uint64_t function) { return contains(locking, locking_count, function); }

static bool starts_with(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

gb_code gb_code_at(uint64_t pc) {
  struct dl_find_object object;
  if (_dl_find_object((void *)pc, &object) != 0) return GB_CODE_UNKNOWN;
  if (object.dlfo_link_map == this_program) return GB_CODE_RUNTIME;
  const char *path = object.dlfo_link_map->l_name;
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  if (starts_with(name, "ld-linux")) return GB_CODE_LOADER;
  if (starts_with(name, "libc.so")) return GB_CODE_LIBC;
  if (starts_with(name, "libdispatch.so")) return GB_CODE_DISPATCH;
  if (starts_with(name, "libFoundation") || starts_with(name, "libswiftDispatch") ||
      starts_with(name, "libswiftSynchronization"))
    return GB_CODE_WAITER;
  if (starts_with(name, "libswift") || starts_with(name, "lib_") || starts_with(name, "libBlocksRuntime") ||
      starts_with(name, "linux-vdso") || starts_with(path, "/lib") || starts_with(path, "/usr/lib"))
    return GB_CODE_SYSTEM;
  return GB_CODE_USER;
}

// -- which run a module's code belongs to ------------------------------------------------------------------------
// Written by the manager only; read by any thread, also in handlers. The table only grows.
enum { MODULE_LIMIT = 1 << 14 };
static struct { const struct link_map *_Atomic map; atomic_int run; } modules[MODULE_LIMIT];
static atomic_int module_count;

void gb_set_run_of_library(const void *address, int run) {
  struct dl_find_object object;
  if (_dl_find_object((void *)address, &object) != 0) return;
  int count = module_count;
  for (int i = 0; i < count; i++)
    if (modules[i].map == object.dlfo_link_map) {
      modules[i].run = run;
      return;
    }
  if (count == MODULE_LIMIT) return;
  modules[count].run = run;
  modules[count].map = object.dlfo_link_map;
  module_count = count + 1;
}

int gb_run_of_code(uint64_t pc) {
  struct dl_find_object object;
  if (_dl_find_object((void *)pc, &object) != 0) return 0;
  for (int i = module_count - 1; i >= 0; i--)
    if (modules[i].map == object.dlfo_link_map) return modules[i].run;
  return 0;
}

// -- loading ---------------------------------------------------------------------------------------------------------
void *gb_load(const char *path, const char **failure) {
  void *handle = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  *failure = handle ? NULL : dlerror();
  return handle;
}

const char *gb_library_of(uint64_t address, uint64_t *offset) {
  struct dl_find_object object;
  if (_dl_find_object((void *)address, &object) != 0) {
    *offset = address;
    return "";
  }
  *offset = address - object.dlfo_link_map->l_addr;
  return object.dlfo_link_map->l_name;
}
