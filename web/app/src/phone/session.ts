// Who is signed in. What was known last serves while there is no network.

import { signal } from "@preact/signals";
import { ask, isNetwork, onSignedOut, post, useFormToken } from "../api/client";
import type { Me } from "../api/types";
import { dayAt } from "../base/day";
import { forgetKept, keep, recall } from "./db";

export const me = signal<Me | null>(null); // null: not known yet
/** Set where the service ended the session by itself while somebody was signed in. */
export const ended = signal(false);
let leaving = false; // by the person's own wish

const CHINA_MINUTES = 480;

export const offset = () => me.value?.utc_offset ?? CHINA_MINUTES;
/** By the phone's clock on the service's calendar: right over midnight and without a network. */
export const today = () => dayAt(Date.now(), offset());

/** What the phone keeps is one person's: another one who signs in starts anew. */
async function own(person: number): Promise<void> {
  const owner = await recall<number>("owner");
  if (owner && owner.data !== person) await forgetKept();
  await keep("owner", person, null);
}

export async function become(who: Me): Promise<void> {
  if (me.value?.person && who.person === null && !leaving) ended.value = true;
  if (who.person) await own(who.person.id);
  useFormToken(who.token);
  me.value = who;
  if (who.person) ended.value = false;
  await keep("me", who, null);
}

onSignedOut(() => {
  const who = me.value;
  if (!who?.person) return;
  void become({ ...who, person: null, token: null });
});

const NOBODY: Me = { person: null, token: null, lang: "zh", version: "", today: "", utc_offset: CHINA_MINUTES, host: "" };

/** First what the phone knows, so that the page stands at once; then what the service says. */
export async function loadMe(): Promise<void> {
  const known = await recall<Me>("me");
  if (known) {
    useFormToken(known.data.token);
    me.value = known.data;
  }
  const fresh = ask<Me>("GET", "me")
    .then(({ data }) => become(data as Me))
    .catch((error: unknown) => {
      if (me.value === null) me.value = NOBODY;
      if (!isNetwork(error)) throw error;
    });
  if (!known) await fresh.catch(() => {});
}

export async function signOut(): Promise<void> {
  leaving = true;
  try {
    await post("sign-out");
    await forgetKept();
    await become({ ...(me.value ?? NOBODY), person: null, token: null });
  } finally {
    leaving = false;
  }
}
