// A call for gifts, made of today's shortages: for a chat group, for a loudspeaker, for the wall.

import { useState } from "preact/hooks";
import { me } from "../phone/session";
import { Pick } from "../parts/pick";
import { saveFile } from "../parts/save";
import { failed, toast } from "../parts/toast";
import { lang } from "../words";
import { type AreaRow, useAreas } from "./area_rows";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import { t } from "./words";

interface Appeal {
  chat: string;
  speaker: string;
  lines: unknown[];
}

function Text({ title, text }: { title: string; text: string }) {
  const copy = () => navigator.clipboard?.writeText(text).then(() => toast(t("copied")), failed);
  return (
    <section class="card form">
      <h2>{title}</h2>
      <p class="text">{text}</p>
      {navigator.clipboard && <button type="button" class="wide" onClick={copy}>{t("copytext")}</button>}
    </section>
  );
}

function Paper({ area }: { area: number | undefined }) {
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    await saveFile("medbox-appeal.pdf", `appeal.pdf?${area === undefined ? "" : `area=${area}&`}lang=${lang.value}`).catch(failed);
    setBusy(false);
  };
  return (
    <section class="card form">
      <h2>{t("wall")}</h2>
      <p class="quiet">{t("wallhow")}</p>
      <button type="button" class="wide primary" disabled={busy} onClick={() => void print()}>{t("getpdf")}</button>
    </section>
  );
}

export function AppealRoom() {
  const areas = useAreas();
  const [area, setArea] = useState<AreaRow | null>(null); // null: one's own
  const [seeking, setSeeking] = useState(false);
  const asked = useAsk<Appeal>(area ? `appeal?area=${area.id}` : "appeal", ["booking", "transfer"]);
  const own = areas.data?.find((row) => row.id === me.value?.person?.area.id) ?? areas.data?.[0] ?? null;
  const several = (areas.data?.length ?? 0) > 1;
  return (
    <>
      {several && areas.data && (
        <Pick label={t("appealfor")} rows={areas.data} word={(row) => row.path} value={seeking ? null : area ?? own}
          onPick={(row) => { setSeeking(row === null); if (row) setArea(row); }} />
      )}
      <Shown asked={asked}>
        {(appeal) => (
          <>
            {appeal.lines.length === 0 && <p class="quiet">{t("noappeal")}</p>}
            <div class="columns">
              <div class="column"><Text title={t("chat")} text={appeal.chat} /></div>
              <div class="column"><Text title={t("speaker")} text={appeal.speaker} /><Paper area={area?.id} /></div>
            </div>
          </>
        )}
      </Shown>
    </>
  );
}
