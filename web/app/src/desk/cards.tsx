// Posters and cards: what hangs beside a box, what drives a hand scanner.

import { useState } from "preact/hooks";
import { fetchFile } from "../api/client";
import { lang, t as say } from "../words";
import { Choice } from "../parts/choice";
import { Problem, useWork } from "../parts/form";
import { Icon } from "../parts/icon";
import { saveFile } from "../parts/save";
import { Chosen } from "./chosen";
import { Pages } from "./pages";
import { type DeskKey, t } from "./words";

const KINDS = ["poster", "today", "service", "commands"] as const;
type Kind = (typeof KINDS)[number];
const HINTS: Record<Kind, DeskKey> = { poster: "posterhint", today: "todayhint", service: "servicehint", commands: "commandshint" };
const ALL = { poster: "labels.all", today: "allinone", service: "labels.all", commands: "labels.all" } as const;
const SIZED: readonly Kind[] = ["poster", "today"]; // the others are A4
const SIZES = ["A4", "A5"] as const;

interface Seen {
  picture: string;
  pages: number;
  hostUnset: boolean;
}

export function CardsRoom() {
  const [kind, setKind] = useState<Kind>("poster");
  const [size, setSize] = useState<(typeof SIZES)[number]>("A4");
  const [some, setSome] = useState(false);
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<Seen | null>(null);
  const { busy, error, setError, run } = useWork();
  const ofBoxes = kind !== "commands";
  const order = { kind, size: SIZED.includes(kind) ? size : "A4", lang: lang.value, ...(ofBoxes && some && { boxes: [...codes] }) };
  const load = async (page: number): Promise<Seen> => {
    const { file, ...told } = await fetchFile("cards", { ...order, preview: true, page });
    return { picture: URL.createObjectURL(file), ...told };
  };
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
          <button type="button" class="wide" disabled={busy || (ofBoxes && some && codes.size === 0)} onClick={() => void run(async () => setSeen(await load(1)))}>{busy ? say("app.wait") : t("look")}</button>
          <Problem text={error} />
        </section>
      </div>
      <div class="column">
        {seen && (
          <section class="card form" role="status">
            {seen.hostUnset && <p class="notice"><Icon name="warn" />{t("hostunset")}</p>}
            <Pages key={seen.picture} first={seen.picture} pages={seen.pages} load={async (page) => (await load(page)).picture} />
            <button type="button" class="wide primary" disabled={busy} onClick={() => void run(() => saveFile(`medbox-${kind}.pdf`, "cards", order))}>{t("getpdf")}</button>
            <p class="quiet">{t("printhow")}</p>
          </section>
        )}
      </div>
    </div>
  );
}
