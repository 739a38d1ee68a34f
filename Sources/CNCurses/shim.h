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
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h defines macros named `lines` and `columns`, so what is needed of it is declared here.
struct term;
extern struct term *cur_term;
extern char *tigetstr(const char *name);
extern int setupterm(const char *name, int descriptor, int *result);
extern int del_curterm(struct term *terminal);
// wchar.h shows it only where _XOPEN_SOURCE is set before the first header.
extern int wcwidth(wchar_t character);
// sys/mman.h shows it only where _GNU_SOURCE is set.
extern int memfd_create(const char *name, unsigned flags);

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_italic = A_ITALIC;

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline int cn_function_key(int number) { return KEY_F(number); }

// A capability of the current terminal; NULL for none (tigetstr says (char *)-1 for a name that is
// not a string's).
static inline const char *cn_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

// Whether curses could draw on a terminal of this name, found out without writing to it.
// 0: yes; 1: the name is unknown; 2: it cannot address the cursor.
static inline int cn_terminal_fault(const char *name, int descriptor) {
  struct term *before = cur_term;
  int result = 0;
  if (setupterm(name, descriptor, &result) != OK) return 1;
  int fault = cn_capability("cup") == NULL ? 2 : 0;
  if (cur_term != before) del_curterm(cur_term);
  cur_term = before;
  return fault;
}

// A character with its marks, in one style.
static inline cchar_t cn_styled(const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  setcchar(&cell, text, attributes, pair, NULL);
  return cell;
}

// A letter of ASCII in one style.
static inline cchar_t cn_letter(wchar_t letter, attr_t attributes, short pair) {
  const wchar_t text[] = {letter, 0};
  return cn_styled(text, attributes, pair);
}

// Puts cells into the screen; never wraps, and control characters mean nothing here.
static inline int cn_put(int row, int column, const cchar_t *cells, int count) {
  return mvadd_wchnstr(row, column, cells, count);
}

// The wide characters in one cell of the screen, for reading back what was painted.
static inline int cn_cell(int row, int column, wchar_t *text, attr_t *attributes) {
  cchar_t cell;
  short pair = 0;
  if (mvwin_wch(stdscr, row, column, &cell) == ERR) return ERR;
  return getcchar(&cell, text, attributes, &pair, NULL);
}

// A file in memory that has no name and that no other program gets; -1 where there are none.
static inline int cn_memory_file(void) {
#ifdef __linux__
  const unsigned close_on_exec = 1;
  return memfd_create("screen", close_on_exec);
#else
  return -1;
#endif
}

// The next byte (below 256) or key code without waiting; ERR for nothing.
static inline int cn_read(void) { return wgetch(stdscr); }

// After raw(): Ctrl-\ still ends the program, whatever it is doing; Ctrl-C and Ctrl-Z are keys.
static inline void cn_keep_quit_key(int descriptor) {
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return;
  modes.c_lflag |= ISIG;
  modes.c_cc[VINTR] = _POSIX_VDISABLE;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef VDSUSP
  modes.c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
  if (tcsetattr(descriptor, TCSADRAIN, &modes) == 0) def_prog_mode();
}

static inline int cn_window_size(int descriptor, struct winsize *size) {
  return ioctl(descriptor, TIOCGWINSZ, size);
}

// Bytes that wait to be read; 0 at the end of input, and for what is no terminal, pipe or socket.
static inline int cn_waiting(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : 0;
}

#endif
