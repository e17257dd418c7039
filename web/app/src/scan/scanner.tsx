// All ways to say a code: the live camera, a photo, a hand scanner, typing, or a medicine's name.

import { useRef, useState } from "preact/hooks";
import { online } from "../api/network";
import type { Drug } from "../api/types";
import { title } from "../base/amount";
import { matches } from "../base/search";
import { catalogue } from "../phone/area";
import { Icon } from "../parts/icon";
import { kindText } from "../parts/kinds";
import { failed, toast } from "../parts/toast";
import { t } from "../words";
import { allowSound, feelBad } from "./feedback";
import { readPhoto } from "./photo";
import { ofFound, resolve, type Resolved } from "./resolve";
import { useCamera } from "./use_camera";
import { useWedge } from "./use_wedge";

interface ScannerProps {
  onRead: (read: Resolved) => void;
  onDrug?: (drug: Drug) => void; // typed names are looked for where it is given
  first?: (drug: Drug) => boolean; // those to show first
  hint: string;
  start: string; // on the button that opens the camera
  label?: string; // of the field; without it nothing is typed here
}

const CODE_LIKE = /^[\x21-\x7e]*\d[\x20-\x7e]*$/; // a name of a medicine in Latin letters has no digit
const MOST_SHOWN = 8;

function find(query: string, first?: (drug: Drug) => boolean): Drug[] {
  if (query.trim() === "") return [];
  const hits = (catalogue.value?.drugs ?? []).filter(
    (drug) => drug.state !== "retired" && matches(query, drug.name, drug.brand, drug.strength, kindText(drug.type, drug.age)));
  return hits.sort((a, b) => Number(first?.(b) ?? 0) - Number(first?.(a) ?? 0)).slice(0, MOST_SHOWN);
}

function Camera({ onText, hint, word }: { onText: (text: string, format: string) => void; hint: string; word: string }) {
  const { video, state, torch, start, stop, light } = useCamera((sight) => onText(sight.text, sight.format));
  const open = state === "on" || state === "loading";
  return (
    <div class={`camera ${state}`}>
      <video ref={video} playsInline muted hidden={!open} aria-label={hint} />
      {state === "on" && <p class="aim"><span>{hint}</span></p>}
      {state === "loading" && <p class="aim" role="status"><span>{t("scan.loading")}</span></p>}
      {(state === "denied" || state === "missing") && <p class="camera-word" role="status">{t(`scan.${state}`)}</p>}
      <div class="camera-keys">
        {!open && state !== "missing" && (
          <button type="button" class="primary" onClick={() => { allowSound(); void start(); }}>
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

function Photo({ onRead }: { onRead: (read: Resolved) => void }) {
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
      // The box first, whatever comes first in the picture: the packs go into it.
      [...rows].sort((a, b) => Number(b.what === "box") - Number(a.what === "box")).forEach((row) => onRead(ofFound(row)));
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

export function Scanner({ onRead, onDrug, first, hint, start, label }: ScannerProps) {
  const [query, setQuery] = useState("");
  const hits = onDrug && !CODE_LIKE.test(query) ? find(query, first) : [];
  const say = async (text: string, format: string) => {
    const read = await resolve(text, format);
    if (read.what === "bad") {
      feelBad();
      toast(read.message, true);
    } else onRead(read);
  };
  const typed = () => {
    const text = query.trim();
    if (text === "") return;
    setQuery("");
    const [only] = hits;
    if (only && onDrug && (hits.length === 1 || !CODE_LIKE.test(text))) onDrug(only);
    else if (onDrug && !CODE_LIKE.test(text)) {
      feelBad();
      toast(t("scan.noname", { text }), true);
    } else void say(text, "");
  };
  useWedge((text) => void say(text, ""));
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
        <Photo onRead={onRead} />
      </form>
      {onDrug && hits.length > 0 && (
        <ul class="hits" aria-label={t("find.title")}>
          {hits.map((drug) => (
            <li key={drug.id}>
              <button type="button" onClick={() => { setQuery(""); onDrug(drug); }}>
                <b>{title(drug)}</b><span class="quiet">{kindText(drug.type, drug.age)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
