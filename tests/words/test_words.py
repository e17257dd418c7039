#!/usr/bin/env python3
"""The Chinese catalogue: complete, and written as Chinese is written."""

import ast
import collections
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402

# "plural" is None where the text has no number; "flags" such as "fuzzy, c-format".
Entry = collections.namedtuple("Entry", "msgid plural msgstr flags")


def parse(text):
    """The entries of a .po or .pot text, the header left out, and whether any is obsolete."""
    entries, obsolete = [], "\n#~" in text
    for block in text.split("\n\n"):
        fields, flags, at = collections.defaultdict(str), "", None
        for line in block.splitlines():
            if line.startswith("#,"):
                flags += line[2:]
            if line.startswith("#"):
                continue
            key, quote, rest = line.partition('"')
            at = key.strip() or at
            fields[at] += ast.literal_eval(quote + rest)
        if fields.get("msgid"):
            entries.append(Entry(fields["msgid"], fields.get("msgid_plural"),
                                 fields.get("msgstr", fields.get("msgstr[0]", "")), flags))
    return entries, obsolete


SOURCES, _ = parse(subprocess.run([ROOT / "po/update", "--extract"], check=True, text=True,
                                  stdout=subprocess.PIPE, encoding="utf-8").stdout)
CATALOGUE, OBSOLETE = parse((ROOT / "po/zh_CN.po").read_text(encoding="utf-8"))


def none_of(complaints):
    """Fails with all complaints, not with the first."""
    complaints = list(complaints)
    assert not complaints, "\n" + "\n".join(complaints)


# ---------------------------------------------------------------------------------- completeness


def test_sources_are_read():
    assert len(SOURCES) > 500
    assert {"fever", "usage: %s\n", "%lld pack"} <= {entry.msgid for entry in SOURCES}


def test_every_text_is_in_the_catalogue():
    there = {(entry.msgid, entry.plural) for entry in CATALOGUE}
    none_of(f"missing, run po/update: {entry.msgid!r}" for entry in SOURCES
            if (entry.msgid, entry.plural) not in there)


def test_no_text_is_gone_from_the_sources():
    wanted = {(entry.msgid, entry.plural) for entry in SOURCES}
    none_of(f"gone, run po/update: {entry.msgid!r}" for entry in CATALOGUE
            if (entry.msgid, entry.plural) not in wanted)
    assert not OBSOLETE, "obsolete entries are kept: run po/update"


def test_every_text_is_translated():
    none_of(repr(entry.msgid) for entry in CATALOGUE if not entry.msgstr)


def test_none_is_fuzzy():
    none_of(repr(entry.msgid) for entry in CATALOGUE if "fuzzy" in entry.flags)


# ------------------------------------------------------------------------------------ entry rules

HAN = "[\u3400-\u9fff]"
FORMAT = re.compile(r"%(?:(\d+)\$)?([-+ 0#]*(?:\*|\d+)?(?:\.(?:\*|\d+))?)(hh|h|ll|l|z)?([a-zA-Z%])")


def formats(text):
    """The arguments that a format takes, in their order: [("", "ll", "d"), …]; %% takes none."""
    found, place = {}, 0
    for match in FORMAT.finditer(text):
        if match[4] == "%":
            continue
        place += 1
        found[int(match[1] or place)] = (match[2], match[3] or "", match[4])
    return [found[key] for key in sorted(found)], sorted(found) == list(range(1, place + 1))


COMMANDS = {" ".join(filter(None, names)) for path in (ROOT / "cli").glob("*.c")
            for names in re.findall(r'\.name = "([a-z]+)",\s*(?:\.sub = "([a-z]+)",)?\s*\.usage',
                                    path.read_text(encoding="utf-8"))} | {"help", "help drug add"}
COMMAND = re.compile("medbox ((?:" +
                     "|".join(sorted(COMMANDS, key=len, reverse=True)) + r")(?![a-z]))")


def commands(text):
    """The command lines that a text names."""
    return COMMAND.findall(text)


def options(text):
    """The options that a text names."""
    return re.findall(r"(?<![0-9A-Za-z_-])--[a-z][a-z-]*", text)


def test_commands_that_texts_name_exist():
    assert {"box list", "init", "stock", "recall lift"} <= COMMANDS
    named = [(entry.msgid, line) for entry in SOURCES
             for line in re.findall(r"(?:[“(]|: |then )medbox ([a-z]+(?: [a-z]+)?)", entry.msgid)]
    assert len(named) > 20
    none_of(f"no such command: {line!r} in {msgid!r}" for msgid, line in named
            if not COMMANDS & {line, line.split()[0]})


