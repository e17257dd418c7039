// The desk's frame: rooms at the side, the room in the middle.

import type { ComponentChildren } from "preact";
import { t as say } from "../words";
import { Icon } from "../parts/icon";
import { Page } from "../parts/page";
import type { Asked } from "./ask";
import { ROOMS } from "./rooms";
import { t } from "./words";

export function Frame({ path, title, aside, children }: { path: string; title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <Page title={title} kind="desk" aside={<>{aside}<a class="bare" href="/#account" aria-label={say("account.title")}><Icon name="person" /></a></>}>
      <nav class="rooms" aria-label={t("desk")}>
        <a href="/"><Icon name="scan" />{t("phone")}</a>
        {ROOMS.map((room) => (
          <a key={room.path} href={room.path === "" ? "/desk" : `/desk/${room.path}`} aria-current={room.path === path ? "page" : undefined}>{t(room.word)}</a>
        ))}
      </nav>
      <div class="room">{children}</div>
    </Page>
  );
}

/** What an answer becomes, or why there is none yet. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ComponentChildren }) {
  if (asked.data) return <>{children(asked.data)}</>;
  if (asked.error)
    return <div class="card" role="alert"><p>{asked.error}</p><button type="button" onClick={asked.reload}>{say("app.retry")}</button></div>;
  return <p class="quiet" role="status">{say("app.loading")}</p>;
}
