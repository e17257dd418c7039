#!/usr/bin/env python3
"""Robots of chat groups are told of shortages: once when one begins, once when it ends. MEDBOX names the
program, which posts to a robot of this test."""

import base64
import hashlib
import hmac
import pathlib
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from person import joined  # noqa: E402
from robot import Robot, make_pair  # noqa: E402
from service import Inventory, says, Service  # noqa: E402

KEY = "k3y-0123456789abcdef"
SECRET = "SECb1c2d3e4f5"
CHIEF, LI = "correct horse 9", "battery staple 7"


class Scene:
    """Three empty boxes, of which eight kinds are short in Sunny; a robot; a secretary of Sunny."""

    def __init__(self, wait="1"):
        self.inventory, self.robot, self.wait = Inventory(), Robot(), wait
        self.service = Service(self.inventory, *self.robot.options(wait))
        self.office = joined(self.service, self.inventory, "office", "Chief", CHIEF)
        self.li = joined(self.service, self.inventory, "secretary", "Li", LI, "Sunny")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.robot.__exit__()

    def stop(self):
        assert self.service.stop() == 0, self.service.said
        for secret in (KEY, SECRET):
            assert secret not in self.service.said[0] + self.service.said[1], self.service.said

    def restart(self):
        self.stop()
        self.service = Service(self.inventory, *self.robot.options(self.wait))
        for person in (self.office, self.li):
            person.service = self.service

    def add(self, kind="dingtalk", person=None, **more):
        answer = (person or self.li).post("hooks", {"kind": kind, "url": self.robot.url(),
                                                    "label": "Volunteers", **more})
        assert answer.status == 200, answer.body
        return answer.json["id"]

    def fill(self, box="Gate"):
        """Ends the shortage of one kind."""
        self.inventory.run("donate", self.inventory.boxes[box], "1", "--units", "400", "--expiry",
                           "2030-01-31")

    def empty(self, box="Gate"):
        self.inventory.run("withdraw", self.inventory.boxes[box], "1", "--units", "400")

    def quiet(self, n, seconds=2.5):
        """That it is told nothing more for a while."""
        time.sleep(seconds)
        assert len(self.robot.told) == n, self.robot.texts()[n:]

    def row(self):
        row, = self.li.get("hooks").json["rows"]
        return row

    def wait_row(self, state):
        end = time.monotonic() + 20
        while (row := self.row())["state"] != state:
            assert time.monotonic() < end, row
            time.sleep(.1)
        return row


def refused(answer, status, kind, words, field=None):
    assert answer.status == status, (answer.status, answer.body)
    assert answer.error["kind"] == kind and says(answer.error, words), answer.error
    assert field is None or answer.error["field"] == field, answer.error


def test_a_shortage_is_told_when_it_begins_and_when_it_ends():
    with Scene() as scene:
        scene.add()
        first, = scene.robot.wait(1)
        assert first.startswith("【Sunny共享药箱】新增缺药8处\n· "), first
        assert first.count("\n· ") == 8 and "Gate" in first and "Hall" in first
        assert "Far" not in first and "已空" in first, first
        scene.quiet(1)
        scene.fill()
        second = scene.robot.wait(2)[1]
        assert second.startswith("【Sunny共享药箱】1处缺药已补上\n· Gate"), second
        scene.quiet(2)
        scene.empty()
        third = scene.robot.wait(3)[2]
        assert third.startswith("【Sunny共享药箱】新增缺药1处\n· Gate"), third
        row = scene.row()
        assert row["state"] == "active" and row["last_ok"] and row["last_error"] is None, row


def test_nothing_is_told_again_after_a_restart():
    with Scene() as scene:
        scene.add()
        scene.robot.wait(1)
        scene.wait_row("active")
        scene.restart()
        scene.quiet(1)
        scene.stop()
        scene.fill()  # while nobody looks
        scene.service = Service(scene.inventory, *scene.robot.options())
        assert scene.robot.wait(2)[1].startswith("【Sunny共享药箱】1处缺药已补上")
        scene.quiet(2)
        scene.inventory.check()


