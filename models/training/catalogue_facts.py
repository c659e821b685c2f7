"""Who made a film and who plays in it, for training sets that do not say: from the sources of the catalogue.

A thing is the source's where the IMDb number is equal (MovieTweetings numbers films so), else where one film alone has its
title and year. Real exports often lack makers (Letterboxd has none): training hides them as often (FIELD_PATTERNS in
sampling.py).
"""
import json
from collections import defaultdict

from data import read_items
from public_sets.files import FEATURES, WrongFile

MOST = 3  # creators, and leading actors


def read_sources(folder):
    """SOURCES/NAME/items.jsonl.gz of all that may be shipped -> ({imdb number: facts}, {(title, year): [facts]})"""
    by_number, by_title, read = {}, defaultdict(list), 0
    for described in sorted(folder.glob("*/SOURCE.json")):
        source = json.loads(described.read_text(encoding="utf-8"))
        if not str(source.get("ship", "")).lower().startswith("yes"):
            continue
        read += 1
        for row in read_items(described.parent / "items.jsonl.gz"):
            facts = {what: (row.get(what) or [])[:MOST] for what in ("creators", "cast")}
            if FEATURES.kind_group(row["kind"]) != "screen" or not any(facts.values()):
                continue
            if number := (row.get("ids") or {}).get("imdb"):
                by_number.setdefault(str(number).removeprefix("tt").lstrip("0"), facts)
            if row.get("year"):
                for title in {FEATURES.phrase(title) for title in (row["title"], *(row.get("aliases") or []))}:
                    by_title[title, row["year"]].append(facts)
    if not read:
        raise WrongFile(folder, "folders with a SOURCE.json whose `ship` begins with yes", "none",
                        "models/README.md says what a source of the catalogue looks like.")
    return by_number, by_title


def one(found):
    """The facts of a title and year, None where two films could be meant: those that name other makers"""
    makers = {tuple(FEATURES.phrase(name) for name in facts["creators"][:1]) for facts in found if facts["creators"]}
    return None if not found or len(makers) > 1 else max(found, key=lambda facts: (len(facts["creators"]), len(facts["cast"])))


def fill_in(items, sources):
    """Adds makers, and `cast` (which no field of the schema reads yet), to films without makers -> how many"""
    by_number, by_title = sources
    filled = 0
    for thing in items:
        if FEATURES.kind_group(thing["kind"]) != "screen" or thing["creators"]:
            continue
        title = FEATURES.phrase(thing["title"])
        facts = (by_number.get(thing["id"].lstrip("0")) if len(thing["id"]) == 7 else None) or \
            (title and one(by_title.get((title, thing["year"]), [])))
        if facts:
            thing["creators"], thing["cast"] = facts["creators"], facts["cast"]
            filled += 1
    return filled