def texts_of(*folders):
    """The texts in the sources of some folders."""
    files = sorted(str(path) for folder in folders for path in (ROOT / folder).glob("*.[ch]"))
    made = subprocess.run(["xgettext", "--from-code=UTF-8", "--no-location", "-k", "-k_", "-kN_",
                           "-kNP_:1,2", "-kwords_plural:1,2", "-o", "-", *files],
                          check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return [text for entry in parse(made)[0] for text in (entry.msgid, entry.plural) if text]


def speaks_of_the_terminal(text):
    return bool(commands(text) or re.search(r"(?<!\w)--[a-z]", text))


def test_only_the_command_line_names_commands():
    """What lies below a face is read in a browser too: err_next() says there what leads on."""
    assert speaks_of_the_terminal("use “medbox box list”") and speaks_of_the_terminal("(--expiry D)")
    assert not speaks_of_the_terminal("medbox is at %s")
    texts = texts_of("base", "schema", "scanner", "inventory", "allocator", "labels", "planning",
                     "printing", "web")
    assert len(texts) > 500
    none_of(repr(text) for text in texts if speaks_of_the_terminal(text))


def steps(path):
    """The rows of a face's table of what leads on: {"COUNT": "“medbox count” does that", …}."""
    rows = re.findall(r'\[ERR_NEXT_([A-Z]+)\] =\s*N_\("(.*?)"\),', path.read_text(encoding="utf-8"))
    assert rows
    return dict(rows)


def test_every_step_has_its_command():
    known = set(re.findall(r"ERR_NEXT_([A-Z]+),", (ROOT / "base/err.h").read_text())) - {"NOTHING"}
    table = steps(ROOT / "cli/next.c")
    assert set(table) == known, set(table) ^ known
    none_of(f"{step}: nothing to type in {text!r}" for step, text in table.items()
            if not commands(text) and not options(text))


def test_steps_in_the_browser_name_what_stands_there():
    """In both languages: a button is called there as the sentence says."""
    chinese = {entry.msgid: entry.msgstr for entry in CATALOGUE}
    shown = {language: "".join(path.read_text(encoding="utf-8") for path in
                               (ROOT / "web/app/src").glob(f"*/*{language}.ts"))
             for language in ("en", "zh")}
    rows = [(text, language) for english in steps(ROOT / "web/next.c").values()
            for text, language in ((english, "en"), (chinese[english], "zh"))]
    none_of(f"{name} is no word of the app" for text, language in rows
            for name in re.findall("“(.*?)”", text) if f': "{name}",' not in shown[language])


def same_formats(msgid, msgstr):
    (wanted, _), (given, whole) = formats(msgid), formats(msgstr)
    # A precision that is an argument of its own can't be moved, the rest may.
    return wanted == given and whole


def kind_of_end(text):
    """What a text ends in: a full stop, a colon …, or nothing of the kind."""
    kinds = {".": ".", "。": ".", ":": ":", "：": ":", "?": "?", "？": "?", "!": "!", "！": "!",
             ",": ",", "，": ",", "、": ",", ";": ";", "；": ";", "…": "…"}
    plain = text.rstrip()
    return kinds.get(plain[-1:], ""), text.endswith("\n")


def same_end(msgid, msgstr):
    return msgid == "No." or kind_of_end(msgid) == kind_of_end(msgstr)


def no_ascii_punctuation(_, msgstr):
    return not re.search(rf"{HAN}[,;:?!()\"']|[,;:?!()\"']{HAN}", msgstr)


def no_blank_beside_digits(_, msgstr):
    """Other than in a command line, where blanks part the words."""
    text = re.sub("medbox [^，。；”）]*", "", msgstr)
    return not re.search(rf"{HAN} [0-9]|[0-9] {HAN}|{HAN} %[0-9$]*(?:\.\d)?l*z?[duf]|"
                         rf"%[0-9$]*(?:\.\d)?l*z?[duf] {HAN}", text)


def no_blank_between_hanzi(msgid, msgstr):
    """Blanks stand in usage lines only, between what people replace."""
    return bool(re.search(r"\b[A-Z]{4,}\b|\bBOX\b", msgid)) or not re.search(f"{HAN} {HAN}", msgstr)


def same_options(msgid, msgstr):
    """Options and commands stay as they are typed."""
    typed = re.compile(r"MEDBOX:[A-Z]*")
    return all(collections.Counter(of(msgid)) == collections.Counter(of(msgstr))
               for of in (options, commands, typed.findall))


def paired_quotes(_, msgstr):
    return re.sub("[^“”（）]", "", msgstr).replace("“”", "").replace("（）", "") in ("", "（）")


def is_chinese(msgid, msgstr):
    """Words of a sentence are hanzi; what has none is punctuation, formats and options."""
    words = re.sub(r"“[^”]*”|--?[a-zA-Z-]+|\bUUID\b|\.[a-z]+\b", " ", FORMAT.sub(" ", msgid))
    return not re.search(r"[A-Za-z]", words) or bool(re.search(HAN, msgstr))


# Each rule with pairs that it must turn down and pairs that it must let pass.
RULES = {
    same_formats: (
        [("%d of %s", "%s的"), ("%d of %s", "%s %d"), ("%d", "%lld"), ("%s", "%1$s %2$s"),
         ("%.1f", "%f"), ("a", "%d"), ("%d %d", "%1$d %1$d")],
        [("%d of %s", "%2$s的%1$d"), ("100 %%", "百分之百"), ("%.*s", "“%.*s”"), ("%s%s", "%s%s")]),
    same_end: (
        [("Done.", "完成"), ("there is none", "没有。"), ("Next:", "接下来"), ("so?", "是吗。"),
         ("a\n", "甲")],
        [("Done.", "完成。"), ("many …", "很多……"), ("%s:\n", "%s：\n"), ("(%s)", "（%s）"),
         (", ", "、")]),
    no_ascii_punctuation: (
        [("", "有,没有"), ("", "有:"), ("", "有(没有)"), ("", "\"有\""), ("", "有?")],
        [("", "有，没有"), ("", "medbox: 有"), ("", "--area，或"), ("", "a,b")]),
    no_blank_beside_digits: (
        [("", "共 3"), ("", "3 盒"), ("", "共 %d"), ("", "%lld 盒"), ("", "%1$d 盒"),
         ("", "%.1f 天"), ("", "共 %zu")],
        [("", "共3盒"), ("", "%lld盒"), ("", "--area 区域"), ("", "%s 处"), ("", "medbox 药品 %d")]),
    no_blank_between_hanzi: (
        [("a b", "没有 药箱"), ("there is no CSV", "没有 药箱")],
        [("BOX DRUG", "药箱 药品"), ("a b", "没有药箱"), ("a b", "用 --all 列出")]),
    same_options: (
        [("use --area", "用 --区域"), ("use --area", "用区域"), ("“medbox box list” shows", "“medbox”"),
         ("no", "不用 --all"), ("MEDBOX:TIMES:12", "MEDBOX:次数"),
         ("medbox box add NAME", "medbox box 添加 名称")],
        [("use --area", "用 --area"), ("-- %s", "-- %s"), ("“medbox help” lists", "“medbox help”列出")]),
    paired_quotes: (
        [("", "“有"), ("", "有）"), ("", "”有“")],
        [("", "“有”（没有）"), ("", "有（“没有”）"), ("", "没有")]),
    is_chinese: (
        [("fever", "fever"), ("FILE", "FILE"), ("say “%s”", "say “%s”")],
        [("fever", "退烧"), ("[--all]", "[--all]"), ("%lld %s", "%lld%s"), ("UUID", "UUID")]),
}


def apply(rule):
    def case():
        none_of(f"{entry.msgid!r}\n    {entry.msgstr!r}" for entry in CATALOGUE if entry.msgstr
                for msgid in filter(None, [entry.msgid])
                if not rule(msgid, entry.msgstr))
    return case


def prove(rule, wrong, right):
    def case():
        none_of(f"let pass: {pair}" for pair in wrong if rule(*pair))
        none_of(f"turned down: {pair}" for pair in right if not rule(*pair))
    return case


def all_cases():
    cases = tap.cases(globals())
    for rule, (wrong, right) in RULES.items():
        name = rule.__name__.replace("_", " ")
        cases.append((f"rule: {name}", prove(rule, wrong, right)))
        cases.append((f"all texts: {name}", apply(rule)))
    return cases


# ----------------------------------------------------------------------------------------- tables


def test_words_of_a_table_differ():
    """What stands in one choice must not be called the same: the person could not tell them apart."""
    chinese = {entry.msgid: entry.msgstr for entry in CATALOGUE}
    for choice in [
        ["enough", "watch", "soon", "urgent", "empty"],
        ["in", "out", "sent", "received", "counted more", "counted less", "discarded",
         "undone, put back", "undone, taken back"],
        ["city", "district", "community", "grid", "building"],
        ["fever", "cold", "cough and phlegm", "pain and inflammation", "throat", "stomach", "allergy",
         "for the skin", "tests and supplies", "other"],
        ["put in", "take out", "count", "look up", "quantity", "undo", "done"],
        ["in service", "out of service"], ["yes", "no"], ["recalled", "expired"],
        ["Amount", "Can be taken"], ["Expected", "Found", "Difference"], ["Undoes", "Undone by"],
    ]:
        words = [chinese[word] for word in choice]
        assert len(set(words)) == len(words), words


if __name__ == "__main__":
    sys.exit(tap.run(all_cases()))