def test_what_is_put_right_at_once_is_not_told():
    with Scene("4") as scene:
        scene.fill()
        scene.add()
        first, = scene.robot.wait(1)
        assert "新增缺药7处" in first, first
        scene.empty()
        time.sleep(1)
        taken = scene.inventory.run("ledger")["rows"][-1]
        scene.inventory.run("undo", str(taken["seq"]))
        scene.quiet(1, 6)
        scene.empty()
        assert "新增缺药1处" in scene.robot.wait(2)[1]


def test_in_english_where_that_is_set():
    with Scene() as scene:
        scene.inventory.run("setting", "set", "robots.english", "1", "--area", "Sunny")
        scene.add()
        first, = scene.robot.wait(1)
        assert first.startswith("[Sunny, share boxes] 8 shortages have begun\n· Gate ("), first
        assert "fever medicine (adult): empty. 0.0 left" in first, first


def test_the_whole_of_a_district_fits_into_one_message():
    with Scene() as scene:
        scene.add("wecom", scene.office)
        first, = scene.robot.wait(1)
        path, body = scene.robot.told[0]
        assert set(body) == {"msgtype", "text"} and body["msgtype"] == "text"
        assert len(body["text"]["content"].encode()) <= 2048 and "缺药12处" in first
        assert path == "/robot/send?access_token=" + KEY


def test_dingtalk_is_signed_in_the_address():
    with Scene() as scene:
        scene.add(secret=SECRET)
        scene.robot.wait(1)
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(scene.robot.told[0][0]).query)
        stamp, = query["timestamp"]
        wanted = hmac.new(SECRET.encode(), f"{stamp}\n{SECRET}".encode(), hashlib.sha256).digest()
        assert query["sign"] == [base64.b64encode(wanted).decode()], query
        assert query["access_token"] == [KEY] and abs(int(stamp) / 1000 - time.time()) < 60
        assert scene.row()["signed"] is True


def test_feishu_is_signed_in_the_body():
    with Scene() as scene:
        scene.add("feishu", secret=SECRET, url=scene.robot.url("/open-apis/bot/v2/hook/" + KEY))
        scene.robot.wait(1)
        path, body = scene.robot.told[0]
        key = f"{body['timestamp']}\n{SECRET}".encode()
        assert body["sign"] == base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
        assert body["msg_type"] == "text" and abs(int(body["timestamp"]) - time.time()) < 60
        assert path == "/open-apis/bot/v2/hook/" + KEY


def test_a_trial():
    with Scene("600") as scene:
        number = scene.add()
        answer = scene.li.post(f"hooks/{number}/test", **{"Accept-Language": "en"})
        assert answer.json == {"ok": True, "message": "The robot took it."}, answer.body
        assert scene.robot.texts() == ["medbox: this is a test. Shortages will be told here."]
        scene.robot.mode = {"errcode": 310000, "errmsg": "keywords not in content"}
        answer = scene.li.post(f"hooks/{number}/test").json
        assert not answer["ok"] and "keywords not in content (310000)" in answer["message"], answer
        row = scene.row()
        assert row["state"] == "failing" and "310000" in row["last_error"], row
        assert not row["last_ok"] and row["last_at"] is not None
        scene.robot.mode = "ok"
        for _ in range(20):
            if (answer := scene.li.post(f"hooks/{number}/test")).status != 200:
                break
        refused(answer, 429, "busy", "too many")
        assert len(scene.robot.told) < 10 and int(answer.headers["Retry-After"]) > 0


