// What Swift cannot import of ncursesw: macros with arguments or casts, varargs, and globals that
// are not safe for concurrency. No state of its own.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <wchar.h>

// term.h defines macros named `lines` and `columns`, so its one function is declared here.
extern char *tigetstr(const char *name);
extern int tigetnum(const char *name);

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_italic = A_ITALIC;

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline FILE *cn_stdout(void) { return stdout; }
static inline FILE *cn_stdin(void) { return stdin; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline int cn_function_key(int number) { return KEY_F(number); }

// Whether terminfo has a capability: tigetstr answers (char *)-1 for a name that is no string.
static inline bool cn_has_capability(const char *name) {
  char *text = tigetstr(name);
  return text != NULL && text != (char *)-1;
}

// One run of text in one style; `pair` was made by init_extended_pair.
static inline int cn_put(int row, int column, const wchar_t *text, int count, attr_t attributes,
                         int pair) {
  attr_set(attributes, (short)pair, NULL);
  return mvaddnwstr(row, column, text, count);
}

// The wide characters in one cell of the screen, for reading back what was painted.
static inline int cn_cell(int row, int column, wchar_t *text, attr_t *attributes) {
  cchar_t cell;
  short pair = 0;
  if (mvwin_wch(stdscr, row, column, &cell) == ERR) return ERR;
  return getcchar(&cell, text, attributes, &pair, NULL);
}

// The next character or key without waiting: OK, KEY_CODE_YES or ERR.
static inline int cn_read(wint_t *value) { return get_wch(value); }

#endif
