import { useState } from "preact/hooks";
import { t } from "../words";
import { Icon } from "./icon";

interface StepperProps {
  value: number;
  least?: number;
  most?: number;
  what: string; // what is counted, for the buttons' names
  unit: string;
  onChange: (value: number) => void;
}

/** A number with a button on each side; it can be typed as well. */
export function Stepper({ value, least = 0, most = 9999, what, unit, onChange }: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null); // what is being typed stays, whatever comes in meanwhile
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next) || least)));
  return (
    <span class="stepper" role="group" aria-label={what}>
      <button type="button" aria-label={t("basket.minus", { what })} disabled={value <= least} onClick={() => set(value - 1)}>
        <Icon name="minus" />
      </button>
      <label>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          size={Math.max(2, String(value).length)}
          aria-label={what}
          value={typed ?? value}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
          onChange={(event) => {
            setTyped(null);
            set(Number(event.currentTarget.value.normalize("NFKC")));
          }}
        />
        <span>{unit}</span>
      </label>
      <button type="button" aria-label={t("basket.plus", { what })} disabled={value >= most} onClick={() => set(value + 1)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
