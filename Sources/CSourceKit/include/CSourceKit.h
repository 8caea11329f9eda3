#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The part of the toolchain's sourcekitd interface that completion and inspection need. The library is loaded at run
// time, because its place depends on the toolchain; so its functions are a table and not symbols to link.

/// A name that the library hands out once per spelling.
typedef struct CSourceKitName *CSourceKitName;

/// A request under construction.
typedef void *CSourceKitObject;

/// An answer; values taken from it live as long as it does.
typedef void *CSourceKitResponse;

/// A value within an answer.
typedef struct {
  uint64_t data[3];
} CSourceKitValue;

/// The functions of a loaded library; none is null after `CSourceKitLoad` has returned true.
typedef struct {
  void (*initialize)(void);
  CSourceKitName (*name)(const char *string);
  const char *(*nameString)(CSourceKitName name);
  CSourceKitObject (*dictionaryCreate)(const CSourceKitName *keys, const CSourceKitObject *values, size_t count);
  void (*dictionarySetValue)(CSourceKitObject dictionary, CSourceKitName key, CSourceKitObject value);
  void (*dictionarySetString)(CSourceKitObject dictionary, CSourceKitName key, const char *bytes, size_t count);
  void (*dictionarySetInteger)(CSourceKitObject dictionary, CSourceKitName key, int64_t value);
  void (*dictionarySetName)(CSourceKitObject dictionary, CSourceKitName key, CSourceKitName value);
  CSourceKitObject (*arrayCreate)(const CSourceKitObject *objects, size_t count);
  void (*arraySetString)(CSourceKitObject array, size_t index, const char *bytes, size_t count);
  void (*requestRelease)(CSourceKitObject request);
  CSourceKitResponse (*send)(CSourceKitObject request);
  void (*responseDispose)(CSourceKitResponse response);
  bool (*responseIsError)(CSourceKitResponse response);
  const char *(*responseErrorDescription)(CSourceKitResponse response);
  CSourceKitValue (*responseValue)(CSourceKitResponse response);
  CSourceKitValue (*valueForKey)(CSourceKitValue dictionary, CSourceKitName key);
  const char *(*stringForKey)(CSourceKitValue dictionary, CSourceKitName key);
  int64_t (*integerForKey)(CSourceKitValue dictionary, CSourceKitName key);
  CSourceKitName (*nameForKey)(CSourceKitValue dictionary, CSourceKitName key);
  size_t (*arrayCount)(CSourceKitValue array);
  CSourceKitValue (*arrayElement)(CSourceKitValue array, size_t index);
} CSourceKitFunctions;

/// Appends to an array of a request.
#define CSOURCEKIT_APPEND ((size_t)-1)

/// Loads the library at `path` and fills the table. On failure, returns false and writes the reason into `reason`.
bool CSourceKitLoad(const char *path, CSourceKitFunctions *functions, char *reason, size_t reasonSize);
