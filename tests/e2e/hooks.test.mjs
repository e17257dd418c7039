// Robots of chat groups at the desk, told by TLS: added, tried, one that does not answer, ended.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { House, sound } from "./house.mjs";

const KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

let house;
let desk;
let robot;
const told = [];
let mood = { errcode: 0, errmsg: "ok" };

/** A certificate and its key, as the service makes them for itself. */
async function makePair() {
  const maker = new House();
  const folder = join(maker.folder, "pair");
  mkdirSync(folder);
  await maker.serve("--tls-self", folder);
  const [cert, key] = ["CERTIFICATE", "PRIVATE KEY"].map((kind) =>
    readdirSync(folder).map((name) => join(folder, name)).find((file) => readFileSync(file, "latin1").includes(kind)));
  return { maker, cert, key };
}

before(async () => {
  const { maker, cert, key } = await makePair();
  robot = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      told.push(JSON.parse(body));
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(mood));
    });
  });
  await new Promise((listening) => robot.listen(0, "127.0.0.1", listening));
  house = await House.open("--robot-host", `127.0.0.1:${robot.address().port}`, "--robot-ca", cert, "--robot-wait", "1");
  desk = await house.member({ name: "刘书记", role: "secretary", viewport: { width: 1280, height: 800 } });
  house.pair = maker;
});
after(async () => {
  robot.closeAllConnections?.();
  robot.close();
  await house.pair.close();
  await house.close();
});

const field = (label) => desk.locator("dialog label").filter({ hasText: label }).locator("input");
const add = async (address) => {
  await desk.goto("/desk/hooks");
  await desk.click("text=添加群机器人");
  await desk.click("dialog .chip >> text=钉钉");
  await field("群的名称").fill("书院志愿者群");
  await field("Webhook 地址").fill(address);
  await desk.click("dialog button[type=submit]");
};
const url = () => `https://127.0.0.1:${robot.address().port}/robot/send?access_token=${KEY}`;

test("an address that is none of a robot's is refused at its field", async () => {
  await add("http://example.cn/robot");
  await desk.waitForSelector("dialog .refusal");
  assert.equal(await field("Webhook 地址").getAttribute("aria-invalid"), "true");
  await desk.keyboard.press("Escape");
  await sound(desk);
});

test("added, and tried: the group has it, the key is not shown", async () => {
  await add(url());
  await desk.waitForSelector(".rows >> text=书院志愿者群");
  assert.ok(!(await desk.innerText(".room")).includes(KEY));
  await desk.click("text=发一条试试");
  await desk.waitForSelector(".toast >> text=已发到群里");
  await desk.waitForSelector(".rows .good");
  assert.ok(told.length >= 1);
  await sound(desk);
});

test("one that refuses: said with its reason, and kept to be seen", async () => {
  mood = { errcode: 310000, errmsg: "keywords not in content" };
  await desk.click("text=发一条试试");
  await desk.waitForSelector(".toast.bad");
  await desk.waitForSelector(".rows .refusal");
  mood = { errcode: 0, errmsg: "ok" };
  await sound(desk);
});

test("ended: it is told nothing more", async () => {
  await desk.click(".rows .row-keys >> text=停用");
  await desk.click("dialog .danger");
  await desk.waitForSelector("text=还没有群机器人");
  await sound(desk);
});