def test_what_a_robot_may_do_to_us():
    with Scene("600") as scene:
        number = scene.add()
        for mode, words in (("drop", ""), ("reset", ""), ("moved", "HTTP 307"), ("page", "HTTP 502"),
                            ("long", "too long"), ({"errcode": "0"}, "no robot"), ({}, "no robot"),
                            ({"errcode": 1, "errmsg": "é" * 500}, "é" * 200 + " (1)")):
            scene.robot.mode = mode
            scene.service.ask("GET", "/api/1/me")
            answer = scene.li.post(f"hooks/{number}/test", **{"Accept-Language": "en"})
            if answer.status == 429:
                time.sleep(int(answer.headers["Retry-After"]) + .1)
                answer = scene.li.post(f"hooks/{number}/test", **{"Accept-Language": "en"})
            assert answer.status == 200 and not answer.json["ok"], (mode, answer.body)
            assert words in answer.json["message"], (mode, answer.body)
            assert KEY not in answer.body.decode()
        assert scene.robot.told == []


def test_one_that_hangs_holds_nobody_up():
    with Scene() as scene:
        scene.robot.mode = "hang"
        scene.add()
        scene.robot.wait_asked(1)
        began = time.monotonic()
        scene.fill()
        assert scene.li.get("overview").status == 200
        assert scene.li.post("box", {"name": "More", "area": scene.inventory.areas["Sunny"]}).status == 200
        assert time.monotonic() - began < 5
        assert "没有应答" in scene.wait_row("failing")["last_error"]
        scene.robot.wait_asked(2)  # and again
        began = time.monotonic()
        scene.stop()
        assert time.monotonic() - began < 5  # whatever the robot does


def test_what_was_not_taken_is_told_later_as_it_is_then():
    with Scene() as scene:
        scene.robot.mode = {"errcode": -1, "errmsg": "system busy"}
        scene.add()
        scene.robot.wait_asked(3)
        assert "system busy" in scene.wait_row("failing")["last_error"]
        scene.fill()
        asked = scene.robot.asked
        time.sleep(2)
        assert scene.robot.asked - asked < 6, "it does not wait longer each time"
        scene.robot.mode = "ok"
        first, = scene.robot.wait(1)
        assert "缺药7处" in first, first
        assert scene.wait_row("active")["last_error"] is None
        scene.quiet(1)


def test_one_that_was_told_too_often_is_left_alone():
    """DingTalk takes nothing for ten minutes then, however often it is asked."""
    with Scene() as scene:
        scene.robot.mode = {"errcode": 130101, "errmsg": "send too fast"}
        number = scene.add()
        assert "130101" in scene.wait_row("failing")["last_error"]
        asked = scene.robot.asked
        scene.fill()
        time.sleep(2.5)
        assert scene.robot.asked == asked, scene.robot.asked
        answer = scene.li.post(f"hooks/{number}/test")  # a person may ask, and reads the same
        assert answer.status == 200 and "130101" in answer.json["message"], answer.body


def test_whose_certificate_is_not_good():
    other = make_pair()
    with Scene("600") as scene, Robot(other) as stranger:
        scene.stop()
        scene.service = Service(scene.inventory, "--robot-host",
                                f"{scene.robot.host},{stranger.host},localhost", "--robot-ca",
                                scene.robot.ca)
        scene.li.service = scene.service
        number = scene.add(url=stranger.url())
        answer = scene.li.post(f"hooks/{number}/test", **{"Accept-Language": "en"})
        assert "certificate" in answer.json["message"] and stranger.asked == 0, answer.body


