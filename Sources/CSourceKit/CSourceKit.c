#include "CSourceKit.h"

#include <dlfcn.h>
#include <stdio.h>

bool CSourceKitLoad(const char *path, CSourceKitFunctions *functions, char *reason, size_t reasonSize) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *message = dlerror();
    snprintf(reason, reasonSize, "%s", message ? message : "it cannot be loaded");
    return false;
  }
  const struct {
    void *slot;
    const char *symbol;
  } table[] = {
      {&functions->initialize, "sourcekitd_initialize"},
      {&functions->name, "sourcekitd_uid_get_from_cstr"},
      {&functions->nameString, "sourcekitd_uid_get_string_ptr"},
      {&functions->dictionaryCreate, "sourcekitd_request_dictionary_create"},
      {&functions->dictionarySetValue, "sourcekitd_request_dictionary_set_value"},
      {&functions->dictionarySetString, "sourcekitd_request_dictionary_set_stringbuf"},
      {&functions->dictionarySetInteger, "sourcekitd_request_dictionary_set_int64"},
      {&functions->dictionarySetName, "sourcekitd_request_dictionary_set_uid"},
      {&functions->arrayCreate, "sourcekitd_request_array_create"},
      {&functions->arraySetString, "sourcekitd_request_array_set_stringbuf"},
      {&functions->requestRelease, "sourcekitd_request_release"},
      {&functions->send, "sourcekitd_send_request_sync"},
      {&functions->responseDispose, "sourcekitd_response_dispose"},
      {&functions->responseIsError, "sourcekitd_response_is_error"},
      {&functions->responseErrorDescription, "sourcekitd_response_error_get_description"},
      {&functions->responseValue, "sourcekitd_response_get_value"},
      {&functions->valueForKey, "sourcekitd_variant_dictionary_get_value"},
      {&functions->stringForKey, "sourcekitd_variant_dictionary_get_string"},
      {&functions->integerForKey, "sourcekitd_variant_dictionary_get_int64"},
      {&functions->nameForKey, "sourcekitd_variant_dictionary_get_uid"},
      {&functions->arrayCount, "sourcekitd_variant_array_get_count"},
      {&functions->arrayElement, "sourcekitd_variant_array_get_value"},
  };
  for (size_t index = 0; index < sizeof table / sizeof *table; index++) {
    void *address = dlsym(library, table[index].symbol);
    if (!address) {
      snprintf(reason, reasonSize, "it has no function %s", table[index].symbol);
      dlclose(library);
      return false;
    }
    // Every slot is a function pointer, and on the systems that have dlsym all pointers are alike.
    *(void **)table[index].slot = address;
  }
  return true;
}
