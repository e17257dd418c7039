// What is rarely asked of labels: other formats, strips, what stands around them.

import { Choice } from "../parts/choice";
import { Stepper } from "../parts/stepper";
import { t } from "./words";

export const FORMATS = ["pdf", "svg", "png", "zpl", "tspl", "escpos"] as const;
export type Format = (typeof FORMATS)[number];
const FLAGS = ["stub", "inspect", "outline", "cropmarks", "allow_missing"] as const;
type Flag = (typeof FLAGS)[number];

export interface More {
  format: Format;
  dpi: number; // 0: as the printer has it, or what is usual
  copies: number;
  bleed: number; // mm
  flags: readonly Flag[];
}

export const MORE: More = { format: "pdf", dpi: 0, copies: 1, bleed: 0, flags: [] };

/** In the words of the service, without what is as usual. */
export const moreOrder = ({ format, dpi, copies, bleed, flags }: More) => ({
  ...(format !== "pdf" && { format }), ...(dpi > 0 && { dpi }), ...(copies > 1 && { copies }), ...(bleed > 0 && { bleed }),
  ...Object.fromEntries(flags.map((flag) => [flag, true])),
});

const DPIS = [0, 203, 300, 600] as const;
const dpiWord = (dpi: number, printer?: { dpi: number }) => (dpi > 0 ? String(dpi) : printer ? t("dpiof", { dpi: printer.dpi }) : t("dpiusual"));
const isFormat = (word: string): word is Format => (FORMATS as readonly string[]).includes(word);

interface LabelMoreProps {
  more: More;
  using: { language: string; dpi: number } | undefined; // the printer
  onChange: (more: More) => void;
}

export function LabelMore({ more, using, onChange }: LabelMoreProps) {
  const set = (part: Partial<More>) => onChange({ ...more, ...part });
  const flag = (name: Flag, on: boolean) => set({ flags: on ? [...more.flags, name] : more.flags.filter((one) => one !== name) });
  const own = using && isFormat(using.language) ? using.language : null;
  return (
    <details class="fold">
      <summary>{t("more")}</summary>
      <div class="form">
        <label class="field"><span>{t("format")}</span>
          <select value={more.format} onChange={({ currentTarget: { value } }) => isFormat(value) && set({ format: value })}>
            {FORMATS.map((name) => <option key={name} value={name}>{t(`format.${name}`)}{name === own ? ` · ${t("ownformat")}` : ""}</option>)}
          </select>
        </label>
        <Choice legend={t("dpi")} value={String(more.dpi)} onChoose={(value) => set({ dpi: Number(value) })} options={DPIS.map((dpi) => ({ value: String(dpi), word: dpiWord(dpi, using) }))} />
        <div class="field"><span>{t("copies")}</span><Stepper value={more.copies} least={1} most={100} what={t("copies")} unit="" onChange={(copies) => set({ copies })} /></div>
        <div class="field"><span>{t("bleed")}</span><Stepper value={more.bleed} least={0} most={20} what={t("bleed")} unit="mm" onChange={(bleed) => set({ bleed })} /></div>
        {FLAGS.map((name) => (
          <label key={name} class="check">
            <input type="checkbox" checked={more.flags.includes(name)} onChange={(event) => flag(name, event.currentTarget.checked)} /><span>{t(`with.${name}`)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
