"""Write the committed test fixtures: python3 fixtures.py --out ../../tests/fixtures

tiny-model/       a bundle in the shipped format, from the same code, with random seeded weights (three members of width 4, 512 buckets).
                  Its numbers mean nothing, but it sees order, ratings and known rows as the real one does.
text-corpus.json  fuzzed Unicode strings with what Python makes of them; TypeScript must agree exactly.
"""
import argparse
import copy
import json
import random
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch

from data import KnownTable
from features import Features, load_schema
from golden import ITEMS
from model import Bags, Member, ModelConfig, Recommender
from neighbours import Neighbours
from tags import TagHead

CORPUS_SIZE, CORPUS_SEED = 400, 20
# Assigned in Unicode 14 (Python 3.11): normalisation of assigned characters is stable for ever, while later versions
# assign new ones. These few letters and digits are where trouble was met or expected.
TRICKY = "ςΣσİIıßẞſKÅﬁﬀ①Ⅷ½٣৪一々〇ｶﾞガ가각ÄÄŉǅΐΐỘ🎲👩🏽‍💻🇫🇮\u200d\u200b\u00ad\ufeff\u0000\ud7a3-_'’.…·"
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x590, 0x5FF),
          (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x10A0, 0x10FF), (0x13A0, 0x13FF), (0x1E00, 0x1FFF),
          (0x2000, 0x206F), (0x2070, 0x218F), (0x2460, 0x24FF), (0x2C00, 0x2C5F), (0x3040, 0x30FF), (0x3130, 0x318F),
          (0x3200, 0x33FF), (0x4E00, 0x9FFF), (0xA640, 0xA69F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFB00, 0xFDFF),
          (0xFF00, 0xFFEF), (0x10400, 0x1044F), (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF))


def text_corpus(features):
    """[{input, normalised, words, bucket}]: bucket of ('w', the normalised string)"""
    rng, rows = random.Random(CORPUS_SEED), []
    inputs = ["", " ", "Amélie", "AMÉLIE", "ΟΔΥΣΣΕΎΣ Σ", "İstanbul", "ﬁn de ﬁlm", "千と千尋の神隠し", "🔥", "It's 2001: a test"]
    while len(inputs) < CORPUS_SIZE:
        chars = []
        for _ in range(rng.randint(1, 14)):
            if rng.random() < 0.3:
                chars.append(rng.choice(TRICKY))
            else:
                low, high = rng.choice(RANGES)
                chars.append(chr(rng.randint(low, high)))
        inputs.append("".join(c for c in chars if unicodedata.category(c) not in ("Cn", "Cs", "Co")))
    for string in inputs:
        normalised = features.normalise(string)
        rows.append({"input": string, "normalised": normalised, "words": features.words(string),
                     "bucket": features.bucket("w", normalised)})
    return rows


def write_corpus(path, features):
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in text_corpus(features))  # ASCII escapes
    path.write_text(f'{{"unicode":"14.0.0","rows":[\n{rows}\n]}}\n', encoding="utf-8")


def tiny_engine(seed=7):
    """-> (features, model, table, Bags, Neighbours, TagHead): what export takes"""
    schema = copy.deepcopy(load_schema())
    schema["hash"]["buckets"] = 512
    features = Features(schema)
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    tokens = np.stack([features.item_tokens(item) for item in ITEMS])
    idf = np.zeros(512, dtype=np.float32)
    used = np.unique(tokens[tokens > 0])
    idf[used] = rng.uniform(0.5, 4.0, len(used))
    idf[used[::9]] = 0.0  # some buckets stay untrained, and silent
    keys, rows = {}, 0
    for item in ITEMS[:13]:  # what the shipped table knows too
        own = features.own_keys(item)
        stored = {k: v for k, v in own.items() if k != "title"} or own
        if item["title"] == "The Godfather":
            stored = {"year": features.own_keys({**item, "year": item["year"] - 1})["year"]}
        keys.update({value: rows for value in stored.values()})
        rows += 1
    table = KnownTable(keys, np.arange(rows, 0, -1, dtype=float), rng.normal(size=(rows, 3)).astype(np.float32),
                       np.where(np.arange(rows) == 10, np.nan, rng.uniform(0.5, 0.95, rows)),
                       np.linspace(1, 0, rows))
    config = ModelConfig(dim=4, hidden=16, token_std=0.5, dropout=0.0, loadings=3)
    members = [Member(config, features, idf, table.prior) for _ in range(3)]
    with torch.no_grad():  # large enough that order, ratings and gaps move every score
        for member in members:
            for name, parameter in member.named_parameters():
                if name not in ("row_biases", "items.table"):
                    parameter.add_(torch.randn_like(parameter) * 0.3)
        model = Recommender(config, members, features)
        for parameter in model.content.taste.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.3)
        model.row_vectors[:, model.learned:] = torch.randn(rows, config.loadings + 1)
        model.history.posterior.strength.fill_(5.0)
        model.history.posterior.expectation.fill_(2.0)
    weights = rng.integers(-127, 128, (rows, rows)).astype(np.int8)
    weights[np.arange(rows), np.arange(rows)] = 0  # nothing speaks for itself
    weights[4] = 0                                 # and one row for nothing at all
    keep = weights != 0
    neighbours = Neighbours(np.concatenate([[0], keep.sum(1).cumsum()]).astype(np.uint32),
                            np.nonzero(keep)[1].astype(np.uint16), weights[keep],
                            rng.uniform(0.001, 0.01, rows).astype(np.float32))
    head = TagHead(["drama", "comedy", "classics"], ["screen", "screen", "book"],
                   rng.normal(size=(3, model.learned)).astype(np.float32), rng.normal(size=3).astype(np.float32), float("nan"))
    return features, model.eval(), table, Bags, neighbours, head


def main():
    from export import DEFAULT_SCORING, export
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--no-check", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    write_corpus(args.out / "text-corpus.json", Features(load_schema()))
    kinds = ["anime", "book", "movie", "music artist", "recipe"]
    manifest = export(tiny_engine(), kinds, DEFAULT_SCORING, args.out / "tiny-model", "handpicked-tiny",
                      "0.0.1", "Random weights for tests; MIT, like the code.", [], not args.no_check)
    print(sum(entry["bytes"] for entry in manifest["files"].values()), "bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
