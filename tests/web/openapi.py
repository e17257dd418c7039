#!/usr/bin/env python3
"""docs/openapi.json and the service itself, held together.

What the route table knows (paths, fields, their kinds and limits, who may) is written into the document
by `openapi.py --write`, and so is the shape of an answer that has none yet, as the service gives it;
sentences, and what an answer's members mean, are written by hand and stay.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = HERE.parents[1] / "docs" / "openapi.json"
ROLES = ["nobody", "volunteer", "secretary", "office"]
ERRORS = {"400": "Input", "401": "SignIn", "403": "Denied", "404": "Missing", "409": "Refused",
          "413": "TooLarge", "429": "TooMany", "500": "Broken", "503": "Busy"}


def table():
    """The rows of the route table."""
    return json.loads(subprocess.check_output([os.environ["LIST_ROUTES"]]))


def load():
    return json.loads(DOCUMENT.read_text(encoding="utf-8"))


# --------------------------------------------------------------------------- what the table says of it

def schema_of_field(field):
    schema = schema_of_value(field)
    return {**schema, "type": [schema["type"], "null"]} if field["clears"] else schema


def schema_of_value(field):
    kind, low, high = field["kind"], field["low"], field["high"]
    if kind == "text":
        return {"type": "string", **({"minLength": low} if low else {}), "maxLength": high}
    if kind == "number":
        return {"type": "integer", "minimum": low, "maximum": high}
    if kind == "degree":
        return {"type": "number", "minimum": low, "maximum": high}
    if kind == "list":
        items = schema_of_fields(field["of"]) if field["of"] else {}
        return {"type": "array", "items": items, "minItems": low, "maxItems": high}
    if kind == "object":
        return schema_of_fields(field["of"]) if field["of"] else {"type": "object"}
    return {"flag": {"type": "boolean"}, "day": {"type": "string", "format": "date"},
            "uuid": {"type": "string", "format": "uuid"},
            "box": {"$ref": "#/components/schemas/BoxCode"},
            "type": {"type": "string", "enum": field["words"]},
            "age": {"type": "string", "enum": field["words"]},
            "word": {"type": "string", "enum": field["words"]}}[kind]


def schema_of_fields(fields):
    needed = [field["name"] for field in fields if field["needed"]]
    return {"type": "object",
            "properties": {field["name"]: schema_of_field(field) for field in fields},
            **({"required": needed} if needed else {}), "additionalProperties": False}


def operation_of(row):
    """What follows from a row: parameters, body, errors, role."""
    inside = [field for field in row["fields"] if "{" + field["name"] + "}" in row["path"]]
    others = [field for field in row["fields"] if field not in inside]
    has_body = row["method"] != "GET"
    in_query = others if not has_body or row["takes"] else []
    errors = ["500", "503"]
    errors += ["400"] if row["fields"] or has_body else []
    errors += ["401", "403"] if row["least"] else []
    errors += ["404"] if inside or has_body else []
    errors += ["409", "413", "429"] if has_body else []
    errors += ["429"] if not has_body and row["fields"] and not row["least"] else []
    operation = {
        "x-least-role": ROLES[row["least"]],
        "parameters": [{"name": field["name"], "in": "path", "required": True,
                        "schema": schema_of_field(field)} for field in inside] +
                      [{"name": field["name"], "in": "query", "required": field["needed"],
                        "schema": schema_of_field(field)} for field in in_query],
        "errors": {code: {"$ref": "#/components/responses/" + ERRORS[code]}
                   for code in sorted(errors)}}
    if has_body and row["takes"]:
        operation["requestBody"] = {"required": True, "content": {
            row["takes"].rstrip("/") + ("/*" if row["takes"].endswith("/") else ""):
                {"schema": {"type": "string", "format": "binary", "maxLength": row["most"]}}}}
    elif has_body:
        operation["requestBody"] = {"required": True, "content": {
            "application/json": {"schema": schema_of_fields(others)}}}
    return operation


def place(document, row):
    """The part of the document that is about a row, or None."""
    return document["paths"].get(row["path"], {}).get(row["method"].lower())


def write(document, rows):
    """Puts what the table says into the document, and takes out what is gone."""
    old, document["paths"] = document["paths"], {}
    for row in sorted(rows, key=lambda row: (row["path"], row["method"])):
        known = old.get(row["path"], {}).get(row["method"].lower(), {})
        fresh = operation_of(row)
        answers = {code: answer for code, answer in known.get("responses", {}).items()
                   if code.startswith("2")}
        operation = {"summary": known.get("summary", ""),
                     **({"description": known["description"]} if "description" in known else {}),
                     "x-least-role": fresh["x-least-role"], "parameters": fresh["parameters"]}
        if "requestBody" in fresh:
            operation["requestBody"] = fresh["requestBody"]
        operation["responses"] = {**(answers or {"200": {"description": "", "content": {}}}),
                                  **fresh["errors"]}
        document["paths"].setdefault(row["path"], {})[row["method"].lower()] = operation


# ------------------------------------------------------------------------------- shapes of answers

def merge(one, other):
    """A shape that both are of."""
    if not one or not other or one == other:
        return other or one
    types = [shape.get("type") for shape in (one, other)]
    flat = sorted({name for part in types for name in (part if isinstance(part, list) else [part])})
    if flat == ["object"] or flat == ["null", "object"]:
        mine, its = one.get("properties", {}), other.get("properties", {})
        merged = {"type": "object" if flat == ["object"] else flat,
                  "properties": {name: merge(mine.get(name), its[name]) if name in its
                                 else mine[name] for name in {**mine, **its}}}
        if "object" in types[0] and "object" in types[1]:
            merged["required"] = [name for name in one.get("required", [])
                                  if name in other.get("required", [])]
        else:
            merged["required"] = one.get("required") or other.get("required") or []
        return merged
    if flat in (["array"], ["array", "null"]):
        items = merge(one.get("items"), other.get("items"))
        return {"type": "array" if flat == ["array"] else flat, "items": items or {}}
    if flat == ["integer", "number"]:
        return {"type": "number"}
    return {"type": flat[0] if len(flat) == 1 else flat}


def shape_of(value):
    if isinstance(value, dict):
        return {"type": "object", "properties": {name: shape_of(one) for name, one in value.items()},
                "required": list(value)}
    if isinstance(value, list):
        items = None
        for one in value:
            items = merge(items, shape_of(one))
        return {"type": "array", "items": items or {}}
    return {"type": {bool: "boolean", int: "integer", float: "number", str: "string",
                     type(None): "null"}[type(value)]}


def complaints(schema, value, at=""):
    """Where a value is not of a schema; the few words of JSON Schema that the document uses."""
    if "$ref" in schema:
        part = load()
        for name in schema["$ref"].removeprefix("#/").split("/"):
            part = part[name]
        yield from complaints(part, value, at)
        return
    names = schema.get("type")
    is_a = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    fits = any(isinstance(value, is_a[name]) if name in is_a else
               isinstance(value, int if name == "integer" else (int, float)) and
               not isinstance(value, bool)
               for name in ([names] if isinstance(names, str) else names or [])) or not names
    if not fits:
        yield f"{at or 'the answer'} is {value!r:.60}, not {names}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at} is {value!r:.60}, none of {schema['enum']}"
    elif isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                yield f"{at}.{name} is missing"
        for name, one in value.items():
            if name in properties:
                yield from complaints(properties[name], one, f"{at}.{name}")
            elif properties and schema.get("additionalProperties") is not True:
                yield f"{at}.{name} is not in the document"
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from complaints(schema.get("items", {}), one, f"{at}[{number}]")


def loose_ends(schema, at=""):
    """Where a schema leaves open what an answer is made of."""
    if "$ref" in schema:
        return
    names = schema.get("type") or []
    names = [names] if isinstance(names, str) else names
    if not set(names) - {"null"}:
        yield f"{at or 'the answer'} may be anything, or is nothing"
    if "object" in names and (not schema.get("properties") or schema.get("additionalProperties")):
        yield f"{at or 'the answer'} is any object"
    if "array" in names:
        yield from loose_ends(schema.get("items", {}), f"{at}[]")
    for name, one in schema.get("properties", {}).items():
        yield from loose_ends(one, f"{at}.{name}")


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], __doc__
    import examples  # which starts a service
    DOC = load()
    write(DOC, table())
    for METHOD, PATH, ANSWER in examples.answers(table()):
        RESPONSE = DOC["paths"][PATH][METHOD.lower()]["responses"]["200"]
        if not RESPONSE["content"] and ANSWER.headers["Content-Type"] == "application/json":
            RESPONSE["content"] = {"application/json": {"schema": shape_of(ANSWER.json)}}
        elif not RESPONSE["content"]:
            RESPONSE["content"] = {ANSWER.headers["Content-Type"]: {}}
    DOCUMENT.write_text(json.dumps(DOC, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
