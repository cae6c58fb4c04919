// src/workbook/file/crc32.ts: the checksum that a zip keeps of each part. Four bytes a step, since sheets are large.

const tables = buildTables();

function buildTables(): Int32Array {
  const table = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[byte] = value;
  }
  for (let step = 1; step < 4; step++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = table[(step - 1) * 256 + byte]!;
      table[step * 256 + byte] = (before >>> 8) ^ table[before & 0xff]!;
    }
  }
  return table;
}

/** CRC-32 (ISO 3309, as in zip), unsigned. `before`: of the bytes that come before these; 0 for none. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const table = tables;
  let crc = ~before;
  let at = 0;
  for (const last = bytes.length - 3; at < last; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      table[768 + (crc & 0xff)]! ^
      table[512 + ((crc >>> 8) & 0xff)]! ^
      table[256 + ((crc >>> 16) & 0xff)]! ^
      table[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
