#include <sqlite3.h>

// SQLite wants a function without arguments and calls it with these three.
static inline int atalaya_on_every_connection(int (*function)(sqlite3 *, char **, const void *)) {
  return sqlite3_auto_extension((void (*)(void))function);
}

// A function that takes any arguments, which Swift cannot call.
static inline int atalaya_set_option(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}
