// What the phone keeps (IndexedDB): what it was told last, the queue of bookings, and what became of
// them. Where a browser denies it (private windows), memory serves, and the app says so.

import { signal } from "@preact/signals";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { t } from "../words";
import type { Queued, Done } from "./queue";

interface Schema extends DBSchema {
  kept: { key: string; value: { etag: string | null; at: number; data: unknown } };
  queue: { key: string; value: Queued };
  done: { key: string; value: Done };
}

export let lasting = true;
/** The phone had no room for what was to be kept last. */
export const full = signal(false);

const memory = { kept: new Map(), queue: new Map(), done: new Map() } as const;
type Store = keyof typeof memory;

const opening: Promise<IDBPDatabase<Schema> | null> = (async () => {
  try {
    return await openDB<Schema>("medbox", 1, {
      upgrade(db) {
        db.createObjectStore("kept");
        db.createObjectStore("queue", { keyPath: "uid" });
        db.createObjectStore("done", { keyPath: "uid" });
      },
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch {
    lasting = false;
    return null;
  }
})();

/** A failure in words for the person. */
async function writing(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
    full.value = false;
  } catch (error) {
    full.value = (error as DOMException).name === "QuotaExceededError";
    throw full.value ? new Error(t("app.full")) : error;
  }
}

export interface Kept<T> {
  etag: string | null;
  at: number;
  data: T;
}

export async function recall<T>(key: string): Promise<Kept<T> | undefined> {
  const db = await opening;
  return (db ? await db.get("kept", key) : memory.kept.get(key)) as Kept<T> | undefined;
}

/** Names of what is kept that begin so. */
export async function keptKeys(begin: string): Promise<string[]> {
  const db = await opening;
  return db ? db.getAllKeys("kept", IDBKeyRange.bound(begin, `${begin}\uffff`)) : [...memory.kept.keys()].filter((key) => key.startsWith(begin));
}

export async function keep<T>(key: string, data: T, etag: string | null): Promise<void> {
  const value = { etag, at: Date.now(), data };
  const db = await opening;
  if (db) await writing(() => db.put("kept", value, key));
  else memory.kept.set(key, value);
}

/** Everything that belongs to whoever is signed in; the queue stays. */
export async function forgetKept(): Promise<void> {
  const db = await opening;
  if (db) await db.clear("kept");
  else memory.kept.clear();
}

export async function all<S extends "queue" | "done">(store: S): Promise<Schema[S]["value"][]> {
  const db = await opening;
  return db ? ((await db.getAll(store)) as Schema[S]["value"][]) : [...memory[store as Store].values()];
}

/** All of them or none; on return they are on the disk. */
export async function putAll<S extends "queue" | "done">(store: S, values: Schema[S]["value"][]): Promise<void> {
  const db = await opening;
  if (!db) {
    for (const value of values) memory[store as Store].set(value.uid, value);
    return;
  }
  const tx = db.transaction(store, "readwrite", { durability: "strict" });
  await writing(() => Promise.all([...values.map((value) => tx.store.put(value)), tx.done]));
}

export async function removeAll(store: "queue" | "done", uids: string[]): Promise<void> {
  const db = await opening;
  if (!db) {
    for (const uid of uids) memory[store].delete(uid);
    return;
  }
  const tx = db.transaction(store, "readwrite");
  await Promise.all([...uids.map((uid) => tx.store.delete(uid)), tx.done]);
}
