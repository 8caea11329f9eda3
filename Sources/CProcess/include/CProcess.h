#pragma once
#include <sys/types.h>

/// Starts a program in a process group of its own.
///
/// `descriptors[i]` becomes descriptor `i` of the program; all other descriptors are closed. `directory` may be null.
/// Returns 0 or an error number.
int glassbox_spawn(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
                   char *_Nullable const *_Nonnull environment, const char *_Nullable directory,
                   const int *_Nonnull descriptors, int count, pid_t *_Nonnull identifier);

/// A pipe whose two ends no other program inherits. Returns 0 or an error number.
int glassbox_pipe(int *_Nonnull readEnd, int *_Nonnull writeEnd);

/// A pair of connected stream sockets which no other program inherits. Returns 0 or an error number.
int glassbox_socket_pair(int *_Nonnull first, int *_Nonnull second);

/// The environment of this process.
char *_Nullable *_Nonnull glassbox_environment(void);
