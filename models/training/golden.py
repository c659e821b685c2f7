"""Golden vectors: hand-written items and histories, and what PyTorch makes of them with the quantised weights.

They judge the ONNX files and the TypeScript encoder, so nothing here may come from either. Facts about well-known
things only; no row of any data set. No exact copies: runtimes add in different orders, so even those may differ in the
last bit, and the tie rule is tested where scores are integers.
"""
import json

import numpy as np
import torch

from channels import EncodedItems, case_channels, mixed
from data import encode_items
from model import HEADS

MIXED = ("empty history", "one event without rating or time", "one more than the window", "all time gaps", "non-Latin and emoji")
DAY = 86400
START = 1_600_000_000  # 2020-09-13, seconds


def _item(kind, title, creators=(), year=None, tags=()):
    return {"kind": kind, "title": title, "creators": list(creators), "year": year, "tags": list(tags)}


ITEMS = [
    _item("movie", "The Matrix", year=1999, tags=["Action", "Sci-Fi"]),
    _item("movie", "Spirited Away", ["Hayao Miyazaki"], 2001, ["Animation", "Fantasy"]),
    _item("movie", "Pulp Fiction", ["Quentin Tarantino"], 1994, ["Crime", "Drama"]),
    _item("movie", "The Godfather", year=1973),  # one year off: found through year - 1
    _item("movie", "Toy Story", year=1995, tags=["Animation", "Comedy", "Children"]),
    _item("book", "Pride and Prejudice", ["Jane Austen"], 1813, ["classics", "romance"]),
    _item("book", "The Hobbit", ["J.R.R. Tolkien"], None, ["fantasy"]),
    _item("book", "Nineteen Eighty-Four", ["George Orwell"], 1949, ["dystopia", "science fiction", "classics"]),
    _item("anime", "Cowboy Bebop", tags=["Action", "Space", "Sci-Fi"]),
    _item("anime", "Death Note", tags=["Mystery", "Psychological"]),
    _item("music artist", "Radiohead", tags=["alternative", "rock", "british"]),
    _item("music artist", "Björk", tags=["electronic", "experimental"]),
    _item("recipe", "Banana Bread", tags=["Bread", "Dessert"]),
    # The table cannot know these: invented titles, or kinds no set has.
    _item("movie", "The Lighthouse Keeper's Second Notebook", ["Ines Example"], 2024, ["Drama", "Mystery"]),
    _item("book", "A Cartographer's Guide to Leaving the House", ["Ines Example"], 2025, ["travel", "humour"]),
    _item("board game", "Catan", ["Klaus Teuber"], 1995, ["trading", "family", "strategy"]),
    _item("game", "Portal 2", ["Valve"], 2011, ["Puzzle", "Co-op"]),
    _item("movie", "千と千尋の神隠し", ["宮崎 駿"], 2001, ["アニメ"]),
    _item("book", "Война и мир", ["Лев Толстой"], 1869, ["классика"]),
    _item("book", "Ὀδύσσεια", ["Ὅμηρος"], -720, ["epic"]),
    _item("podcast", "🎲🎲 Dice Night 🎉 İstanbul ﬁles", ["Ines Example"], 2023, ["games"]),
    _item("place", "🔥"),  # a title that normalises to nothing: no grams, no keys
    _item("article", "On reading slowly, and then a little slower still, and on the many small and quite unreasonable "
          "pleasures of never once finishing a single book that anybody ever gave you", [f"Author {n}" for n in range(5)],
          2022, [f"long tag number {n}" for n in range(20)]),
    _item("wine", "Château Margaux", ["Château Margaux"], None, ["Red", "Bordeaux", "Cabernet Sauvignon"]),
    # What single rules can be told by: see tests/contract/mutations.test.ts.
    _item("book", "𝐀𝐁𝐂𝐃𝐄𝐅 𐐀𐐁𐐂𐐃", ["Ines Example"], 2021, ["🔥", "poetry"]),  # letters beyond U+FFFF; a tag without words
    _item("Movie", "M", ["…"], 1931, ["Crime"]),               # one letter; a creator without words; a kind in capitals
    _item("Series", "Over the Garden Wall", ["Patrick McHale"], 2014, ["Animation"]),  # of the screen group
    _item("book", "The Histories", ["Herodotus"], -425, ["history"]),                # decade by floor, not by truncation
]


