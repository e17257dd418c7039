// What labels of a box were printed: when, by whom, with which mark, and why.

import { when } from "../parts/when";
import { useAsk } from "./ask";
import { t } from "./words";

interface Print {
  at: number;
  nonce: string | null; // null where the QR code bears none
  current: boolean;
  sheet: string | null;
  format: string | null;
  who: string | null;
  reason: string | null;
}

export function LabelLog({ code }: { code: string }) {
  const log = useAsk<{ rows: Print[] }>(`labels/log?code=${code}`);
  if (!log.data) return null;
  return (
    <section class="card">
      <h2>{t("printlog")}</h2>
      {log.data.rows.length === 0 && <p class="quiet">{t("neverprinted")}</p>}
      <ul class="rows">
        {log.data.rows.map((row) => (
          <li key={row.at}>
            <span><b>{when(row.at)}</b> · {t(row.current ? "markcurrent" : "markold")}{row.nonce && ` ${row.nonce}`}</span>
            <span class="quiet">{[row.who, row.sheet, row.format, row.reason].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
