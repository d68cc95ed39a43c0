/**
 * ZIP packages (APPNOTE 6.3), read over zlib: the central directory, entries stored or deflated, ZIP64 sizes. Entries are
 * inflated only when asked for, within limits that end a bomb early, and their sums are checked. Nothing is written
 * anywhere, so a name is only a key: `../x` or `\x` match nothing that is asked for. Throws a `Refusal` for what is no
 * ZIP file, is damaged, locked or too large.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { emptySpan } from "../../source/source-file.ts";
import * as errors from "./errors.ts";
import { grouped, Refusal } from "./refusal.ts";

/** Far above any real file: a long plan with all its pictures has some hundred parts and a few megabytes of XML. */
export const limits = {
  entries: 4000,
  /** Bytes of one inflated part, and of all that are asked for. */
  part: 64 << 20,
  total: 128 << 20,
};

export interface Zip {
  /** In the order of the directory, without repetitions. */
  readonly names: readonly string[];
  /** Contents of an entry; null when there is none of this name. Letter case of A–Z does not count, as in OPC. */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const nowhere = emptySpan(0);
const damaged = (what: string): Refusal => new Refusal(errors.damaged(nowhere, { what }));
const tooLarge = (what: string): Refusal => new Refusal(errors.tooLarge(nowhere, { what }));
const megabytes = (bytes: number): string => `${bytes >> 20} MB`;

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const unset32 = 0xffffffff;

interface Directory {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

/** An 8-byte number; beyond what can be counted exactly, a place outside of any file. */
function read64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

/** Place of the end record: the last one whose comment ends inside the file. -1 when there is none. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (
      bytes[at] === 0x50 &&
      bytes.readUInt32LE(at) === endSignature &&
      at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length
    )
      return at;
  }
  return -1;
}

function findDirectory(bytes: Buffer): Directory {
  const end = findEnd(bytes);
  if (end < 0) throw damaged("phần cuối tệp bị thiếu");
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 6) !== 0)
    throw damaged("tệp bị chia làm nhiều đoạn, đây chỉ là một đoạn");
  const directory = {
    count: bytes.readUInt16LE(end + 10),
    size: bytes.readUInt32LE(end + 12),
    offset: bytes.readUInt32LE(end + 16),
  };
  const locator = end - 20;
  const isLarge = directory.count === 0xffff || directory.size === unset32 || directory.offset === unset32;
  if (!isLarge || locator < 0 || bytes.readUInt32LE(locator) !== locator64Signature) return directory;
  const at = read64(bytes, locator + 8);
  if (at + 56 > locator || bytes.readUInt32LE(at) !== end64Signature) throw damaged("mục lục của tệp sai");
  return { count: read64(bytes, at + 32), size: read64(bytes, at + 40), offset: read64(bytes, at + 48) };
}

/** ZIP64 keeps what does not fit 32 bits in an extra field, in this order and only what is marked as unset. */
function large(extra: Buffer, size: number, packedSize: number, offset: number): [number, number, number] {
  const values: [number, number, number] = [size, packedSize, offset];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let next = at + 4;
    for (let i = 0; i < 3; i += 1) {
      if (values[i] !== unset32 || next + 8 > end) continue;
      values[i] = read64(extra, next);
      next += 8;
    }
    break;
  }
  return values;
}

function readEntries(bytes: Buffer): Entry[] {
  const directory = findDirectory(bytes);
  if (directory.count > limits.entries)
    throw tooLarge(`có ${grouped(directory.count)} phần, nhiều hơn ${grouped(limits.entries)}`);
  const end = directory.offset + directory.size;
  if (end > bytes.length) throw damaged("tệp bị cắt ngắn hoặc mục lục của tệp sai");
  const entries: Entry[] = [];
  let at = directory.offset;
  for (let i = 0; i < directory.count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw damaged("mục lục của tệp sai");
    const extraAt = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = extraAt + bytes.readUInt16LE(at + 30);
    const next = extraEnd + bytes.readUInt16LE(at + 32);
    if (next > end) throw damaged("mục lục của tệp sai");
    const [size, packedSize, offset] = large(
      bytes.subarray(extraAt, extraEnd),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    );
    entries.push({
      name: bytes.toString("utf8", at + 46, extraAt),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packedSize,
      size,
      offset,
    });
    at = next;
  }
  refuseOverlaps(entries, directory.offset);
  return entries;
}

/** Entries that share bytes are how a small file is made to hold a very large one. */
function refuseOverlaps(entries: readonly Entry[], end: number): void {
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  byPlace.forEach((entry, i) => {
    const next = byPlace[i + 1]?.offset ?? end;
    if (entry.offset + 30 + entry.packedSize > next) throw damaged("các phần trong tệp chồng lên nhau");
  });
}

/** Bytes of the entry as they stand in the file. */
function packedBytes(bytes: Buffer, entry: Entry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    throw damaged(`không thấy phần “${entry.name}”`);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packedSize > bytes.length) throw damaged(`phần “${entry.name}” bị cắt ngắn`);
  return bytes.subarray(start, start + entry.packedSize);
}

function unpack(bytes: Buffer, entry: Entry): Uint8Array {
  const { name, size } = entry;
  // Bit 0: encrypted; bit 13: names and sizes in the local headers are masked; 99: AES.
  if ((entry.flags & 0x2001) !== 0 || entry.method === 99) throw new Refusal(errors.encrypted(nowhere, { part: name }));
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`phần “${name}” nén theo cách Word không dùng`);
  const packed = packedBytes(bytes, entry);
  const content = entry.method === 0 ? packed : inflated(packed, entry);
  if (content.length !== size || crc32(content) !== entry.checksum) throw damaged(`phần “${name}” sai tổng kiểm tra`);
  return content;
}

function inflated(packed: Buffer, { name, size }: Entry): Buffer {
  try {
    // The size that the directory promises is kept to: a byte more ends it.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw damaged(`phần “${name}” không giải nén được`);
  }
}

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The first bytes of a ZIP file: an entry, or the end of one without entries. */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** The package in these bytes. Of entries of one name the first of the directory counts. */
export function openZip(file: Uint8Array): Zip {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of readEntries(bytes)) {
    const key = keyOf(entry.name);
    if (!entries.has(key)) entries.set(key, entry);
  }
  const done = new Map<string, Uint8Array>();
  let total = 0;
  const read = (name: string): Uint8Array | null => {
    const key = keyOf(name);
    const entry = entries.get(key);
    if (!entry) return null;
    const before = done.get(key);
    if (before) return before;
    if (entry.size > limits.part) throw tooLarge(`phần “${entry.name}” hơn ${megabytes(limits.part)} khi mở ra`);
    total += entry.size;
    if (total > limits.total) throw tooLarge(`các phần cộng lại hơn ${megabytes(limits.total)} khi mở ra`);
    const content = unpack(bytes, entry);
    done.set(key, content);
    return content;
  };
  return { names: [...entries.values()].map((entry) => entry.name), read };
}
