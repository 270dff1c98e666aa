#include "CXLSX.h"
#include <string.h>
#include <zlib.h>

// A zip archive as the library writes it: no comment at the end, no encryption, less than 4 GiB.

static uint32_t number(const uint8_t *at, int bytes) {
  uint32_t value = 0;
  for (int index = bytes - 1; index >= 0; index--) value = value << 8 | at[index];
  return value;
}

enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30 };

int xw_part_count(const uint8_t *bytes, size_t count) {
  if (count < END_SIZE || number(bytes + count - END_SIZE, 4) != 0x06054b50) return -1;
  return (int)number(bytes + count - END_SIZE + 10, 2);
}

/// The part's row of the directory at the archive's end; NULL where it does not lie inside.
static const uint8_t *entry_at(const uint8_t *bytes, size_t count, int index) {
  if (index < 0 || index >= xw_part_count(bytes, count)) return NULL;
  size_t position = number(bytes + count - END_SIZE + 16, 4);
  for (;;) {
    if (position > count || count - position < ENTRY_SIZE || number(bytes + position, 4) != 0x02014b50) return NULL;
    const uint8_t *entry = bytes + position;
    size_t size = ENTRY_SIZE + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2);
    if (size > count - position) return NULL;
    if (index-- == 0) return entry;
    position += size;
  }
}

static int unpacked(
  const uint8_t *packed, size_t packed_length, size_t length, uint32_t crc, xw_sink sink, void *context
) {
  uint8_t piece[65536];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  // Negative: without zlib's own header, as zip wants it.
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return XW_NO_MEMORY;
  stream.next_in = (Bytef *)packed;
  stream.avail_in = (uInt)packed_length;
  uLong sum = crc32(0, NULL, 0);
  int code;
  do {
    stream.next_out = piece;
    stream.avail_out = sizeof piece;
    code = inflate(&stream, Z_NO_FLUSH);
    size_t size = sizeof piece - stream.avail_out;
    sum = crc32(sum, piece, (uInt)size);
    sink(context, piece, size);
  } while (code == Z_OK);
  int is_whole = code == Z_STREAM_END && stream.total_out == length && sum == crc;
  inflateEnd(&stream);
  return is_whole ? XW_OK : XW_NOT_WHOLE;
}

int xw_part(
  const uint8_t *bytes, size_t count, int index, const uint8_t **name, size_t *name_length, xw_sink sink,
  void *context
) {
  const uint8_t *entry = entry_at(bytes, count, index);
  // The library packs every part.
  if (!entry || number(entry + 10, 2) != Z_DEFLATED) return XW_NOT_WHOLE;
  uint32_t crc = number(entry + 16, 4);
  size_t packed_length = number(entry + 20, 4), length = number(entry + 24, 4), local = number(entry + 42, 4);
  if (local > count || count - local < LOCAL_SIZE || number(bytes + local, 4) != 0x04034b50) return XW_NOT_WHOLE;
  size_t start = local + LOCAL_SIZE + number(bytes + local + 26, 2) + number(bytes + local + 28, 2);
  if (start > count || packed_length > count - start) return XW_NOT_WHOLE;
  *name = entry + ENTRY_SIZE;
  *name_length = number(entry + 28, 2);
  return unpacked(bytes + start, packed_length, length, crc, sink, context);
}

/// Counts the elements of an XML text that are open. In what the library writes, `<` and `>` are always tags.
typedef struct {
  uint8_t last;
  int is_wrong;
  int64_t depth, elements;
} tag_count;

static void count_tags(void *context, const uint8_t *piece, size_t length) {
  tag_count *tags = context;
  for (size_t index = 0; index < length; index++) {
    uint8_t byte = piece[index];
    if (tags->last == '<' && byte != '?') {
      tags->depth += byte == '/' ? -1 : 1;
      tags->elements++;
    } else if (tags->last == '/' && byte == '>') {
      tags->depth--;
    }
    if (tags->depth < 0) tags->is_wrong = 1;
    tags->last = byte;
  }
}

int xw_check(const uint8_t *bytes, size_t count) {
  int parts = xw_part_count(bytes, count);
  if (parts < 1) return XW_NOT_WHOLE;
  for (int index = 0; index < parts; index++) {
    const uint8_t *name;
    size_t name_length;
    tag_count tags = {0};
    int code = xw_part(bytes, count, index, &name, &name_length, count_tags, &tags);
    if (code) return code;
    if (tags.is_wrong || tags.depth != 0 || tags.elements == 0) return XW_NOT_WHOLE;
  }
  return XW_OK;
}
