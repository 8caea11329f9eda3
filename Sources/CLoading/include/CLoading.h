#pragma once

#pragma clang assume_nonnull begin

/// Brings the first library of a list that is installed into memory, or none: then NULL, and `dlerror` says why.
///
/// Some libraries look at the environment once, when they come into memory. They see the settings, each `NAME=value`, in place
/// of what the process has under these names; when the library is there the environment is as before. Both lists end with
/// NULL.
void *_Nullable glassbox_open_library(const char *const _Nullable *_Nonnull names,
                                      const char *const _Nullable *_Nonnull settings);

#pragma clang assume_nonnull end
