#define _GNU_SOURCE
#include "CXLSX.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define STYLE_LIMIT 32

struct xw_book {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *styles[STYLE_LIMIT];
  int style_count;
  // The archive is written to a file in memory, which the library opens by its path.
  int file;
};

int xw_open(const char *title, int64_t created, int is_large, xw_book **out) {
  // Asked first, since the library prints its own words where it finds none.
  FILE *trial = lxw_tmpfile(NULL);
  if (!trial) return XW_NO_TEMPORARY;
  fclose(trial);
  xw_book *book = calloc(1, sizeof *book);
  if (!book) return XW_NO_MEMORY;
  book->file = memfd_create("lastmetre.xlsx", MFD_CLOEXEC);
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", book->file);
  if (book->file < 0 || access(path, W_OK) != 0) {
    xw_discard(book);
    return XW_NO_MEMORY_FILE;
  }
  lxw_workbook_options options = {.constant_memory = is_large ? LXW_TRUE : LXW_FALSE};
  book->book = workbook_new_opt(path, &options);
  if (!book->book) {
    xw_discard(book);
    return XW_NO_MEMORY;
  }
  // The library takes the moment 0 for "not given" and would ask the clock.
  lxw_doc_properties properties = {.title = (char *)title, .created = created ? (time_t)created : 1};
  int code = workbook_set_properties(book->book, &properties);
  if (code) {
    xw_discard(book);
    return code;
  }
  *out = book;
  return XW_OK;
}

int xw_add_style(xw_book *book, const xw_style *style) {
  if (book->style_count == STYLE_LIMIT) return XW_TOO_MANY_STYLES;
  lxw_format *format = workbook_add_format(book->book);
  if (!format) return XW_NO_MEMORY;
  if (style->number_format) format_set_num_format(format, style->number_format);
  format_set_align(format, style->is_header ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (style->is_wrapped || style->is_header) format_set_text_wrap(format);
  if (style->is_header) {
    format_set_bold(format);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bg_color(format, 0xE8EEF4);
  }
  book->styles[book->style_count++] = format;
  return XW_OK;
}

int xw_add_sheet(xw_book *book, const xw_sheet *sheet) {
  int code = workbook_validate_sheet_name(book->book, sheet->name);
  if (code) return code;
  lxw_worksheet *added = workbook_add_worksheet(book->book, sheet->name);
  if (!added) return XW_NO_MEMORY;
  book->sheet = added;
  for (uint16_t column = 0; column < sheet->columns && !code; column++) {
    code = worksheet_set_column(added, column, column, sheet->widths[column], NULL);
  }
  if (code) return code;
  worksheet_freeze_panes(added, 1, 0);
  worksheet_set_paper(added, 9);  // A4
  if (sheet->is_landscape) worksheet_set_landscape(added);
  worksheet_fit_to_pages(added, 1, 0);
  worksheet_set_margins(added, 0.4, 0.4, 0.5, 0.7);
  worksheet_gridlines(added, LXW_SHOW_ALL_GRIDLINES);
  code = worksheet_repeat_rows(added, 0, 0);
  if (!code) code = worksheet_autofilter(added, 0, 0, sheet->rows - 1, sheet->columns - 1);
  if (!code) code = worksheet_set_footer(added, sheet->footer);
  // Ids that look like numbers are meant as texts.
  if (!code) code = worksheet_ignore_errors(added, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  return code;
}

static lxw_format *style_of(xw_book *book, int style) {
  return style >= 0 && style < book->style_count ? book->styles[style] : NULL;
}

int xw_text(xw_book *book, uint32_t row, uint16_t column, const char *text, int style) {
  return worksheet_write_string(book->sheet, row, column, text, style_of(book, style));
}

int xw_number(xw_book *book, uint32_t row, uint16_t column, double number, int style) {
  return worksheet_write_number(book->sheet, row, column, number, style_of(book, style));
}

static int contents(int file, uint8_t **bytes, size_t *count) {
  struct stat status;
  if (fstat(file, &status) != 0) return XW_NO_MEMORY_FILE;
  size_t size = (size_t)status.st_size, position = 0;
  uint8_t *all = malloc(size ? size : 1);
  if (!all) return XW_NO_MEMORY;
  while (position < size) {
    ssize_t read = pread(file, all + position, size - position, (off_t)position);
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) {
      free(all);
      return XW_NO_MEMORY_FILE;
    }
    position += (size_t)read;
  }
  *bytes = all;
  *count = size;
  return XW_OK;
}

int xw_close(xw_book *book, uint8_t **bytes, size_t *count) {
  int code = workbook_close(book->book);
  // Freed by the library, also where it fails.
  book->book = NULL;
  uint8_t *all = NULL;
  size_t size = 0;
  if (!code) code = contents(book->file, &all, &size);
  if (!code) code = xw_check(all, size);
  xw_discard(book);
  if (code) {
    free(all);
    return code;
  }
  *bytes = all;
  *count = size;
  return XW_OK;
}

void xw_discard(xw_book *book) {
  if (!book) return;
  if (book->book) lxw_workbook_free(book->book);
  if (book->file >= 0) close(book->file);
  free(book);
}

const char *xw_reason(int code) {
  return code > 0 && code < LXW_MAX_ERRNO ? lxw_strerror((lxw_error)code) : "";
}
