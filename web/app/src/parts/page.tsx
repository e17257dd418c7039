// The frame of a page: a bar with a way back, and what needs telling on every page.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { online } from "../api/network";
import { toldAt } from "../phone/area";
import { full, lasting } from "../phone/db";
import { others, refused, waiting } from "../phone/queue";
import { ended, me } from "../phone/session";
import { t } from "../words";
import { Icon } from "./icon";
import { back } from "./place";
import { when } from "./when";

/** What others have on this phone and is not sent: they have to know, and whoever has the phone can tell them. */
function OfOthers() {
  const names = new Map<string, number>();
  for (const { name = t("queue.somebody") } of others.value) names.set(name, (names.get(name) ?? 0) + 1);
  return <>{[...names].map(([name, n]) => <p key={name} class="standing" role="status"><Icon name="clock" />{t("queue.other", { name, n })}</p>)}</>;
}

/** Lines under the bar: no network, bookings that wait, bookings that were refused. */
function Standing() {
  if (!me.value?.person)
    return <>{ended.value && <p class="standing bad" role="status">{t(others.value.length > 0 ? "error.sign.kept" : "error.sign")}</p>}<OfOthers /></>;
  return (
    <>
      {!lasting && <p class="standing bad">{t("app.memory")}</p>}
      {full.value && <p class="standing bad" role="alert"><Icon name="warn" />{t("app.full")}</p>}
      {!online.value && (
        <p class="standing" role="status">
          <Icon name="cloud" />
          <span>{t("net.offline")}{toldAt.value > 0 && ` · ${t("net.told", { when: when(toldAt.value) })}`}</span>
        </p>
      )}
      {refused.value.length > 0 && (
        <a class="standing bad" href="/#queue"><Icon name="warn" />{t("home.refused", { n: refused.value.length })}</a>
      )}
      {waiting.value.length > 0 && (
        <a class="standing" href="/#queue"><Icon name="clock" />{t("home.waiting", { n: waiting.value.length })}</a>
      )}
      <OfOthers />
    </>
  );
}

const LONG = 20; // letters of a name that the bar can stay in sight with, on a small phone

interface PageProps {
  title: string;
  up?: string; // where Back leads when there is nothing to go back to
  aside?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
  kind?: string;
}

export function Page({ title, up, aside, foot, children, kind = "" }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);
  // A reader of the screen is told of the new page; nothing is outlined for those who see it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class={`page ${kind}`}>
      <header class={[...title].length > LONG ? "bar long" : "bar"}>
        {up !== undefined && (
          <button type="button" class="bare" aria-label={t("app.back")} onClick={() => back(up)}>
            <Icon name="back" />
          </button>
        )}
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        <div class="bar-aside">{aside}</div>
      </header>
      <Standing />
      <main>{children}</main>
      {foot && <footer class="foot">{foot}</footer>}
    </div>
  );
}
