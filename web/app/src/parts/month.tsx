// The expiry in two taps: the year, then the month, as packs print it. A day can be given too.

import { useState } from "preact/hooks";
import { type Day, monthEnd, monthOf, NEVER, yearOf } from "../base/day";
import { canExpire } from "../base/rules";
import { today } from "../phone/session";
import { t } from "../words";
import { Icon } from "./icon";
import { Sheet } from "./sheet";

interface MonthProps {
  value: Day | null;
  undated?: boolean; // the medicine may not expire
  onPick: (day: Day) => void;
  onClose: () => void;
}

const YEARS_AHEAD = 6;

export function MonthPicker({ value, undated = false, onPick, onClose }: MonthProps) {
  const thisYear = yearOf(today());
  const thisMonth = monthOf(today());
  const [year, setYear] = useState(value && value !== NEVER ? yearOf(value) : 0);
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => thisYear + i);
  const [odd, setOdd] = useState(false);
  const typed = (day: Day) => {
    const can = canExpire(day, today());
    setOdd(day >= "2000" && !can); // a year is typed digit by digit
    if (can) onPick(day);
  };
  const passed = (month: number) => year === thisYear && month < thisMonth;
  return (
    <Sheet title={t("month.title")} onClose={onClose}>
      <div class="grid years" role="group" aria-label={t("month.year")}>
        {years.map((one) => (
          <button type="button" key={one} aria-pressed={one === year} onClick={() => setYear(one)}>{one}</button>
        ))}
        {undated && <button type="button" onClick={() => onPick(NEVER)}>{t("month.never")}</button>}
      </div>
      {year > 0 && (
        <div class="grid months" role="group" aria-label={t("month.title")}>
          {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
            <button
              type="button"
              key={month}
              aria-pressed={value === monthEnd(year, month)}
              aria-label={`${year}-${String(month).padStart(2, "0")}${passed(month) ? ` ${t("month.passed")}` : ""}`}
              class={passed(month) ? "passed" : ""}
              onClick={() => onPick(monthEnd(year, month))}
            >
              {t("month.month", { n: month })}
            </button>
          ))}
        </div>
      )}
      <label class="field day-field">
        <span>{t("month.day")}</span>
        <input
          type="date"
          value={value && value !== NEVER ? value : ""}
          onChange={(event) => /^\d{4}-\d\d-\d\d$/.test(event.currentTarget.value) && typed(event.currentTarget.value)}
        />
      </label>
      {odd && <p class="refusal" role="alert"><Icon name="warn" />{t("month.odd")}</p>}
    </Sheet>
  );
}
