#ifndef LASTMETRE_CXLSX_H
#define LASTMETRE_CXLSX_H

#include <stddef.h>
#include <stdint.h>

// Everything that Swift sees of libxlsxwriter and zlib. Rows, columns and styles count from 0. A workbook is built in
// memory and given back as bytes; only its parts lie in temporary files while they are packed.

/// Return codes: 0, libxlsxwriter's own (1 … 99), and these.
enum {
  XW_OK = 0,
  /// No temporary file can be made in TMPDIR or /tmp.
  XW_NO_TEMPORARY = 101,
  /// The system gave no memory file; errno says why.
  XW_NO_MEMORY_FILE = 102,
  /// What was written does not read back whole: a temporary folder that is full loses data without a word.
  XW_NOT_WHOLE = 103,
  XW_NO_MEMORY = 104,
  XW_TOO_MANY_STYLES = 105,
};

typedef struct xw_book xw_book;

/// How a cell looks; `number_format` as Excel writes it.
typedef struct {
  const char *number_format;
  int is_header;
  int is_wrapped;
} xw_style;

/// What a sheet looks like besides its cells. `columns` and `rows` (the header counted) are at least 1.
typedef struct {
  const char *name;
  const char *footer;
  uint32_t rows;
  uint16_t columns;
  /// In characters, a column each.
  const double *widths;
  int is_landscape;
} xw_sheet;

/// An empty workbook. `created`: seconds since 1970, never the clock. `is_large`: rows leave memory as soon as the next
/// begins, and texts are not shared; cells are then to be written row by row.
int xw_open(const char *title, int64_t created, int is_large, xw_book **book);
/// The styles' numbers are their order.
int xw_add_style(xw_book *book, const xw_style *style);
/// Cells go to the sheet added last.
int xw_add_sheet(xw_book *book, const xw_sheet *sheet);
int xw_text(xw_book *book, uint32_t row, uint16_t column, const char *text, int style);
int xw_number(xw_book *book, uint32_t row, uint16_t column, double number, int style);
/// Packs the workbook, reads it again, and frees the book whatever happens; `bytes` is then the caller's to free.
int xw_close(xw_book *book, uint8_t **bytes, size_t *count);
/// Frees a book that is not to be packed.
void xw_discard(xw_book *book);
/// What a return code of libxlsxwriter means, in its own words.
const char *xw_reason(int code);

/// How many parts a zip archive has; −1 where it is none.
int xw_part_count(const uint8_t *bytes, size_t count);
/// Takes a part piece by piece.
typedef void (*xw_sink)(void *context, const uint8_t *piece, size_t length);
/// Reads a part by its place: its name (not ended by NUL), and its content into the sink. Length and CRC-32 are checked
/// at the end.
int xw_part(
  const uint8_t *bytes, size_t count, int index, const uint8_t **name, size_t *name_length, xw_sink sink,
  void *context);
/// `XW_OK` where every part can be read and closes every element that it opens.
int xw_check(const uint8_t *bytes, size_t count);

#endif
