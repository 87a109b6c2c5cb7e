#define _GNU_SOURCE
#include "CFuzzGuard.h"

#include <dlfcn.h>
#include <netdb.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* Definitions in the executable take precedence over those of libc for all libraries, so GDAL's and PROJ's calls arrive
   here. Threads count as well: libcurl resolves names in one of its own. */
static atomic_int inside;

void fuzz_guard_enter(void) { atomic_store(&inside, 1); }
void fuzz_guard_leave(void) { atomic_store(&inside, 0); }

static void refuse(const char *what) {
  if (!atomic_load(&inside)) return;
  fprintf(stderr, "FUZZ GUARD: reading called %s\n", what);
  abort();
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int connect(int descriptor, const struct sockaddr *address, socklen_t length) {
  if (address != NULL && address->sa_family != AF_UNIX) refuse("connect");
  return NEXT(connect)(descriptor, address, length);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
  refuse("getaddrinfo");
  return NEXT(getaddrinfo)(node, service, hints, result);
}

int execve(const char *path, char *const arguments[], char *const environment[]) {
  refuse("execve");
  return NEXT(execve)(path, arguments, environment);
}

int posix_spawn(
    pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    char *const arguments[], char *const environment[]) {
  refuse("posix_spawn");
  return NEXT(posix_spawn)(pid, path, actions, attributes, arguments, environment);
}

FILE *popen(const char *command, const char *type) {
  refuse("popen");
  return NEXT(popen)(command, type);
}

int system(const char *command) {
  refuse("system");
  return NEXT(system)(command);
}
