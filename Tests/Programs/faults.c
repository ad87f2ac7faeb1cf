// Makes system calls fail, for LD_PRELOAD: a full disk, a broken one, a file that is read in small
// pieces, at the call that a test names.
//
//   FAULT_CALL   read, write, open, mmap, readdir, stat, thread; clock: the time of day goes back at each look
//   FAULT_AT     the number of the call that fails, from 1; 0 for every one
//   FAULT_ERRNO  what it fails with, a number; 0: it does, and only in part (read and write)
//   FAULT_MARK   a file that is made when the call was reached
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int number(const char *name) {
  const char *value = getenv(name);
  return value ? atoi(value) : 0;
}

// Whether this call is the one; sets errno.
static int fails(const char *call) {
  static int count;
  const char *wanted = getenv("FAULT_CALL");
  if (!wanted || strcmp(wanted, call)) return 0;
  int at = number("FAULT_AT");
  if (__atomic_add_fetch(&count, 1, __ATOMIC_RELAXED) != at && at) return 0;
  const char *mark = getenv("FAULT_MARK");
  if (mark) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
  errno = number("FAULT_ERRNO");
  return 1;
}

static size_t part(size_t count) { return count > 1 ? (count < 14 ? 1 : 7) : count; }

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int file, void *buffer, size_t count) {
  if (fails("read")) {
    if (errno) return -1;
    count = part(count);
  }
  return NEXT(read)(file, buffer, count);
}

ssize_t pread(int file, void *buffer, size_t count, off_t offset) {
  if (fails("read")) {
    if (errno) return -1;
    count = part(count);
  }
  return NEXT(pread)(file, buffer, count, offset);
}

ssize_t pread64(int file, void *buffer, size_t count, off64_t offset) {
  return pread(file, buffer, count, offset);
}

ssize_t write(int file, const void *buffer, size_t count) {
  if (fails("write")) {
    if (errno) return -1;
    count = part(count);
  }
  return NEXT(write)(file, buffer, count);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, int) : 0;
  va_end(list);
  if (fails("open")) return -1;
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, int) : 0;
  va_end(list);
  return open(path, flags, mode);
}

void *mmap(void *place, size_t count, int protection, int flags, int file, off_t offset) {
  if (file >= 0 && fails("mmap")) return MAP_FAILED;
  return NEXT(mmap)(place, count, protection, flags, file, offset);
}

void *mmap64(void *place, size_t count, int protection, int flags, int file, off64_t offset) {
  return mmap(place, count, protection, flags, file, offset);
}

struct dirent *readdir(DIR *stream) { return fails("readdir") ? NULL : NEXT(readdir)(stream); }

struct dirent64 *readdir64(DIR *stream) {
  return fails("readdir") ? NULL : NEXT(readdir64)(stream);
}

#define STAT(name, type) \
  int name(const char *path, struct type *status) { \
    return fails("stat") ? -1 : NEXT(name)(path, status); \
  }
STAT(stat, stat)
STAT(stat64, stat64)
STAT(lstat, stat)
STAT(lstat64, stat64)

int fstat(int file, struct stat *status) {
  return fails("stat") ? -1 : NEXT(fstat)(file, status);
}

int fstat64(int file, struct stat64 *status) {
  return fails("stat") ? -1 : NEXT(fstat64)(file, status);
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *), void *argument) {
  return fails("thread") ? errno : NEXT(pthread_create)(thread, attributes, work, argument);
}

// An hour earlier at every look.
static time_t earlier(time_t now) {
  static time_t hours;
  return fails("clock") ? now - 3600 * __atomic_add_fetch(&hours, 1, __ATOMIC_RELAXED) : now;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int status = NEXT(clock_gettime)(clock, now);
  if (clock == CLOCK_REALTIME) now->tv_sec = earlier(now->tv_sec);
  return status;
}

int gettimeofday(struct timeval *now, void *zone) {
  int status = NEXT(gettimeofday)(now, zone);
  now->tv_sec = earlier(now->tv_sec);
  return status;
}

time_t time(time_t *result) {
  time_t now = earlier(NEXT(time)(NULL));
  if (result) *result = now;
  return now;
}
