import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { test } from "node:test";
import { uuid7 } from "../src/base/uuid";

// A browser has it by that name; Node.js only from 19 on.
(globalThis as { crypto?: unknown }).crypto ??= webcrypto;

test("version 7, in the order they were made, even within a millisecond", () => {
  const made = Array.from({ length: 5000 }, () => uuid7(1_800_000_000_000));
  for (const uuid of made) assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([...made].sort(), made);
  assert.equal(new Set(made).size, made.length);
  assert.ok(uuid7(1_700_000_000_000) > (made[made.length - 1] ?? ""), "a clock set back does not put it before");
});

test("the first 48 bits are the moment", () => {
  const ms = 1_900_000_000_123;
  assert.equal(parseInt(uuid7(ms).replace(/-/g, "").slice(0, 12), 16), ms);
});
