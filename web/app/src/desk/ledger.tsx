// What was booked, newest first, of one box or of all.

import { useState } from "preact/hooks";
import { get } from "../api/client";
import type { BoxRow } from "../api/types";
import { showBoxCode } from "../code/boxcode";
import { boxes, boxOf } from "../phone/area";
import { Pick } from "../parts/pick";
import { failed } from "../parts/toast";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { BookedRow } from "./overview";
import type { Booked } from "./types";
import { t } from "./words";

const PAGE = 60;
const called = (box: BoxRow) => [box.community, box.grid, box.name, showBoxCode(box.code)].filter(Boolean).join(" · ");

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
      <div class="tools">
        <Pick label={t("box")} hint={t("everybox")} rows={boxes.value ?? []} word={called} value={boxOf(box) ?? null} onPick={(one) => setBox(one?.code ?? "")} />
      </div>
      <Shown asked={asked}>{({ rows }) => <Rows key={box} first={rows} box={box} />}</Shown>
    </>
  );
}
