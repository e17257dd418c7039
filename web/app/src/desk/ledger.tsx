// What was booked, newest first, of one box or of all.

import { useState } from "preact/hooks";
import { get } from "../api/client";
import { boxes } from "../phone/area";
import { failed } from "../parts/toast";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { BookedRow } from "./overview";
import type { Booked } from "./types";
import { t } from "./words";

const PAGE = 60;

function Rows({ first, box }: { first: Booked[]; box: string }) {
  const [older, setOlder] = useState<Booked[]>([]);
  const rows = [...first, ...older.filter((row) => row.seq < (first[first.length - 1]?.seq ?? Infinity))];
  const last = rows[rows.length - 1];
  const more = async () => {
    if (!last) return;
    const answer = await get<{ rows: Booked[] }>(`ledger?limit=${PAGE}&before=${last.seq}${box && `&box=${box}`}`);
    setOlder([...older, ...answer.rows]);
  };
  if (rows.length === 0) return <p class="quiet card">{t("nolast")}</p>;
  return (
    <>
      <ul class="rows">{rows.map((row) => <BookedRow key={row.seq} row={row} />)}</ul>
      {last && last.seq > 1 && rows.length % PAGE === 0 && <button type="button" class="wide" onClick={() => void more().catch(failed)}>{t("older")}</button>}
    </>
  );
}

export function LedgerRoom() {
  const [box, setBox] = useState("");
  const asked = useAsk<{ rows: Booked[] }>(`ledger?limit=${PAGE}${box && `&box=${box}`}`, ["booking", "transfer"]);
  return (
    <>
      <label class="tools">
        <span>{t("box")}</span>
        <select value={box} onChange={(event) => setBox(event.currentTarget.value)}>
          <option value="">{t("everybox")}</option>
          {(boxes.value ?? []).map((one) => <option key={one.code} value={one.code}>{[one.community, one.name].filter(Boolean).join(" · ")}</option>)}
        </select>
      </label>
      <Shown asked={asked}>{({ rows }) => <Rows key={box} first={rows} box={box} />}</Shown>
    </>
  );
}
