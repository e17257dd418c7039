// Finding by what a person types: every word of it somewhere, in any order, any width and case.

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Whether one slip of the pen makes a code of boxes the other: a character wrong, missing, too many, or two
 * neighbours swapped. */
export function isSlip(typed: string, code: string): boolean {
  const text = plain(typed).replace(/[\s\-‐-―]/g, "").replace(/o/g, "0").replace(/[il]/g, "1").toUpperCase();
  let begin = 0;
  while (begin < text.length && text[begin] === code[begin]) begin++;
  const rest = (skip: number, skipCode: number) => text.slice(begin + skip) === code.slice(begin + skipCode);
  const swapped = text[begin] === code[begin + 1] && text[begin + 1] === code[begin];
  return text !== code && (rest(1, 1) || rest(1, 0) || rest(0, 1) || (swapped && rest(2, 2)));
}

export function matches(query: string, ...texts: (string | null | undefined)[]): boolean {
  const all = plain(texts.filter(Boolean).join(" "));
  return plain(query).split(/\s+/).every((part) => all.includes(part));
}
