// A flag shows its own arithmetic.

import { Sheet } from "../parts/sheet";
import { kindText } from "../parts/kinds";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import type { Cell, Place } from "./types";
import { t } from "./words";

interface Why {
  sentence: string;
  arithmetic: string[];
}

export interface Asking {
  place: Place;
  cell: Pick<Cell, "type" | "age">;
}

export function WhySheet({ place, cell, onClose }: Asking & { onClose: () => void }) {
  const asked = useAsk<Why>(`why/${place.box}/${cell.type}/${cell.age}`);
  return (
    <Sheet title={`${place.name} · ${kindText(cell.type, cell.age)}`} onClose={onClose}>
      <Shown asked={asked}>
        {(why) => (
          <>
            <p><b>{why.sentence}</b></p>
            <ul class="arithmetic">{why.arithmetic.map((line) => <li key={line}>{line}</li>)}</ul>
          </>
        )}
      </Shown>
      <a class="wide" href={`/B/${place.box}`}>{t("openbox")}</a>
    </Sheet>
  );
}