def test_addresses_that_are_none_of_a_robot():
    with Scene("600") as scene:
        for url, words in (
                ("http://oapi.dingtalk.com/robot/send?access_token=x", "no address of a robot"),
                ("https://oapi.dingtalk.com.evil.example/robot/send?access_token=x", "are at"),
                ("https://evil.example/robot/send?access_token=x", "are at"),
                ("https://oapi.dingtalk.com@evil.example/robot/send", "no address of a robot"),
                ("https://oapi.dingtalk.com:8443/robot/send?access_token=x", "are at"),
                ("https://oapi.dingtalk.com/other?access_token=x", "are at"),
                ("https://127.0.0.1/robot/send", "are at"), ("https://[::1]/robot/send", "are at"),
                ("https://169.254.169.254/latest/meta-data", "are at"),
                (f"https://127.0.0.1:{scene.service.port}/api/1/me", "are at"),
                ("https://oapi.dingtalk.com\\@evil.example/robot/send", "no address of a robot"),
                ("file:///etc/passwd", "no address of a robot"), ("gopher://x", "no address"),
                ("oapi.dingtalk.com/robot/send", "no address of a robot"),
                ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x", "are at")):
            answer = scene.li.post("hooks", {"kind": "dingtalk", "url": url, "label": "x"},
                                   **{"Accept-Language": "en"})
            refused(answer, 400, "input", words, "url")
            assert "access_token" not in answer.error["message"]
        for kind, url in (("wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"),
                          ("dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=2"),
                          ("feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/3"),
                          ("feishu", "https://open.larksuite.com/open-apis/bot/v2/hook/4")):
            assert scene.li.post("hooks", {"kind": kind, "url": url, "label": kind}).status == 200
        refused(scene.li.post("hooks", {"kind": "wecom", "label": "x", "url":
                                        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"}),
                409, "refused", "")
        for body, field in (({"kind": "slack"}, "kind"), ({"label": ""}, "label"), ({"url": ""}, "url"),
                            ({"secret": "x" * 501}, "secret"), ({"area": 0}, "area")):
            answer = scene.li.post("hooks", {"kind": "wecom", "url": "https://qyapi.weixin.qq.com/cgi-bin/"
                                             "webhook/send?key=9", "label": "x", **body})
            refused(answer, 400, "input", "", field)


def test_secrets_are_told_to_nobody():
    with Scene() as scene:
        number = scene.add(secret=SECRET)
        scene.robot.mode = {"errcode": 1, "errmsg": "no"}
        scene.robot.wait_asked(2)
        said = b""
        for path in ("hooks", "audit", "settings", "export/boxes.csv", "export/ledger.csv", "people",
                     "overview"):
            said += scene.office.get(path).body
        said += scene.office.post(f"hooks/{number}/test").body
        for secret in (KEY, SECRET):
            assert secret.encode() not in said, said
        row = scene.row()
        assert row["url_shown"] == "127.0.0.1 …" + KEY[-4:] and row["label"] == "Volunteers", row
        lines = [line for line in scene.office.get("audit").json["rows"] if line["act"] == "hook"]
        assert [(line["what"], line["detail"]) for line in lines] == \
            [("Volunteers", "tried out"), ("Volunteers", "DingTalk")], lines


def test_whose_robot_it_is():
    with Scene("600") as scene:
        other = scene.add(person=scene.office, area=scene.inventory.areas["Other"])
        assert scene.li.get("hooks").json["rows"] == []
        refused(scene.li.post(f"hooks/{other}/test"), 403, "denied", "")
        refused(scene.li.post(f"hooks/{other}/end"), 403, "denied", "")
        refused(scene.li.post("hooks", {"kind": "dingtalk", "url": scene.robot.url("/x"), "label": "x",
                                        "area": scene.inventory.areas["Other"]}), 403, "denied", "")
        wang = joined(scene.service, scene.inventory, "volunteer", "Wang", "481920", "Sunny")
        refused(wang.get("hooks"), 403, "denied", "")
        assert scene.office.post(f"hooks/{other}/end").json == {"ended": True}
        refused(scene.office.post(f"hooks/{other}/end"), 404, "missing", "")
        refused(scene.office.post(f"hooks/{other}/test"), 404, "missing", "")
        assert scene.office.get("hooks").json["rows"] == []


def test_one_that_was_ended_is_told_nothing_more():
    with Scene() as scene:
        number = scene.add()
        scene.robot.wait(1)
        assert scene.li.post(f"hooks/{number}/end").status == 200
        scene.fill()
        scene.quiet(1)
        scene.add()  # and a new one hears of all there is
        assert "缺药7处" in scene.robot.wait(2)[1]


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
