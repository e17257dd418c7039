import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAt, dayOfGs1, daysUntil, monthEnd, shortDay } from "../src/base/day";

test("a month's last day, leap years too", () => {
  assert.equal(monthEnd(2027, 2), "2027-02-28");
  assert.equal(monthEnd(2028, 2), "2028-02-29");
  assert.equal(monthEnd(2027, 12), "2027-12-31");
});

test("days between days, over the change of a year", () => {
  assert.equal(daysUntil("2026-12-31", "2027-01-01"), 1);
  assert.equal(daysUntil("2027-03-01", "2027-02-28"), -1);
});

test("the day is the service's, not the phone's", () => {
  assert.equal(dayAt(Date.UTC(2026, 10, 25, 16, 30), 480), "2026-11-26");
  assert.equal(dayAt(Date.UTC(2026, 10, 25, 15, 59), 480), "2026-11-25");
});

test("a month's last day is shown as its month", () => {
  assert.equal(shortDay("2027-03-31"), "2027-03");
  assert.equal(shortDay("2027-03-30"), "2027-03-30");
});

test("dates of GS1 codes: day 00, wrong ones, the century", () => {
  assert.equal(dayOfGs1("270300", 2026), "2027-03-31");
  assert.equal(dayOfGs1("270315", 2026), "2027-03-15");
  assert.equal(dayOfGs1("271315", 2026), null);
  assert.equal(dayOfGs1("270230", 2026), null);
  assert.equal(dayOfGs1("990101", 2026), "1999-01-01");
  assert.equal(dayOfGs1("010101", 2060), "2101-01-01");
});
