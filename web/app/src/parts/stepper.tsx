import { t } from "../words";
import { Icon } from "./icon";
import { Settled } from "./settled";

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
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next) || least)));
  const read = (text: string) => {
    const typed = text.normalize("NFKC").trim();
    if (/^\d+$/.test(typed)) set(Number(typed)); // what is no number changes nothing
  };
  return (
    <span class="stepper" role="group" aria-label={what}>
      <button type="button" aria-label={t("basket.minus", { what })} disabled={value <= least} onClick={() => set(value - 1)}>
        <Icon name="minus" />
      </button>
      <label>
        <Settled digits value={String(value)} what={what} size={Math.max(2, String(value).length)}
          onSettle={read} />
        <span>{unit}</span>
      </label>
      <button type="button" aria-label={t("basket.plus", { what })} disabled={value >= most} onClick={() => set(value + 1)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
