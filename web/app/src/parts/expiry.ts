import { type Day, NEVER, shortDay } from "../base/day";
import { today } from "../phone/session";
import { t } from "../words";

export function expiryText(expiry: Day | null): string {
  if (expiry === null) return t("day.unknown");
  if (expiry === NEVER) return t("day.never");
  const day = shortDay(expiry).replace(/-/g, "\u2011"); // no line breaks within it
  return t(expiry < today() ? "day.expired" : "day.until", { day });
}
