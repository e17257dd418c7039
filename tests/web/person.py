"""Somebody at a service under test: a device with its cookie and its form token."""

import http.cookies
import re


class Person:
    """Nobody, until signed in."""

    def __init__(self, service, agent="Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0"):
        self.service, self.agent = service, agent
        self.cookie = self.token = self.me = None

    def headers(self, method, more=None):
        headers = {"User-Agent": self.agent}
        if self.cookie:
            headers["Cookie"] = f"medbox={self.cookie}"
        if self.token and method != "GET":
            headers["X-Form-Token"] = self.token
        return {**headers, **(more or {})}

    def ask(self, method, path, body=None, **more):
        answer = self.service.ask(method, f"/api/1/{path}", body, self.headers(method, more))
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = http.cookies.SimpleCookie(line)["medbox"].value or None
            self.me = answer.json
            self.token = self.me.get("token") if self.cookie else None
        return answer

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.ask("POST", path, {} if body is None else body, **more)

    def sign_in(self, login, secret):
        return self.post("sign-in", {"login": login, "secret": secret})


def code_of(text):
    """The code of an invitation in what was said."""
    return re.search(r"/[JF]/([0-9A-Z]{16})", text)[1]


def joined(service, inventory, role, name, secret, area=None):
    """A new person of a role, by an invitation from the machine's terminal, signed in."""
    words = ["invite", "--role", role] + (["--area", area] if area else [])
    person = Person(service)
    answer = person.post("join", {"code": inventory.run(*words)["code"], "name": name,
                                  "secret": secret})
    assert answer.status == 200, answer.body
    return person
