/* A disk that is watched: loaded before the C library, it writes down every change of a file below SIEGE_ROOT and every
   wait for the disk, each with the moment it began and ended, so that a power cut at any moment can be replayed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct note { uint64_t began, ended; uint32_t what, name; uint64_t at, size; };
enum { WRITE = 1, SYNC = 2, TRUNCATE = 3, RENAME = 4, UNLINK = 5 };

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int ours(const char *path) {
    const char *root = getenv("SIEGE_ROOT");
    return root && !strncmp(path, root, strlen(root)) && !strstr(path, "-shm") && !strstr(path, "-sync");
}

static int named(int fd, char *path) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, PATH_MAX - 1);
    if (size <= 0) return 0;
    path[size] = 0;
    return ours(path);
}

static void note(uint64_t began, uint32_t what, const char *path, uint64_t at, const void *bytes, uint64_t size) {
    static __thread int log = -1;
    static __thread pid_t owner = 0;
    if (log < 0 || owner != getpid()) {
        char name[PATH_MAX];
        owner = getpid();
        snprintf(name, sizeof name, "%s.%d.%ld", getenv("SIEGE_LOG"), owner, (long)syscall(SYS_gettid));
        log = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    struct note head = {began, now(), what, (uint32_t)strlen(path), at, size};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, head.name}, {(void *)bytes, bytes ? size : 0}};
    syscall(SYS_writev, log, parts, 3);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    char path[PATH_MAX];
    REAL(ssize_t, write, int, const void *, size_t);
    int known = fd > 2 && named(fd, path);
    off_t at = known ? lseek(fd, 0, SEEK_CUR) : 0;
    if (known && fcntl(fd, F_GETFL) & O_APPEND) at = lseek(fd, 0, SEEK_END);
    uint64_t began = now();
    ssize_t done = real(fd, bytes, size);
    if (known && done > 0) note(began, WRITE, path, (uint64_t)at, bytes, (uint64_t)done);
    return done;
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *bytes, size_t size, offset at) { \
        char path[PATH_MAX]; \
        REAL(ssize_t, name, int, const void *, size_t, offset); \
        uint64_t began = now(); \
        ssize_t done = real(fd, bytes, size, at); \
        if (done > 0 && named(fd, path)) note(began, WRITE, path, (uint64_t)at, bytes, (uint64_t)done); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define WAIT(name) \
    int name(int fd) { \
        char path[PATH_MAX]; \
        REAL(int, name, int); \
        uint64_t began = now(); \
        int failed = real(fd); \
        if (!failed && named(fd, path)) note(began, SYNC, path, 0, 0, 0); \
        return failed; \
    }
WAIT(fsync)
WAIT(fdatasync)

#define TRUNCATED(name, offset) \
    int name(int fd, offset size) { \
        char path[PATH_MAX]; \
        REAL(int, name, int, offset); \
        uint64_t began = now(); \
        int failed = real(fd, size); \
        if (!failed && named(fd, path)) note(began, TRUNCATE, path, (uint64_t)size, 0, 0); \
        return failed; \
    }
TRUNCATED(ftruncate, off_t)
TRUNCATED(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
    char path[PATH_MAX];
    REAL(int, rename, const char *, const char *);
    uint64_t began = now();
    int failed = real(from, to);
    if (!failed && realpath(to, path) && ours(path)) note(began, RENAME, from, 0, path, strlen(path));
    return failed;
}

int unlink(const char *name) {
    char path[PATH_MAX];
    REAL(int, unlink, const char *);
    int known = realpath(name, path) && ours(path);
    uint64_t began = now();
    int failed = real(name);
    if (!failed && known) note(began, UNLINK, path, 0, 0, 0);
    return failed;
}
