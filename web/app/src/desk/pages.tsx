// Pages as they will be printed, one at a time.

import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../parts/icon";
import { failed } from "../parts/toast";
import { t } from "./words";

interface PagesProps {
  first: string; // the picture of the first page
  pages: number;
  load: (page: number) => Promise<string>;
}

/** Made anew (by its key) for another print. */
export function Pages({ first, pages, load }: PagesProps) {
  const [page, setPage] = useState(1);
  const [picture, setPicture] = useState(first);
  const [busy, setBusy] = useState(false);
  const left = useRef(false);
  useEffect(() => () => void (left.current = true), []);
  const turn = async (to: number) => {
    setBusy(true);
    try {
      const next = await load(to);
      if (left.current) return;
      setPicture(next);
      setPage(to);
    } catch (error) {
      failed(error);
    } finally {
      if (!left.current) setBusy(false);
    }
  };
  return (
    <figure class="pages">
      {pages > 1 && (
        <figcaption class="pager">
          <button type="button" class="bare" aria-label={t("pagebefore")} disabled={busy || page === 1} onClick={() => void turn(page - 1)}><Icon name="back" /></button>
          <span role="status">{t("pageof", { n: page, pages })}</span>
          <button type="button" class="bare" aria-label={t("pageafter")} disabled={busy || page === pages} onClick={() => void turn(page + 1)}><Icon name="next" /></button>
        </figcaption>
      )}
      <img class={busy ? "paper busy" : "paper"} src={picture} alt={t("pageof", { n: page, pages })} />
    </figure>
  );
}
