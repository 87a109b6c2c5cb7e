#include <sqlite3.h>

// SQLite wants a function without arguments and calls it with these three.
static inline int atalaya_on_every_connection(int (*function)(sqlite3 *, char **, const void *)) {
  return sqlite3_auto_extension((void (*)(void))function);
}
