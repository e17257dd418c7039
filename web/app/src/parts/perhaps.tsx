// Boxes that are perhaps meant by a code that leads nowhere.

import { useEffect, useState } from "preact/hooks";
import { get } from "../api/client";
import type { BoxName } from "../api/types";
import { showBoxCode } from "../code/boxcode";
import { t } from "../words";

export function Perhaps({ code }: { code: string }) {
  const [boxes, setBoxes] = useState<BoxName[]>([]);
  useEffect(() => {
    let left = false;
    get<{ rows: BoxName[] }>(`public/near?code=${encodeURIComponent(code)}`)
      .then(({ rows }) => left || setBoxes(rows)).catch(() => {});
    return () => void (left = true);
  }, [code]);
  if (boxes.length === 0) return null;
  return (
    <section>
      <h2>{t("box.perhaps")}</h2>
      <ul class="rows">
        {boxes.map((box) => (
          <li key={box.code}>
            <a href={`/B/${box.code}`}><b>{box.name}</b><span class="quiet">{box.place} <code>{showBoxCode(box.code)}</code></span></a>
          </li>
        ))}
      </ul>
    </section>
  );
}
