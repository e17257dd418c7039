// Paper before it is printed: what there is to say of it, its pages, and the PDF.

import type { ComponentChildren } from "preact";
import { Icon } from "../parts/icon";
import { Pages } from "./pages";
import { t } from "./words";

export interface Shown {
  pages: number;
  notes: string[]; // what is shortened or left out
  host_unset: boolean; // its codes lead nowhere yet
  picture: string; // of the page that was asked for
}

interface ShownPaperProps {
  shown: Shown;
  busy: boolean;
  format?: string; // of the file; else PDF
  print: () => void;
  load: (page: number) => Promise<Shown>;
  children?: ComponentChildren;
}

export function ShownPaper({ shown, busy, format = "pdf", print, load, children }: ShownPaperProps) {
  return (
    <section class="card form" role="status">
      {children}
      {shown.host_unset && <p class="notice"><Icon name="warn" />{t("hostunset")}</p>}
      {shown.notes.map((note) => <p key={note} class="notice"><Icon name="warn" />{note}</p>)}
      <Pages key={shown.picture} first={shown.picture} pages={shown.pages} load={async (page) => (await load(page)).picture} />
      <button type="button" class="wide primary" disabled={busy} onClick={print}>{format === "pdf" ? t("getpdf") : t("getfile", { format: format.toUpperCase() })}</button>
      <p class="quiet">{t("printhow")}</p>
    </section>
  );
}