def _events(items, ratings=0.8, start=START, step=DAY):
    """Events oldest first; a rating for all or one each; start None = no times."""
    ratings = ratings if isinstance(ratings, list) else [ratings] * len(items)
    return [{"item": item, "rating": rating, "at": None if start is None else start + n * step}
            for n, (item, rating) in enumerate(zip(items, ratings))]


def histories(length):
    few = [0, 7, 4, 10, 8, 1, 5]
    scale = [0.1 * (n % 11) for n in range(length + 1)]
    scale = [round(rating, 2) for rating in scale]
    many = [(7 * n) % len(ITEMS) for n in range(length + 1)]
    return [
        {"name": "empty history", "events": []},
        {"name": "one event", "events": _events([0])},
        {"name": "one event without rating or time", "events": _events([0], None, None)},
        {"name": "exactly the window", "events": _events(many[:length], scale[:length])},
        {"name": "one more than the window", "events": _events(many, scale)},
        {"name": "a known item", "events": _events([5], 1.0)},
        {"name": "an unknown item", "events": _events([13], 1.0)},
        {"name": "a repeated item", "events": _events([2, 2, 2, 9], [1.0, 0.6, 1.0, 0.8])},
        {"name": "equal times", "events": _events(few, 0.9, START, 0)},
        {"name": "all time gaps", "events": [
            {"item": item, "rating": 0.8, "at": START + seconds} for item, seconds in
            zip(few + [2], np.cumsum([0, 30, 600, 7200, 3 * DAY, 20 * DAY, 90 * DAY, 400 * DAY]).tolist())]},
        {"name": "order without dates", "events": [
            {"item": item, "rating": 0.8, "at": n + 1} for n, item in enumerate(few)]},
        {"name": "non-Latin and emoji", "events": _events([17, 18, 19, 20, 21], [1.0, 0.8, 0.29, 0.3, None])},
        {"name": "every rating bucket", "events": _events([0, 7, 4, 10, 8, 1, 5, 2], [0.75, 0.95, 0.94, 0.7400000005, 0.79,
                                                                                     0.2, 0.5, 0.65])},
        {"name": "times out of order or missing", "events": [
            {"item": item, "rating": 0.8, "at": at} for item, at in
            zip(few, (START, START - 90 * DAY, None, START + DAY, START + 3 * DAY, None, START + 9 * DAY))]},
        {"name": "forward", "events": _events(few, 0.8)},
        {"name": "reversed", "events": _events(few[::-1], 0.8)},
        {"name": "liked", "events": _events([8, 9], 1.0)},
        {"name": "disliked", "events": _events([8, 9], 0.1)},
    ]


def crowd_of(n):
    """An invented crowd for golden item n: some things nobody rated, some nobody counted."""
    return None if n % 5 == 4 else {"rating": None if n % 7 == 3 else 0.5 + 0.03 * (n % 13), "count": (n * n * 31) % 997}


def golden_mixtures(engine, scoring, trained, chosen):
    """Task scores of all golden items under the histories named: what rule 4 comes to, content and co-occurrence too"""
    out = []
    packed = [{**item, "id": str(n), "crowd": crowd_of(n)} for n, item in enumerate(ITEMS)]
    for mode in ("warm", "cold"):
        library = EncodedItems(packed, encode_items(packed, engine[0]), engine, scoring, trained, mode)
        for history in chosen:
            case = {"events": [[str(e["item"]), e["rating"], e["at"]] for e in history["events"]],
                    "candidates": [item["id"] for item in packed]}
            (_, candidates, channels), = case_channels([case], library, engine)
            for task in scoring["tasks"]:
                for crowd in (False, True):
                    scores = mixed(channels, library.weight_set[candidates], scoring["tasks"][task], crowd)
                    out.append({"history": history["name"], "mode": mode, "task": task, "crowd": crowd,
                                "scores": _floats(scores)})
    return out


