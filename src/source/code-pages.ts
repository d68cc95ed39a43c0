/** Windows-1252 and Windows-1258: characters of the bytes from 0x80 on, both ways. Bytes without a character are Latin-1. */

const punctuation = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

/** Windows-1252 where it differs from Latin-1. */
export const cp1252Byte: ReadonlyMap<string, number> = new Map(
  punctuation.map((character, index) => [character, 0x80 + index]),
);

/** Windows-1258 where it differs from Windows-1252: Vietnamese letters, and marks that follow their letter. */
export const cp1258Byte: ReadonlyMap<string, number> = new Map([
  ["Ă", 0xc3],
  ["\u0300", 0xcc],
  ["Đ", 0xd0],
  ["\u0309", 0xd2],
  ["Ơ", 0xd5],
  ["Ư", 0xdd],
  ["\u0303", 0xde],
  ["ă", 0xe3],
  ["\u0301", 0xec],
  ["đ", 0xf0],
  ["\u0323", 0xf2],
  ["ơ", 0xf5],
  ["ư", 0xfd],
  ["₫", 0xfe],
]);

/** Latin-1 with the punctuation of Windows-1252: what a byte shows where a code says nothing else. */
export const cp1252Text: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? punctuation[byte - 0x80]! : String.fromCharCode(byte),
);
