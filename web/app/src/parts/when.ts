import { dayAt, timeAt } from "../base/day";
import { offset, today } from "../phone/session";
import { t } from "../words";

/** A moment for people: the time alone today, else the day with it. */
export function when(ms: number): string {
  const day = dayAt(ms, offset());
  const time = timeAt(ms, offset());
  return day === today() ? t("day.today", { time }) : `${day.slice(0, 4) === today().slice(0, 4) ? day.slice(5) : day} ${time}`;
}
