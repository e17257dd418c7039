// All ways to say a code: the live camera, a photo, a hand scanner, typing, or a medicine's name.

import { useEffect, useRef, useState } from "preact/hooks";
import { online } from "../api/network";
import type { Drug } from "../api/types";
import { title } from "../base/amount";
import { findNamed } from "../base/search";
import { catalogue } from "../phone/area";
import { Icon } from "../parts/icon";
import { kindText } from "../parts/kinds";
import { failed, toast } from "../parts/toast";
import { t } from "../words";
import { feelBad, soundOnTouch } from "./feedback";
import { readPhoto } from "./photo";
import { isRead, ofFound, type Read, resolve, type Resolved } from "./resolve";
import { useCamera } from "./use_camera";
import { useWedge } from "./use_wedge";

interface ScannerProps {
  onRead: (reads: Read[]) => void; // what one photo has, else one alone; a box comes first
  onDrug?: (drug: Drug) => void; // typed names are looked for where it is given
  here?: (drug: Drug) => boolean; // those that lie in the box: shown first, and retired ones too
  hint: string;
  start: string; // on the button that opens the camera
  label?: string; // of the field; without it nothing is typed here
}

const CODE_LIKE = /^[\x21-\x7e]*\d[\x20-\x7e]*$/; // a name of a medicine in Latin letters has no digit
const MOST_SHOWN = 8;

const find = (query: string, here: (drug: Drug) => boolean) =>
  findNamed(query, (catalogue.value?.drugs ?? []).filter((drug) => drug.state !== "retired" || here(drug)),
    (drug) => kindText(drug.type, drug.age), here);

const NONE: ReturnType<typeof find> = { hits: [], sure: false };

function Camera({ onText, hint, word }: { onText: (text: string, format: string) => void; hint: string; word: string }) {
  const { video, state, torch, start, stop, light } = useCamera((sight) => onText(sight.text, sight.format));
  const open = state === "on" || state === "loading";
  return (
    <div class={`camera ${state}`}>
      <video ref={video} playsInline muted hidden={!open} aria-label={hint} />
      {state === "on" && <p class="aim"><span>{hint}</span></p>}
      {state === "loading" && <p class="aim" role="status"><span>{t("scan.loading")}</span></p>}
      {(state === "denied" || state === "missing" || state === "broken") && <p class="camera-word" role="status">{t(`scan.${state}`)}</p>}
      <div class="camera-keys">
        {!open && state !== "missing" && (
          <button type="button" class="primary" onClick={() => void start()}>
            <Icon name="scan" />{word}
          </button>
        )}
        {open && torch !== null && (
          <button type="button" class="glass" aria-pressed={torch} onClick={() => void light()}><Icon name="torch" />{t("scan.torch")}</button>
        )}
        {open && <button type="button" class="glass" onClick={() => stop()}><Icon name="close" />{t("scan.stop")}</button>}
      </div>
    </div>
  );
}

function Photo({ onRead }: { onRead: (reads: Resolved[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (!online.value) return toast(t("scan.photo.offline"), true);
    setReading(true);
    try {
      const { rows, findings } = await readPhoto(file);
      const [finding] = findings;
      if (rows.length === 0)
        toast((typeof finding === "string" ? finding : finding?.message) ?? t("scan.photo.none"), true);
      onRead(rows.map(ofFound).sort((a, b) => Number(b.what === "box") - Number(a.what === "box")));
    } catch (error) {
      failed(error);
    } finally {
      setReading(false);
      if (input.current) input.current.value = "";
    }
  };
  return (
    <>
      <input ref={input} id="photo" class="hidden-file" type="file" accept="image/*" capture="environment" disabled={reading}
        onChange={(event) => void read(event.currentTarget.files?.[0])} />
      <label for="photo" class="button"><Icon name="camera" />{t(reading ? "scan.photo.reading" : "scan.photo")}</label>
    </>
  );
}

/** Codes as what they mean, those of a hand scanner by themselves. What is wrong with one is said here. */
export function useReads(onRead: (reads: Read[]) => void) {
  const tell = (reads: Resolved[]) => {
    const good = reads.filter(isRead);
    const bad = reads.find((read) => read.what === "bad");
    if (bad) {
      feelBad();
      toast(bad.message, true);
    }
    if (good.length > 0) onRead(good);
  };
  const say = async (text: string, format: string) => tell([await resolve(text, format)]);
  useWedge((text) => void say(text, ""));
  useEffect(soundOnTouch, []);
  return { tell, say };
}

export function Scanner({ onRead, onDrug, here = () => false, hint, start, label }: ScannerProps) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const { hits, sure } = onDrug && !CODE_LIKE.test(query) ? find(query, here) : NONE;
  const { tell, say } = useReads(onRead);
  const typed = () => {
    const text = query.trim();
    const [best] = hits;
    if (best && !sure) { // which of them is not for the program to say
      toast(t("pick.choose"));
      list.current?.querySelector("button")?.focus();
      return;
    }
    setQuery("");
    if (best && onDrug) onDrug(best);
    else if (onDrug && !CODE_LIKE.test(text)) {
      feelBad();
      toast(t("scan.noname", { text }), true);
    } else if (text !== "") void say(text, "");
  };
  return (
    <section class="scanner">
      <Camera onText={(text, format) => void say(text, format)} hint={hint} word={start} />
      <form class="typed" onSubmit={(event) => { event.preventDefault(); typed(); }}>
        {label !== undefined && (
          <>
            <input type="text" enterKeyHint="go" autoComplete="off" autoCapitalize="off" spellcheck={false} aria-label={label}
              placeholder={label} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
            <button type="submit" disabled={query.trim() === ""}>{t("scan.go")}</button>
          </>
        )}
        <Photo onRead={tell} />
      </form>
      {onDrug && hits.length > 0 && (
        <ul ref={list} class="hits" aria-label={t("find.title")}>
          {hits.slice(0, MOST_SHOWN).map((drug) => (
            <li key={drug.id}>
              <button type="button" onClick={() => { setQuery(""); onDrug(drug); }}>
                <b>{title(drug)}</b>
                <span class="quiet">{kindText(drug.type, drug.age)}{here(drug) && ` · ${t("find.here")}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
