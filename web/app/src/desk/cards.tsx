// Posters and cards: what hangs beside a box, what drives a hand scanner.

import { useState } from "preact/hooks";
import { post } from "../api/client";
import { lang, t as say } from "../words";
import { Choice } from "../parts/choice";
import { Problem, useWork } from "../parts/form";
import { saveFile } from "../parts/save";
import { Chosen } from "./chosen";
import { type Shown, ShownPaper } from "./shown";
import { type DeskKey, t } from "./words";

const KINDS = ["poster", "today", "service", "commands"] as const;
type Kind = (typeof KINDS)[number];
const HINTS: Record<Kind, DeskKey> = { poster: "posterhint", today: "todayhint", service: "servicehint", commands: "commandshint" };
const ALL = { poster: "labels.all", today: "allinone", service: "labels.all", commands: "labels.all" } as const;
const SIZED: readonly Kind[] = ["poster", "today"]; // the others are A4
const SIZES = ["A4", "A5"] as const;

export function CardsRoom() {
  const [kind, setKind] = useState<Kind>("poster");
  const [size, setSize] = useState<(typeof SIZES)[number]>("A4");
  const [some, setSome] = useState(false);
  const [inspect, setInspect] = useState(false);
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<Shown | null>(null);
  const { busy, error, setError, run } = useWork();
  const ofBoxes = kind !== "commands";
  const order = { kind, size: SIZED.includes(kind) ? size : "A4", lang: lang.value, ...(kind === "poster" && inspect && { inspect }), ...(ofBoxes && some && { boxes: [...codes] }) };
  const load = (page: number) => post<Shown>("cards", { ...order, preview: true, page }, 60_000);
  const change = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setSeen(null);
    setError(null);
  };
  return (
    <div class="columns preview">
      <div class="column">
        <section class="card form">
          <Choice legend={t("cardkind")} value={kind} onChoose={change(setKind)} options={KINDS.map((value) => ({ value, word: t(`card.${value}`) }))} />
          <p class="quiet">{t(HINTS[kind])}</p>
          {SIZED.includes(kind) && <Choice legend={t("papersize")} value={size} onChoose={change(setSize)} options={SIZES.map((value) => ({ value, word: value }))} />}
          {ofBoxes && (
            <Choice legend={t("labelwhich")} value={some ? "chosen" : "all"} onChoose={change((value: "all" | "chosen") => setSome(value === "chosen"))}
              options={(["all", "chosen"] as const).map((value) => ({ value, word: t(value === "all" ? ALL[kind] : "labels.chosen") }))} />
          )}
          {ofBoxes && some && <Chosen codes={codes} setCodes={change(setCodes)} />}
          {kind === "poster" && (
            <label class="check"><input type="checkbox" checked={inspect} onChange={(event) => change(setInspect)(event.currentTarget.checked)} /><span>{t("with.inspect")}</span></label>
          )}
          <p class="quiet"><a href="/desk/people">{t("joinhere")}</a></p>
          <button type="button" class="wide" disabled={busy || (ofBoxes && some && codes.size === 0)} onClick={() => void run(async () => setSeen(await load(1)))}>{busy ? say("app.wait") : t("look")}</button>
          <Problem text={error} />
        </section>
      </div>
      <div class="column">
        {seen && <ShownPaper shown={seen} busy={busy} print={() => void run(() => saveFile(`medbox-${kind}.pdf`, "cards", order))} load={load} />}
      </div>
    </div>
  );
}
