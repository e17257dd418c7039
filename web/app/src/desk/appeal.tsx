// A call for gifts, made of today's shortages: for a chat group, for a loudspeaker.

import { failed, toast } from "../parts/toast";
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
      <button type="button" class="wide" onClick={copy}>{t("copytext")}</button>
    </section>
  );
}

export function AppealRoom() {
  const asked = useAsk<Appeal>("appeal", ["booking", "transfer"]);
  return (
    <Shown asked={asked}>
      {(appeal) => (
        <>
          {appeal.lines.length === 0 && <p class="quiet">{t("noappeal")}</p>}
          <div class="columns">
            <div class="column"><Text title={t("chat")} text={appeal.chat} /></div>
            <div class="column"><Text title={t("speaker")} text={appeal.speaker} /></div>
          </div>
        </>
      )}
    </Shown>
  );
}
