// tests/workbook/file/packing.test.ts: what is packed piece by piece comes out whole, and the same however it was cut.
import { strFromU8, unzipSync } from "fflate";
import { TextPacker } from "../../../src/workbook/file/packing";
import { readZip, unpack, writeZip, type ZipEntry } from "../../../src/workbook/file/zip";

function packed(text: string, cut: number): ZipEntry {
  const packer = new TextPacker();
  for (let at = 0; at < text.length; at += cut) packer.add(text.slice(at, at + cut));
  return packer.entry("a.xml");
}

// Characters of one, two and three bytes, so that some stand across the places where packing cuts.
const row = (number: number): string => `<c r="A${number}"><v>${(number * 7919) % 10_007}</v></c>Köp – €å`;
const texts = {
  none: "",
  short: row(1),
  long: Array.from({ length: 60_000 }, (_, at) => row(at)).join(""),
};

test.each(Object.entries(texts))("%s text comes out as it was", (_, text) => {
  const bytes = writeZip([packed(text, 1_000)]);
  expect(strFromU8(unzipSync(bytes)["a.xml"]!)).toBe(text);
  // The product's own reader also looks at the checksum, and refuses a wrong one.
  expect(strFromU8(unpack(readZip(bytes)[0]!))).toBe(text);
});

test.each(Object.entries(texts))("%s text gives the same bytes however it was cut", (_, text) => {
  const whole = packed(text, text.length + 1);
  for (const cut of [997, 65_536, 300_000]) {
    const entry = packed(text, cut);
    expect([entry.crc, entry.size, entry.method]).toEqual([whole.crc, whole.size, whole.method]);
    expect(Buffer.compare(entry.packed, whole.packed)).toBe(0);
  }
});
