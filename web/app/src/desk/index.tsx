// The secretary's desk: a room of its own, fetched when somebody goes there.

import { Frame } from "./frame";
import { ROOMS } from "./rooms";
import { t } from "./words";

export function Desk({ path }: { path: string }) {
  const room = ROOMS.find((one) => one.path === path);
  if (!room) return <Frame path={path} title={t("desk")}><p class="big-empty">{t("noroom")}</p></Frame>;
  return <Frame path={path} title={t(room.word)}><room.View key={path} /></Frame>;
}
