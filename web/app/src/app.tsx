// Which page stands: by the address, and by who is signed in.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Route } from "./base/route";
import { AccountPage } from "./pages/account";
import { BookPage } from "./pages/book";
import { BoxPage } from "./pages/box";
import { CountPage } from "./pages/count";
import { HomePage } from "./pages/home";
import { QueuePage } from "./pages/queue";
import { ResidentPage } from "./pages/resident";
import { JoinPage, SignPage } from "./pages/sign";
import { WalkPage } from "./pages/walk";
import { Page } from "./parts/page";
import { Perhaps } from "./parts/perhaps";
import { route } from "./parts/place";
import { Toast } from "./parts/toast";
import { me } from "./phone/session";
import { t } from "./words";

/** The desk is another room: it is fetched when somebody goes there. */
function DeskDoor({ path }: { path: string }) {
  const [Desk, setDesk] = useState<ComponentType<{ path: string }> | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import("./desk").then((room) => setDesk(() => room.Desk)).catch(() => setFailed(true));
  };
  useEffect(load, []);
  if (Desk) return <Desk path={path} />;
  return (
    <Page title={t("home.desk")} up="/">
      {failed
        ? <div class="card" role="alert"><p>{t("error.network")}</p><button type="button" onClick={load}>{t("app.retry")}</button></div>
        : <p class="quiet" role="status">{t("app.loading")}</p>}
    </Page>
  );
}

const Missing = () => (
  <Page title={t("app.missing")} up="/"><a class="wide" href="/">{t("app.home")}</a></Page>
);

const Astray = ({ typed }: { typed: string }) => (
  <Page title={t("box.astray")} up="/">
    <p>{t("resident.unknown", { code: typed })}</p>
    <Perhaps key={typed} code={typed} />
    <a class="wide" href="/">{t("app.home")}</a>
  </Page>
);

function forPerson(at: Route) {
  switch (at.page) {
    case "box": return <BoxPage key={at.box} code={at.box} mark={at.mark} />;
    case "in":
    case "out": return <BookPage key={at.box + at.page} code={at.box} mode={at.page} />;
    case "count": return <CountPage key={at.box} code={at.box} />;
    case "walk": return <WalkPage />;
    case "queue": return <QueuePage />;
    case "account": return <AccountPage />;
    case "desk": return me.value?.person?.role === "volunteer"
      ? <Page title={t("home.desk")} up="/"><p class="big-empty">{t("app.denied")}</p></Page>
      : <DeskDoor path={at.path} />;
    case "missing": return <Missing />;
    default: return <HomePage />;
  }
}

function forNobody(at: Route) {
  switch (at.page) {
    case "box": return <ResidentPage key={at.box} code={at.box} />;
    case "missing": return <Missing />;
    default: return <SignPage />;
  }
}

export function App() {
  const at = route.value;
  const known = me.value;
  if (at.page === "join" || at.page === "first") return <><JoinPage kind={at.page} code={at.code} /><Toast /></>;
  if (at.page === "box" && known === null) return <><ResidentPage key={at.box} code={at.box} /><Toast /></>;
  if (at.page === "astray") return <><Astray typed={at.typed} /><Toast /></>;
  if (known === null) return <p class="opening" role="status">{t("app.loading")}</p>;
  return <>{known.person ? forPerson(at) : forNobody(at)}<Toast /></>;
}
