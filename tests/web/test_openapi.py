#!/usr/bin/env python3
"""docs/openapi.json says what the service does: every route, every field, every error, and the answers
that it really gives. See openapi.py for how it is kept."""

import copy
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import examples  # noqa: E402
import openapi  # noqa: E402
import tap  # noqa: E402
from service import NOBODY, Service  # noqa: E402

ROWS, DOCUMENT = openapi.table(), openapi.load()
ANSWERS = list(examples.answers(ROWS))


def none_of(found):
    found = list(found)
    assert not found, "\n" + "\n".join(found)


def test_every_route_and_no_other():
    written = {(path, method.upper()) for path, operations in DOCUMENT["paths"].items()
               for method in operations}
    assert written == {(row["path"], row["method"]) for row in ROWS}, \
        written ^ {(row["path"], row["method"]) for row in ROWS}


def test_every_field_limit_role_and_error():
    fresh = copy.deepcopy(DOCUMENT)
    openapi.write(fresh, ROWS)
    none_of(f"{method} {path} is not what the table says: openapi.py --write"
            for path, operations in fresh["paths"].items() for method, operation in operations.items()
            if operation != DOCUMENT["paths"].get(path, {}).get(method))


def test_every_answer_is_described_to_the_end():
    def all_of_them():
        for path, operations in DOCUMENT["paths"].items():
            for method, operation in operations.items():
                kinds = operation["responses"]["200"]["content"]
                if not kinds:
                    yield f"{method} {path}: no answer"
                for kind, content in kinds.items():
                    if kind == "application/json":
                        for end in openapi.loose_ends(content["schema"]):
                            yield f"{method} {path}: {end}"
        for name, schema in DOCUMENT["components"]["schemas"].items():
            for end in openapi.loose_ends(schema):
                yield f"{name}: {end}"

    none_of(all_of_them())


def test_every_route_has_an_example():
    seen = {(method, path) for method, path, _ in ANSWERS}
    none_of(f"{row['method']} {row['path']} has none" for row in ROWS
            if (row["method"], row["path"]) not in seen and row["path"] != "/api/1/events")


def test_every_route_has_a_sentence():
    none_of(f"{method} {path} has no summary"
            for path, operations in DOCUMENT["paths"].items()
            for method, operation in operations.items() if not operation["summary"].endswith("."))


def test_every_answer_is_of_its_shape():
    def all_of_them():
        for method, path, answer in ANSWERS:
            responses = DOCUMENT["paths"][path][method.lower()]["responses"]
            kind = answer.headers["Content-Type"]
            if answer.status != 200:
                yield f"{method} {path}: {answer.status} {answer.body[:200]}"
            elif kind not in responses["200"]["content"]:
                yield f"{method} {path} answers with {kind}"
            elif kind == "application/json":
                schema = responses["200"]["content"][kind]["schema"]
                for complaint in openapi.complaints(schema, answer.json):
                    yield f"{method} {path}: {complaint}"

    none_of(all_of_them())


def test_a_shape_that_is_wrong_is_found():
    schema = {"type": "object", "properties": {"a": {"type": "integer"},
                                               "b": {"type": ["array", "null"],
                                                     "items": {"type": "string"}}},
              "required": ["a"]}
    assert not list(openapi.complaints(schema, {"a": 1, "b": ["x"]}))
    assert not list(openapi.loose_ends(schema))
    for loose in ({}, {"type": "object"}, {"type": "array"}, {"type": "null"},
                  {"type": "object", "properties": {"a": {}}},
                  {"type": "object", "properties": {"a": {"type": "string"}},
                   "additionalProperties": True}):
        assert list(openapi.loose_ends(loose)), loose
    for wrong in ({}, {"a": "1"}, {"a": True}, {"a": 1, "b": [1]}, {"a": 1, "c": 1}, [], None):
        assert list(openapi.complaints(schema, wrong)), wrong


def test_every_error_is_of_its_shape():
    world = examples.World()
    error = DOCUMENT["components"]["schemas"]["Error"]
    nobody = Service(world.inventory, role=NOBODY)
    service = world.service
    try:
        for asked, status, kind in (
                (service.get("/api/1/box/x"), 400, "input"),
                (service.get("/api/1/box/AAAAAAV"), 404, "missing"),
                (nobody.get("/api/1/boxes"), 401, "denied"),
                (service.post("/api/1/codes", {"code": "6901234567892", "drug": world.drug + 1,
                                               "units": 3}), 409, "refused"),
                (service.ask("DELETE", "/api/1/boxes"), 405, "input")):
            assert asked.status == status and asked.error["kind"] == kind, (asked.status, asked.body)
            none_of(openapi.complaints(error, asked.json))
    finally:
        nobody.stop()
        service.stop()


def test_nobody_gets_past_the_role():
    world = examples.World()
    nobody = Service(world.inventory, role=NOBODY)
    bodies = world.bodies()
    try:
        for row in ROWS:
            if row["least"] == 0:
                continue
            path = row["path"].replace("{code}", world.gate).replace("{box}", world.gate) \
                .replace("{type}", "fever").replace("{age}", "adult").replace("{id}", "1") \
                .replace("{drug}", "1") \
                .replace("{what}", "boxes").replace("{file}", "boxes.csv")
            sent = bodies.get((row["method"], row["path"]))
            sent = sent[1] if isinstance(sent, tuple) else None if isinstance(sent, str) else sent
            answer = nobody.ask(row["method"], path, sent,
                                {"Content-Type": row["takes"] or "application/json"})
            assert answer.status in ((401,) if sent is not None else (400, 401)), \
                (row["method"], path, answer.status, answer.body)
    finally:
        nobody.stop()
        world.service.stop()


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))
