#include "curl_library.h"

#include <dlfcn.h>

namespace warta::watch {
namespace {

constexpr const char* kName = "libcurl.so.4";

CurlLibrary functions;

tl::unexpected<Error> missing(const char* problem) {
  return fail(Why::fetch_failed, std::string("cannot load libcurl (Debian's package libcurl4): ") +
                                     (problem ? problem : "it does not start"));
}

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

Result<void> load() {
  void* const library = ::dlopen(kName, RTLD_NOW | RTLD_LOCAL);  // kept to the end of the process
  if (!library) return missing(::dlerror());
  CurlLibrary& f = functions;
  const bool all =
      find(library, "curl_global_init", f.global_init) && find(library, "curl_easy_init", f.easy_init) &&
      find(library, "curl_easy_cleanup", f.easy_cleanup) && find(library, "curl_easy_reset", f.easy_reset) &&
      find(library, "curl_easy_setopt", f.easy_setopt) && find(library, "curl_easy_getinfo", f.easy_getinfo) &&
      find(library, "curl_easy_strerror", f.easy_strerror) && find(library, "curl_multi_init", f.multi_init) &&
      find(library, "curl_multi_cleanup", f.multi_cleanup) &&
      find(library, "curl_multi_add_handle", f.multi_add_handle) &&
      find(library, "curl_multi_remove_handle", f.multi_remove_handle) &&
      find(library, "curl_multi_perform", f.multi_perform) && find(library, "curl_multi_poll", f.multi_poll) &&
      find(library, "curl_multi_info_read", f.multi_info_read) && find(library, "curl_slist_append", f.slist_append) &&
      find(library, "curl_slist_free_all", f.slist_free_all);
  if (!all) return missing(::dlerror());
  if (f.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return missing(nullptr);
  return {};
}

}  // namespace

Result<void> load_curl() {
  static const Result<void> loaded = load();
  return loaded;
}

const CurlLibrary& curl() { return functions; }

}  // namespace warta::watch
