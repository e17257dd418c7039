// Sends the queue by itself: at once, when the network is back, when the page is looked at again,
// and now and then. Sending twice is harmless: the service knows each uid.

import { ApiError, isPassing, post } from "../api/client";
import { onReachable } from "../api/network";
import type { Verdict } from "../api/types";
import { type Done, drop, loadQueue, markUndone, type Queued, settle, update, waiting } from "./queue";
import { refreshSoon } from "./area";

const BATCH = 50;
const FIRST_WAIT = 4_000;
const LONGEST_WAIT = 120_000;
const ANSWER_MS = 10_000; // a person is waiting for it

let wait = FIRST_WAIT;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;

/** Told of every verdict, for whoever shows them. */
export const verdicts = new Map<string, Verdict>();

async function take(items: Queued[], answers: Verdict[]): Promise<void> {
  const byUid = new Map(answers.map((answer) => [answer.uid, answer]));
  const settled: Done[] = [];
  const refused: Queued[] = [];
  for (const item of items) {
    const verdict = byUid.get(item.uid);
    if (!verdict || item.post.kind !== "booking") continue;
    verdicts.set(item.uid, verdict);
    const { entry } = item.post;
    if (verdict.verdict === "booked" || verdict.verdict === "repeated") {
      settled.push({ uid: item.uid, person: item.person, at: entry.done_at, entry,
        lines: verdict.lines ?? [], total: verdict.total ?? null, undone: false });
      if (entry.kind === "undo" && entry.of !== undefined) await markUndone(entry.of);
    } else {
      refused.push({ ...item, state: "refused", message: verdict.message, rule: verdict.rule });
    }
  }
  if (refused.length > 0) await update(refused);
  if (settled.length > 0) await settle(settled, settled.map((item) => item.uid));
}

async function sendBookings(items: Queued[]): Promise<void> {
  const entries = items.flatMap((item) => (item.post.kind === "booking" ? [item.post.entry] : []));
  const { verdicts: answers } = await post<{ verdicts: Verdict[] }>("bookings", { entries, dry_run: false }, ANSWER_MS);
  await take(items, answers);
}

async function sendOther(item: Queued): Promise<void> {
  const { post: what } = item;
  if (what.kind === "step") await post(`transfers/${what.transfer}/${what.step}`, { uid: item.uid });
  if (what.kind === "code") await post("codes", { code: what.code, drug: what.drug, units: what.units });
  await drop([item.uid]);
}

/** The longest run from the front that can go in one request. */
function nextRun(items: Queued[]): Queued[] {
  const end = items.findIndex((item) => item.post.kind !== "booking");
  if (end === 0) return items.slice(0, 1);
  return items.slice(0, Math.min(end < 0 ? items.length : end, BATCH));
}

async function refuse(items: Queued[], error: ApiError): Promise<void> {
  await update(items.map((item) => ({ ...item, state: "refused", message: error.message, rule: null })));
}

async function send(run: Queued[]): Promise<void> {
  const [first] = run;
  if (!first) return;
  try {
    await (first.post.kind === "booking" ? sendBookings(run) : sendOther(first));
  } catch (error) {
    if (!(error instanceof ApiError) || isPassing(error) || error.status === 401) throw error;
    if (run.length === 1) await refuse(run, error);
    else for (const item of run) await send([item]);
  }
}

/** What was not answered at once was done without the service's word: it is told so. */
async function markOffline(items: Queued[]): Promise<void> {
  const late = items.filter((item) => item.post.kind === "booking" && !item.post.entry.offline);
  if (late.length > 0)
    await update(late.map((item) => item.post.kind === "booking"
      ? { ...item, post: { ...item.post, entry: { ...item.post.entry, offline: true } } } : item));
}

async function work(): Promise<void> {
  await loadQueue();
  let sent = false;
  for (let items = waiting.value; items.length > 0; items = waiting.value) {
    const before = items.length;
    try {
      await send(nextRun(items));
      sent = true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return;
      await markOffline(waiting.value);
      clearTimeout(timer);
      timer = setTimeout(() => void sync(), wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      return;
    }
    wait = FIRST_WAIT;
    if (waiting.value.length >= before) return; // the service said nothing of them: later
  }
  if (sent) refreshSoon();
}

/** One at a time on the whole phone; a second call waits for the first. */
export function sync(): Promise<void> {
  if (running) return running;
  const locked = "locks" in navigator
    ? navigator.locks.request("medbox-sync", work).then(() => undefined)
    : work();
  running = locked.finally(() => void (running = null));
  return running;
}

/** For what has just come into the queue: one that was running may have looked before that. */
export async function syncAnew(): Promise<void> {
  if (running) await running;
  await sync();
}

let started = false;

export function startSync(): void {
  void sync();
  if (started) return;
  started = true;
  onReachable(() => void sync());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void sync();
  });
}
