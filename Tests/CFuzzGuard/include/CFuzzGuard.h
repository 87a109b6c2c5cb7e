#ifndef C_FUZZ_GUARD_H
#define C_FUZZ_GUARD_H

/* Between these two calls the process may open no connection and start no program; it ends with a message if it does. */
void fuzz_guard_enter(void);
void fuzz_guard_leave(void);

#endif
