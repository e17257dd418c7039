import { useState } from "preact/hooks";

interface SettledProps {
  value: string;
  what: string; // for who does not see where it stands
  onSettle: (text: string) => void;
  digits?: boolean;
  most?: number; // characters
  size: number;
  hint?: string;
}

/** A text that counts once its field is left: until then it stands, whatever is drawn anew around it. */
export function Settled({ value, what, onSettle, digits = false, most, size, hint }: SettledProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="text"
      inputMode={digits ? "numeric" : undefined}
      autoComplete="off"
      autoCapitalize="characters"
      size={size}
      maxLength={most}
      aria-label={what}
      placeholder={hint}
      value={typed ?? value}
      onFocus={(event) => digits && event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(null);
        onSettle(event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