@torch.no_grad()
def make_golden(engine, scoring, trained):
    """-> the content of golden.json"""
    features, model, table, bags_class = engine[:4]
    tokens = np.stack([features.item_tokens(item) for item in ITEMS])
    lookups = [features.lookup_keys(item) for item in ITEMS]
    rows = table.rows([[value for _, value in keys] for keys in lookups])
    bags = bags_class(tokens, features.slot_field, model.idf.numpy())
    every = torch.arange(len(ITEMS))
    vectors, biases = model.encode(bags.take(every), torch.as_tensor(rows).long())
    golden = {"tolerance": {"vectors": 1e-4, "scores": 1e-3}, "items": [], "histories": [], "mixtures": []}
    for n, item in enumerate(ITEMS):
        golden["items"].append({
            "item": item, "crowd": crowd_of(n), "tokens": tokens[n].tolist(),
            "keys": [{"name": name, "hi": value >> 32, "lo": value & 0xFFFFFFFF} for name, value in lookups[n]],
            "knownRow": int(rows[n]) if rows[n] >= 0 else None,
            # As known-items.bin holds them; null where it does not say
            "knownRating": _steps(table.ratings[rows[n]], 254) if rows[n] >= 0 else None,
            "knownPopularity": _steps(table.popularity[rows[n]], 255) if rows[n] >= 0 else None,
            "vector": _floats(vectors[n]), "biases": _floats(biases[n])})
    for history in histories(features.length):
        events = history["events"]
        ratings = [np.nan if e["rating"] is None else e["rating"] for e in events]
        times = [np.nan if e["at"] is None else e["at"] for e in events]
        items, rating, gap = features.window([e["item"] for e in events], ratings, times)
        index = torch.as_tensor(items).long()
        window = vectors[index.clamp(min=0)] * (index >= 0).unsqueeze(-1)
        queries = model.history(window.unsqueeze(0), torch.as_tensor(rating).long().unsqueeze(0),
                                torch.as_tensor(gap).long().unsqueeze(0))[0]      # [3, D]
        scores = queries @ vectors.t() + biases.t()                               # [3, items]
        golden["histories"].append({
            **history, "window": {"items": items.tolist(), "ratingBuckets": rating.tolist(),
                                  "timeGapBuckets": gap.tolist()},
            "queries": [_floats(query) for query in queries],
            "scores": {head: _floats(scores[h]) for h, head in enumerate(HEADS)},
            "ranking": {head: np.argsort(-scores[h].numpy(), kind="stable").tolist() for h, head in enumerate(HEADS)}})
    golden["mixtures"] = golden_mixtures(engine, scoring, trained, [h for h in golden["histories"] if h["name"] in MIXED])
    check_golden(golden)
    return golden


def _steps(value, steps):
    return None if np.isnan(value) else round(float(np.rint(np.clip(value, 0, 1) * steps)) / steps, 6)


def _floats(values):
    return [float(f"{value:.7g}") for value in np.asarray(values).tolist()]


def check_golden(golden):
    """A golden file that could not fail would prove nothing."""
    scores = {h["name"]: np.array([h["scores"][head] for head in HEADS]) for h in golden["histories"]}
    tolerance = golden["tolerance"]["scores"]
    for one, other in (("forward", "reversed"), ("liked", "disliked"), ("empty history", "one event")):
        assert np.abs(scores[one] - scores[other]).max() > 10 * tolerance, f"{one} and {other} score alike"
    for name, table in scores.items():
        gaps = np.abs(np.diff(np.sort(table, axis=1), axis=1))
        assert gaps.min() > 5e-6, f"{name}: two scores {gaps.min()} apart cannot pin a ranking"
    assert any(np.ptp(mixture["scores"]) > 0.1 for mixture in golden["mixtures"])
    known = [item["knownRow"] is not None for item in golden["items"]]
    assert any(known) and not all(known), "golden items must be known and unknown"


def write_golden(path, golden):
    path.write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
