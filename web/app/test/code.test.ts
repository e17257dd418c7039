import assert from "node:assert/strict";
import { test } from "node:test";
import { boxCodeOfAddress, labelPath, readBoxCode, showBoxCode } from "../src/code/boxcode";
import { type Code, readCode } from "../src/code/code";

const read = (text: string, format = ""): Code => readCode(text, format, 2026);

// Codes with their check characters by scanner/boxcode.h (tests/unit/test_boxcode.c has the same).
const BOX = "AB0000X";

test("a box code in every way that people type it", () => {
  for (const text of ["AB0000X", "ab0-000x", " AB0 000X ", "ＡＢ０－０００Ｘ", "ABO-OOOX"]) assert.deepEqual(readBoxCode(text), { box: BOX, mark: null }, text);
  assert.equal(showBoxCode(BOX), "AB0-000X");
});

test("a wrong character, a swap and a cut code are none", () => {
  for (const text of ["ab0-000x-7wqz", "AB0000X 7WQZ", "ab0000x7wqz"]) assert.deepEqual(readBoxCode(text), { box: BOX, mark: "7WQZ" }, text);
  for (const text of ["AB0000X7WQ", "AB0000X7WQU", "AB0000Y7WQZ", "AB0000Y", "BA0000X", "AB0000", "AB0000XX", "1234567"]) assert.equal(readBoxCode(text), null, text);
});

test("the address of a label, with host, nonce, any case", () => {
  for (const text of ["https://BOX.EXAMPLE.CN/B/AB0000X", "https://box.example.cn/b/ab0000x-7k2m", "/B/AB0-000X", "/B/AB0-000X-7K2M", "/B/AB0000X/?x=1", "http://192.168.1.5:8443/B/AB0000X"])
    assert.deepEqual(boxCodeOfAddress(text), { box: BOX, mark: /7k2m/i.test(text) ? "7K2M" : null }, text);
  for (const text of ["https://example.cn/C/AB0000X", "/B/AB0000Y", "/B/", "/B/AB0000X/stock", "javascript:/B/AB0000X"])
    assert.equal(boxCodeOfAddress(text), null, text);
  const found = read("https://BOX.EXAMPLE.CN/B/AB0000X-7K2M", "qr_code");
  assert.deepEqual(found, { what: "box", box: BOX, mark: "7K2M", text: "https://BOX.EXAMPLE.CN/B/AB0000X-7K2M" });
  for (const mark of [null, "7K2M"]) assert.deepEqual(boxCodeOfAddress(labelPath({ box: BOX, mark })), { box: BOX, mark });
});

test("retail codes are GTINs of 14 digits; a wrong check digit is none", () => {
  for (const [text, kind, code] of [
    ["6901234567892", "gtin", "06901234567892"],
    ["2000000000015", "own", "02000000000015"],
    ["０６９０１２３４５６７８９２", "gtin", "06901234567892"],
    ["96385074", "gtin", "00000096385074"],
    ["036000291452", "gtin", "00036000291452"],
    ["86904879000126", "national", "86904879000126"],
  ] as const) {
    const found = read(text);
    assert.ok(found.what === "product", text);
    assert.deepEqual([found.kind, found.code, found.pack], [kind, code, null], text);
  }
  assert.equal(read("6901234567893").what, "unknown");
});

test("UPC-E is read where the detector says that it is one", () => {
  const found = read("01234565", "upc_e");
  assert.ok(found.what === "product");
  assert.equal(found.code, "00012345000065");
});

test("a traceability code is one very pack", () => {
  const found = read("81234567890123456789", "code_128");
  assert.ok(found.what === "product");
  assert.deepEqual([found.kind, found.code, found.pack], ["trace", "8123456", "81234567890123456789"]);
});

test("GS1: bracketed, plain with separators, AIM prefix, day 00", () => {
  for (const text of [
    "(01)06901234567892(17)270300(10)A1B2(21)S7",
    "0106901234567892172703001" + "0A1B2\x1d21S7",
    "]d2010690123456789217270300" + "10A1B2\x1d21S7",
  ]) {
    const found = read(text);
    assert.ok(found.what === "product", JSON.stringify(text));
    assert.deepEqual([found.code, found.expiry, found.lot, found.pack], ["06901234567892", "2027-03-31", "A1B2", "06901234567892/S7"], text);
  }
  assert.equal(read("(01)06901234567893(17)270331").what, "unknown");
});

test("a GS1 Digital Link", () => {
  const found = read("https://id.gs1.org/01/06901234567892/10/L%2F1?17=270331");
  assert.ok(found.what === "product");
  assert.deepEqual([found.code, found.lot, found.expiry], ["06901234567892", "L/1", "2027-03-31"]);
});

test("commands, with the colons turned into something else", () => {
  for (const text of ["MEDBOX:TIMES:12", "medbox times 12", "MEDBOX：TIMES：12", "MEDBOX;TIMES;12"]) {
    const found = read(text);
    assert.ok(found.what === "command", text);
    assert.deepEqual([found.word, found.times], ["TIMES", 12], text);
  }
  assert.equal(read("MEDBOX:DANCE").what, "unknown");
  assert.equal(read("MEDBOX:TIMES:0").what, "unknown");
});

test("approval numbers", () => {
  const found = read("国药准字H20013141");
  assert.ok(found.what === "product");
  assert.deepEqual([found.kind, found.code], ["approval", "H20013141"]);
});

test("anything else is unknown and stays as it was", () => {
  for (const text of ["", "hello", "https://example.cn/", "12345", "\u0000\uffff", "(01)", "国药准字", "https://x/01/06901234567892/10/%E0%A4%A"])
    assert.equal(read(text).what === "box", false, text);
});
