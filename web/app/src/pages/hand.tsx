// Packs that were read before their box, or beside another box's label: they go into the next one opened.

import { title } from "../base/amount";
import { labelPath } from "../code/boxcode";
import { drugOf } from "../phone/area";
import { inHand, isPack } from "../phone/hand";
import { Icon } from "../parts/icon";
import { go } from "../parts/place";
import type { Read } from "../scan/resolve";
import { t } from "../words";

/** To the box whose label was read, where it is not the one at hand: packs of the same photo go along. */
export function leaveFor(reads: Read[], box: string | null): boolean {
  const label = reads.find((read) => read.what === "box" && read.box !== box);
  if (label?.what !== "box") return false;
  inHand.value = [...inHand.value, ...reads.filter(isPack)];
  go(labelPath(label));
  return true;
}

/** Each name once, with its number. */
function names(): string[] {
  const times = new Map<string, number>();
  for (const pack of inHand.value) {
    const drug = pack.what === "drug" ? drugOf(pack.read.drug) : undefined;
    const name = drug ? title(drug) : t("hand.unknown");
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, n]) => (n > 1 ? `${name} ×${n}` : name));
}

/** what: how they go on from here. */
export function InHand({ what }: { what: string }) {
  if (inHand.value.length === 0) return null;
  return (
    <section class="hand" role="status">
      <div>
        <b>{names().join(t("app.comma"))}</b>
        <p>{what}</p>
      </div>
      <button type="button" class="bare" aria-label={t("hand.drop")} onClick={() => void (inHand.value = [])}><Icon name="close" /></button>
    </section>
  );
}
