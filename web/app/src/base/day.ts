// Calendar days as the service writes them: "2027-03-31"; "9999-12-31" does not expire.

export type Day = string;

export const NEVER: Day = "9999-12-31";

const DAY_MS = 86_400_000;

const two = (n: number) => String(n).padStart(2, "0");

export const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** The last day of a month: what a pack means that says only "2027-03". */
export const monthEnd = (year: number, month: number): Day =>
  dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

export const yearOf = (day: Day) => Number(day.slice(0, 4));
export const monthOf = (day: Day) => Number(day.slice(5, 7));

const number = (day: Day) =>
  Date.UTC(yearOf(day), monthOf(day) - 1, Number(day.slice(8, 10))) / DAY_MS;

/** Days from one to the other; negative where the other comes first. */
export const daysUntil = (from: Day, to: Day) => number(to) - number(from);

/** The day at a moment, on a clock so many minutes ahead of UTC. */
export const dayAt = (ms: number, offsetMinutes: number): Day =>
  new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10);

/** Hours and minutes at a moment, on such a clock. */
export const timeAt = (ms: number, offsetMinutes: number): string =>
  new Date(ms + offsetMinutes * 60_000).toISOString().slice(11, 16);

/** As packs print it: the month alone where the day is its last. */
export const shortDay = (day: Day): string =>
  day === monthEnd(yearOf(day), monthOf(day)) ? day.slice(0, 7) : day;

/** YYMMDD of a GS1 code: day 00 is the month's last; the century is the nearest (GS1 7.12). */
export function dayOfGs1(digits: string, thisYear: number): Day | null {
  const [yy, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const century = Math.floor(thisYear / 100) * 100;
  const ahead = yy - (thisYear % 100);
  const year = century + yy + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
  if (month < 1 || month > 12) return null;
  const last = monthEnd(year, month);
  if (day === 0) return last;
  return day <= Number(last.slice(8)) ? dayOf(year, month, day) : null;
}
