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

/** How well what was typed names a medicine: less is better. */
const NAMES: ((typed: string, name: string, also: string) => boolean)[] = [
  (typed, name) => name === typed,
  (typed, name) => name.startsWith(typed),
  (typed, name) => name.includes(typed),
  (typed, name, also) => typed.split(/\s+/).every((part) => `${name} ${also}`.includes(part)),
];

interface Named {
  name: string;
  brand: string | null;
  strength: string | null;
}

/** Those that fit, the best first: by name before what they are for (kind), then those in favour. sure is
 * whether the first one is what was meant, and none beside it. */
export function findNamed<T extends Named>(query: string, rows: T[], kind: (row: T) => string, favoured: (row: T) => boolean): { hits: T[]; sure: boolean } {
  const typed = plain(query).trim();
  if (typed === "") return { hits: [], sure: false };
  const ranked = rows.filter((row) => matches(typed, row.name, row.brand, row.strength, kind(row))).map((row) => {
    const name = plain(row.name), also = plain(`${row.brand ?? ""} ${row.strength ?? ""}`);
    const by = NAMES.findIndex((fits) => fits(typed, name, also));
    return { row, by: by < 0 ? NAMES.length : by, last: favoured(row) ? 0 : 1 };
  }).sort((a, b) => a.by - b.by || a.last - b.last);
  const [best, next] = ranked;
  const better = !next || (best !== undefined && best.by < NAMES.length && (best.by < next.by || best.last < next.last));
  return { hits: ranked.map(({ row }) => row), sure: best !== undefined && better };
}

export function matches(query: string, ...texts: (string | null | undefined)[]): boolean {
  const all = plain(texts.filter(Boolean).join(" "));
  return plain(query).split(/\s+/).every((part) => all.includes(part));
}
