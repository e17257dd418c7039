// A hand scanner that types: keys come faster than fingers, with or without Enter at the end, and
// through a Chinese input method only the place of a key is told, not its letter.

export interface Key {
  key: string;
  code: string;
  shift: boolean;
  at: number; // ms
}

const FASTEST_FINGER_MS = 60; // between two keys of a person
const SHORTEST = 6;
const MARKS: Record<string, [plain: string, shifted: string]> = {
  Minus: ["-", "_"], Equal: ["=", "+"], Slash: ["/", "?"], Period: [".", ">"], Comma: [",", "<"],
  Semicolon: [";", ":"], Space: [" ", " "],
};

/** The character of a key by its place on a US keyboard, which scanners type on. */
function letter({ key, code, shift }: Key): string | null {
  if ([...key].length === 1) return key.normalize("NFKC");
  if (key !== "Process" && key !== "Unidentified") return null;
  const plain = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code);
  if (plain?.[1]) return shift ? plain[1] : plain[1].toLowerCase();
  if (plain?.[2]) return shift ? (")!@#$%^&*(".charAt(Number(plain[2]))) : plain[2];
  return MARKS[code]?.[shift ? 1 : 0] ?? null;
}

export class Wedge {
  private text = "";
  private last = 0;

  /** Characters that came as one. */
  get length(): number {
    return this.text.length;
  }

  /** A whole code where this key ends one. */
  press(key: Key): string | null {
    if (key.at - this.last > FASTEST_FINGER_MS) this.text = "";
    this.last = key.at;
    if (key.key === "Enter" || key.key === "Tab") return this.end();
    this.text += letter(key) ?? "";
    return null;
  }

  /** A whole code where no key has come for a while: some scanners send no Enter. */
  idle(at: number): string | null {
    return at - this.last > FASTEST_FINGER_MS ? this.end() : null;
  }

  private end(): string | null {
    const { text } = this;
    this.text = "";
    return text.length >= SHORTEST ? text : null;
  }
}
