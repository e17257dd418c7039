// Finding by what a person types: every word of it somewhere, in any order, any width and case.

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

export function matches(query: string, ...texts: (string | null | undefined)[]): boolean {
  const all = plain(texts.filter(Boolean).join(" "));
  return plain(query).split(/\s+/).every((part) => all.includes(part));
}
