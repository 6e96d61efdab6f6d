/* A machine whose faults are switched while a process runs: loaded before the C library, it moves the clock by the seconds that
   the file SIEGE_MACHINE holds, and while its second number is 1 lets the files below SIEGE_ROOT be read only, while it is 2 lets none
   of them become longer. */
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
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *machine;
static char root[PATH_MAX];

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("SIEGE_MACHINE"), *place = getenv("SIEGE_ROOT");
    int opened = file ? (int)syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC) : -1;
    if (opened < 0) return;
    void *seen = mmap(0, 16, PROT_READ, MAP_SHARED, opened, 0);
    if (seen != MAP_FAILED) machine = seen;
    snprintf(root, sizeof root, "%s", place ? place : "");
    close(opened);
}

static int64_t moved(void) { return machine ? machine[0] : 0; }

static int ours(const char *path) { return root[0] && path && !strncmp(path, root, strlen(root)); }

static int shut(const char *path) {
    char whole[PATH_MAX], folder[PATH_MAX];
    if (!machine || machine[1] != 1 || !path) return 0;
    if (realpath(path, whole)) return ours(whole);
    snprintf(folder, sizeof folder, "%s", path);
    char *end = strrchr(folder, '/');
    if (end) *end = 0;
    return ours(realpath(end ? folder : ".", whole));
}

static int here(int fd) {
    char link[40], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0) return 0;
    path[size] = 0;
    return ours(path);
}

static int shut_at(int fd) { return machine && machine[1] == 1 && here(fd); }

static int full_at(int fd, int64_t end) {
    struct stat now;
    return machine && machine[1] == 2 && !fstat(fd, &now) && S_ISREG(now.st_mode) && end > now.st_size && here(fd);
}

int clock_gettime(clockid_t which, struct timespec *at) {
    int failed = (int)syscall(SYS_clock_gettime, which, at);
    if (!failed && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) at->tv_sec += moved();
    return failed;
}

time_t time(time_t *to) {
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    if (to) *to = at.tv_sec;
    return at.tv_sec;
}

int gettimeofday(struct timeval *restrict to, void *restrict zone) {
    struct timespec at;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &at);
    to->tv_sec = at.tv_sec;
    to->tv_usec = at.tv_nsec / 1000;
    return 0;
}

#define READ_ONLY(is_shut) do { if (is_shut) { errno = EROFS; return -1; } } while (0)
#define FULL(is_full) do { if (is_full) { errno = ENOSPC; return -1; } } while (0)
#define WRITES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

#define OPEN(name) \
    int name(const char *path, int how, ...) { \
        va_list more; \
        va_start(more, how); \
        mode_t mode = how & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        READ_ONLY(how & WRITES && shut(path)); \
        return (int)syscall(SYS_openat, AT_FDCWD, path, how, mode); \
    }
OPEN(open)
OPEN(open64)

#define PATH(name, type) \
    int name(const char *path, type more) { \
        REAL(int, name, const char *, type); \
        READ_ONLY(shut(path)); \
        return real(path, more); \
    }
PATH(rename, const char *)
PATH(mkdir, mode_t)

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    READ_ONLY(shut(path));
    return real(path);
}

int access(const char *path, int how) {
    REAL(int, access, const char *, int);
    READ_ONLY(how & W_OK && shut(path));
    return real(path, how);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    READ_ONLY(fd > 2 && shut_at(fd));
    if (fd > 2 && machine && machine[1] == 2) {
        int is_appended = fcntl(fd, F_GETFL) & O_APPEND;
        FULL(full_at(fd, is_appended ? INT64_MAX : (int64_t)lseek(fd, 0, SEEK_CUR) + (int64_t)size));
    }
    return syscall(SYS_write, fd, bytes, size);
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *bytes, size_t size, offset at) { \
        READ_ONLY(shut_at(fd)); \
        FULL(full_at(fd, (int64_t)at + (int64_t)size)); \
        return syscall(SYS_pwrite64, fd, bytes, size, at); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PWRITEV(name, offset) \
    ssize_t name(int fd, const struct iovec *parts, int count, offset at) { \
        int64_t end = (int64_t)at; \
        for (int part = 0; part < count; part++) end += (int64_t)parts[part].iov_len; \
        READ_ONLY(shut_at(fd)); \
        FULL(full_at(fd, end)); \
        return syscall(SYS_pwritev, fd, parts, count, (long)at, 0L); \
    }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

#define TRUNCATE(name, offset) \
    int name(int fd, offset size) { \
        READ_ONLY(shut_at(fd)); \
        FULL(full_at(fd, (int64_t)size)); \
        return (int)syscall(SYS_ftruncate, fd, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
