/*
 * Loaded under a program (LD_PRELOAD), makes a call that writes fail at a chosen moment, as a broken or full disk
 * would. It counts the calls on files below LONGHAND_FAULTS_IN; what is to happen stands in the file that
 * LONGHAND_FAULTS names, which both sides map or write: four 32-bit numbers.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct plan {
  volatile int32_t at;       /* the call that fails, from 1; 0 for none */
  volatile int32_t seen;     /* calls so far */
  volatile int32_t error;    /* errno of the failure */
  volatile int32_t lasting;  /* whether all calls after it fail too */
};

static struct plan *plan;
static char folder[PATH_MAX];

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("LONGHAND_FAULTS"), *in = getenv("LONGHAND_FAULTS_IN");
  if (!file || !in) return;
  int fd = open(file, O_RDWR);
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof(struct plan), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (mapped == MAP_FAILED) return;
  strncpy(folder, in, sizeof folder - 1);
  plan = mapped;
}

static int fails_now(void) {
  int32_t seen = __sync_add_and_fetch(&plan->seen, 1);
  if (seen != plan->at && !(plan->lasting && seen > plan->at)) return 0;
  errno = plan->error;
  return 1;
}

static int path_fails(const char *path) {
  return plan && plan->at && path && strncmp(path, folder, strlen(folder)) == 0 && fails_now();
}

static int file_fails(int fd) {
  if (!plan || !plan->at) return 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  /* The index of the log is shared memory: losing it loses nothing. */
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
  return strncmp(path, folder, strlen(folder)) == 0 && fails_now();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t size) {
  return file_fails(fd) ? -1 : REAL(write)(fd, bytes, size);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return file_fails(fd) ? -1 : REAL(writev)(fd, parts, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  return file_fails(fd) ? -1 : REAL(pwrite)(fd, bytes, size, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  return file_fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, size, at);
}
int fsync(int fd) { return file_fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return file_fails(fd) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return file_fails(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return file_fails(fd) ? -1 : REAL(ftruncate64)(fd, size); }
int rename(const char *from, const char *to) { return path_fails(to) ? -1 : REAL(rename)(from, to); }
int mkdir(const char *path, mode_t mode) { return path_fails(path) ? -1 : REAL(mkdir)(path, mode); }

static int opens_to_write(const char *path, int flags) {
  size_t length = path ? strlen(path) : 0;
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
  return (flags & O_CREAT) && path_fails(path);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens_to_write(path, flags) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens_to_write(path, flags) ? -1 : REAL(open64)(path, flags, mode);
}
