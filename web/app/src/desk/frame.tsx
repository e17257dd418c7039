// The desk's frame: rooms at the side, or behind a key where there is no room for them.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t as say } from "../words";
import { Icon } from "../parts/icon";
import { Page } from "../parts/page";
import { Sheet } from "../parts/sheet";
import type { Asked } from "./ask";
import { GROUPS, ROOMS } from "./rooms";
import { t } from "./words";

const Links = ({ path, onGo }: { path: string; onGo?: () => void }) => (
  <>
    <a href="/" onClick={onGo}><Icon name="scan" />{t("phone")}</a>
    {GROUPS.map((group) => (
      <div key={group} class="room-group" role="group" aria-label={t(`group.${group}`)}>
        <span aria-hidden="true">{t(`group.${group}`)}</span>
        {ROOMS.filter((room) => room.group === group).map((room) => (
          <a key={room.path} href={room.path === "" ? "/desk" : `/desk/${room.path}`} aria-current={room.path === path ? "page" : undefined} onClick={onGo}>{t(room.word)}</a>
        ))}
      </div>
    ))}
  </>
);

interface FrameProps {
  path: string;
  title: string;
  children: ComponentChildren;
}

export function Frame({ path, title, children }: FrameProps) {
  const [menu, setMenu] = useState(false);
  const close = () => setMenu(false);
  return (
    <Page title={title} kind="desk" aside={
      <>
        <a class="bare" href="/#account" aria-label={say("account.title")}><Icon name="person" /></a>
        <button type="button" class="bare rooms-key" aria-haspopup="dialog" onClick={() => setMenu(true)}><Icon name="menu" />{t("rooms")}</button>
      </>
    }>
      <nav class="rooms" aria-label={t("desk")}><Links path={path} /></nav>
      <div class="room">{children}</div>
      {menu && <Sheet title={t("desk")} onClose={close}><nav class="rooms-sheet" aria-label={t("desk")}><Links path={path} onGo={close} /></nav></Sheet>}
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
