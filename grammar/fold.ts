/** When two Vietnamese spellings are the same word. Keys, labels, names and numbers are compared through these. */

/** Text without case, diacritics and doubled blanks: what "the same word" means for keys, labels and look-up. The result
 * may differ in length from the text, so offsets into it mean nothing. */
export function foldVietnamese(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s\u00a0\u200b]+/g, " ")
    .trim();
}

/** “hoà”, “khoẻ”, “thuý” in the older way of setting the mark → the way of state documents. */
export const agreedTones: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};

/** Lower case, with the tone mark on one agreed letter (hoà = hòa, uỷ = ủy) and all hyphens alike. Same length as the
 * text, so offsets stay good. */
export function sameTones(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g, (vowels) => agreedTones[vowels]!);
}
