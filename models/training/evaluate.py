"""Measure a checkpoint or a bundle on case packs: python3 evaluate.py --packs DIR (--checkpoint FILE | --bundle DIR)

Prints one row per pack and variant, warm or cold, crowd off or on, and with --choose searches the mixture weights of
the scoring manifest on these packs (dev packs only: they are for choosing). The four channels are the three heads and
`content`, a TF-IDF cosine; each is standardised over a case's candidates and then mixed.
"""
import argparse
import gzip
import itertools
import json
import pickle
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
import torch

from data import encode_items, read_items
from features import Features

CHANNELS = ("next", "future", "like", "content", "rating", "popularity")  # the last two only with crowd on
CONTENT_FIELDS = ("titleWord", "creator", "tag", "tagWord")
METRIC = {"next": "ndcg@10", "share": "ndcg@5", "share-rated": "auc"}
NEXT_PACKS = ("movietweetings", "ml1m", "ml100k", "mllatest", "goodbooks", "bookcrossing", "anime", "lastfm_tagged",
              "lastfm_listen", "wines", "recipes")
ZERO_SHOT = ("steam_hours", "amazon_food_kitchen")
TASK = {"next": "next", "share": "share", "share-rated": "shareRated"}


class Catalogue:
    """Items of a pack, encoded by a model; `mode` cold ignores the known-item table."""

    def __init__(self, items, encoded, features, model, table, bags_class, mode="warm"):
        self.items = items
        self.index = {item["id"]: row for row, item in enumerate(items)}
        tokens, _, lookups, _, self.kinds = encoded
        bags = bags_class(tokens, features.slot_field, model.items.idf.numpy())
        self.rows = table.rows(lookups) if mode == "warm" else np.full(len(items), -1, np.int32)
        parts = []
        with torch.no_grad():
            for start in range(0, len(items), 4096):
                take = torch.arange(start, min(start + 4096, len(items)))
                parts.append(model.encode(bags.take(take), torch.as_tensor(self.rows).long()[take],
                                          torch.ones(len(take)), torch.ones(len(take), len(features.fields))))
        self.vectors = torch.cat([v for v, _ in parts])                          # [N, D]
        self.biases = torch.cat([b for _, b in parts]).numpy()                   # [N, 3]
        self.content = content_vectors(tokens, features)                        # csr [N, vocabulary]
        crowd = [item.get("crowd") or {} for item in items]
        self.crowd_rating = np.array([np.nan if c.get("rating") is None else c["rating"] for c in crowd])
        self.crowd_count = np.array([np.nan if c.get("count") is None else c["count"] for c in crowd], dtype=float)


def content_vectors(tokens, features):
    """Binary tf x ln((1 + N) / (1 + df)) over this catalogue, rows L2-normalised."""
    slots = np.isin(features.slot_field, [i for i, f in enumerate(features.fields) if f["name"] in CONTENT_FIELDS])
    tokens = tokens[:, slots]
    row, slot = np.nonzero(tokens != features.pad)
    found, column = np.unique(tokens[row, slot], return_inverse=True)
    matrix = sparse.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(len(tokens), len(found)))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    df = np.asarray(matrix.sum(0)).ravel()
    matrix = matrix @ sparse.diags(np.log((1 + len(tokens)) / (1 + df)))
    norm = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return (sparse.diags(1 / np.maximum(norm, 1e-12)) @ matrix).tocsr().astype(np.float32)


def content_weight(rating):
    return 0.5 if rating is None else max(0.0, (rating - 0.4) / 0.6)


def standardise(values):
    """z-scores over the last axis; NaN counts as missing and becomes 0; constant -> 0"""
    values = np.where(np.isnan(values).all(-1, keepdims=True), 0.0, values)
    mean = np.nanmean(values, axis=-1, keepdims=True)
    std = np.nanstd(values, axis=-1, keepdims=True)
    return np.nan_to_num(np.where(std > 1e-9, (values - mean) / np.where(std > 1e-9, std, 1.0), 0.0))


def ranks(values):
    """Average rank of each value, 0..1, NaN kept."""
    out, known = np.full(len(values), np.nan), ~np.isnan(values)
    _, inverse, counts = np.unique(values[known], return_inverse=True, return_counts=True)
    out[known] = ((np.cumsum(counts) - counts) + (counts - 1) / 2)[inverse] / max(1, known.sum() - 1)
    return out


def case_channels(cases, catalogue, features, model):
    """Yields (case, candidate rows [C], channels [6, C] standardised)"""
    everything = np.arange(len(catalogue.items))
    for start in range(0, len(cases), 128):
        part = cases[start:start + 128]
        histories = []
        for case in part:
            events = [(catalogue.index[i], np.nan if r is None else r, np.nan if t is None else t)
                      for i, r, t in case["events"]]
            histories.append(list(zip(*events)) if events else ([], [], []))
        windows = [features.window(*history) for history in histories]
        items = torch.as_tensor(np.stack([w[0] for w in windows])).long()
        vectors = catalogue.vectors[items.clamp(min=0)] * (items >= 0).unsqueeze(-1)
        with torch.no_grad():
            queries = model.history(vectors, torch.as_tensor(np.stack([w[1] for w in windows])).long(),
                                    torch.as_tensor(np.stack([w[2] for w in windows])).long())  # [b, 3, D]
        rows = np.concatenate([h[0] for h in histories]).astype(int)
        owner = np.repeat(np.arange(len(part)), [len(h[0]) for h in histories])
        weight = np.concatenate([[content_weight(None if np.isnan(r) else r) for r in h[1]] for h in histories])
        picks = sparse.csr_matrix((weight, (owner, rows)), shape=(len(part), len(catalogue.items)))
        profiles = picks @ catalogue.content
        norm = np.sqrt(np.asarray(profiles.multiply(profiles).sum(1)).ravel())
        profiles = sparse.diags(1 / np.maximum(norm, 1e-12)) @ profiles
        full = any(case["candidates"] == "all" for case in part)
        content = (profiles @ catalogue.content.T).toarray() if full else None
        for n, case in enumerate(part):
            if case["candidates"] == "all":
                keep = np.ones(len(everything), bool)
                keep[list(histories[n][0])] = False
                keep[[catalogue.index[i] for i in case.get("exclude", [])]] = False
                candidates = everything[keep]
                cosine = content[n, candidates]
            else:
                candidates = np.array([catalogue.index[i] for i in case["candidates"]])
                cosine = (catalogue.content[candidates] @ profiles[n].T).toarray().ravel()
            heads = (queries[n] @ catalogue.vectors[candidates].t()).numpy() + catalogue.biases[candidates].T
            raw = np.concatenate([heads, cosine[None], catalogue.crowd_rating[candidates][None],
                                  ranks(catalogue.crowd_count[candidates])[None]])
            with np.errstate(all="ignore"):
                yield case, candidates, standardise(raw)


def metrics(scores, relevant):
    """scores [C], relevant bool [C] -> dict; equal scores by lower index (the contract's tie rule)"""
    order = np.argsort(-scores, kind="stable")
    hits = relevant[order]
    discount = 1 / np.log2(np.arange(2, 12))
    out = {f"ndcg@{k}": float((hits[:k] * discount[:min(k, len(hits))]).sum() / discount[:min(k, hits.sum())].sum())
           for k in (5, 10)}
    out["hr@10"], out["p@5"] = float(hits[:10].any()), float(hits[:5].mean())
    out["mrr"] = 1.0 / (1 + int(np.argmax(hits)))
    positive = int(hits.sum())
    if 0 < positive < len(hits):
        _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
        rank = (np.cumsum(counts) - counts + (counts + 1) / 2)[inverse]
        out["auc"] = float((rank[relevant].sum() - positive * (positive + 1) / 2) / (positive * (len(hits) - positive)))
    return out


def weights_for(scoring, task, kinds, trained, crowd):
    """[6, C]: each candidate's weights by whether its kind was trained"""
    sets = scoring["tasks"][task]
    known = np.isin(kinds, trained)
    out = np.zeros((6, len(kinds)))
    for name, mask in (("trained", known), ("untrained", ~known)):
        values = [sets[name][c] for c in CHANNELS[:4]]
        values += [sets["crowd"][name][c] for c in CHANNELS[4:]] if crowd else [0.0, 0.0]
        out[:, mask] = np.array(values)[:, None]
    return out


def collect(packs, engine, limit=None, only=None, mode="warm", cache=None, variants=tuple(TASK)):
    """{(pack, variant): [(channels [6, C] float32, relevant bool [C], kinds [C], history length)]}"""
    features, model, table, bags_class = engine
    out = {}
    for folder in sorted(Path(packs).iterdir()):
        if only and folder.name not in only:
            continue
        items = read_items(folder / "items.jsonl.gz")
        stamp = Path(cache) / f"pack-{folder.name}-{(folder / 'items.jsonl.gz').stat().st_size}.pickle" if cache else None
        if stamp is not None and stamp.exists():
            encoded = pickle.loads(stamp.read_bytes())
        else:
            encoded = encode_items(items, features)
            if stamp is not None:
                stamp.parent.mkdir(parents=True, exist_ok=True)
                stamp.write_bytes(pickle.dumps(encoded, protocol=5))
        catalogue = Catalogue(items, encoded, features, model, table, bags_class, mode)
        cases = read_items(folder / "cases.jsonl.gz")
        for variant in variants:
            mine = [case for case in cases if case["variant"] == variant]
            if limit and len(mine) > limit:
                mine = [mine[i] for i in np.linspace(0, len(mine) - 1, limit).astype(int)]
            if mine:
                rows = []
                for case, candidates, channels in case_channels(mine, catalogue, features, model):
                    wanted = [catalogue.index[i] for i in case["relevant"]]
                    rows.append((channels.astype(np.float32), np.isin(candidates, wanted),
                                 catalogue.kinds[candidates], len(case["events"])))
                yield folder.name, variant, rows


def main_metric(scores, relevant, variant):
    """scores [G, C] of G mixtures for one case -> the variant's main metric [G]; as `metrics`, without the loop"""
    if variant == "next":  # one relevant item: its rank is all that counts
        target = int(np.flatnonzero(relevant)[0])
        own = scores[:, target:target + 1]
        rank = (scores > own).sum(1) + (scores[:, :target] == own).sum(1)
        return np.where(rank < 10, 1 / np.log2(rank + 2), 0.0)
    if variant == "share":
        hits = relevant[np.argsort(-scores, axis=1, kind="stable")[:, :5]]
        discount = 1 / np.log2(np.arange(2, 7))[:hits.shape[1]]
        return (hits * discount).sum(1) / discount[:relevant.sum()].sum()
    good, bad = scores[:, relevant], scores[:, ~relevant]
    if not good.shape[1] or not bad.shape[1]:
        return None
    difference = good[:, :, None] - bad[:, None, :]
    return ((difference > 0) + 0.5 * (difference == 0)).mean((1, 2))


def mean_metric(rows, variant, mixtures):
    """Mean main metric of each mixture; mixtures [G, 6] -> [G]"""
    mixtures = np.asarray(mixtures, dtype=np.float32)
    values = [main_metric(mixtures @ channels, relevant, variant) for channels, relevant, _, _ in rows]
    return np.mean([v for v in values if v is not None], axis=0)


GRIDS = {  # weights tried by --choose: (next, future, like, content); scores are z-scores, so only ratios matter
    "next": [(1.0, f, l, c) for f, l, c in itertools.product((0, .25, .5, 1.0), (0, .1, .2), (0, .1, .2, .3, .5))],
    "share": [(n, 1.0, l, c) for n, l, c in itertools.product((0, .25, .5), (0, .1, .2, .4), (0, .1, .2, .3, .5))],
    "share-rated": [(n, f, 1.0, c) for n, f, c in itertools.product((0, .1, .2), (0, .1, .2, .4), (0, .1, .2))],
}


def choose(results, scoring):
    """Grid searches per variant on the mean over the packs of trained kinds; prints the best and each single channel.

    Weights for *untrained* kinds are chosen on these packs too, by leaving out all the model knows: content (which
    needs no training) and crowd are what an unseen kind has, so each pack stands in for a domain left out.
    """
    crowd_grid = list(itertools.product((0, .1, .2, .3, .5, 1, 2, 4), (0, .1, .2, .3, .5, .8, 1.2, 2, 4)))
    for variant, grid in GRIDS.items():
        base = [scoring["tasks"][TASK[variant]]["trained"][c] for c in CHANNELS[:4]]
        single = [tuple(np.eye(4)[i]) for i in range(4)]
        searches = (
            ("trained kinds, crowd off", False, [(*w, 0, 0) for w in single + grid]),
            ("trained kinds, crowd on, heads as in scoring", False, [(*base, *w) for w in crowd_grid]),
            ("content and crowd only, as for an unseen kind", False, [(0, 0, 0, 1, *w) for w in crowd_grid]),
            ("zero-shot packs, crowd off (to look at, not to choose on)", True, [(*w, 0, 0) for w in single + grid]))
        for name, zero_shot, mixtures in searches:
            packs = {pack: rows for (pack, v), rows in results.items()
                     if v == variant and (pack in ZERO_SHOT) == zero_shot}
            if not packs:
                continue
            values = np.mean([mean_metric(rows, variant, mixtures) for rows in packs.values()], axis=0)
            print(f"\n{variant} {METRIC[variant]}, {len(packs)} packs: {name}\n  {CHANNELS}")
            shown = [0, 1, 2, 3] if mixtures[0][:4] == single[0] else [0]
            for n in [*shown, *np.argsort(-values)[:6]]:
                print(f"  {values[n]:.4f}  {tuple(float(w) for w in mixtures[n])}", flush=True)


def report(packs, engine, scoring, trained, mode, crowd, limit, only, cache):
    """Prints the tables; -> rows as dicts"""
    out = []
    for pack, variant, rows in collect(packs, engine, limit, only, mode, cache):
        values = {name: [] for name in ("ndcg@5", "ndcg@10", "hr@10", "mrr", "p@5", "auc")}
        for channels, relevant, kinds, _ in rows:
            weights = weights_for(scoring, TASK[variant], kinds, trained, crowd)
            for name, value in metrics((channels * weights).sum(0), relevant).items():
                values[name].append(value)
        row = {"pack": pack, "variant": variant, "mode": mode, "crowd": "on" if crowd else "off", "n": len(rows),
               **{name: round(float(np.mean(v)), 4) for name, v in values.items() if v}}
        row["content"] = round(float(mean_metric(rows, variant, [np.eye(6)[3]])[0]), 4)
        out.append(row)
        print(f"{pack:20} {variant:12} {mode} n {row['n']:5}  " + METRIC[variant] + f" {row[METRIC[variant]]:.4f}  "
              f"content alone {row['content']:.4f}", flush=True)
    for variant in TASK:
        mine = [r[METRIC[variant]] for r in out if r["variant"] == variant and r["pack"] not in ZERO_SHOT]
        if mine:
            print(f"{'mean of ' + str(len(mine)):20} {variant:12} {mode}          {METRIC[variant]} {np.mean(mine):.4f}")
    return out


def main():
    from bundle import load_bundle
    from export import DEFAULT_SCORING, load_engine
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packs", required=True)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--only", help="pack names with commas")
    parser.add_argument("--limit", type=int, help="cases per pack and variant, taken evenly")
    parser.add_argument("--mode", default="warm", choices=("warm", "cold"))
    parser.add_argument("--crowd", default="off", choices=("off", "on"))
    parser.add_argument("--choose", action="store_true", help="search mixture weights on these packs")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cache", default=Path(__file__).resolve().parent / "cache")
    args = parser.parse_args()
    torch.set_flush_denormal(True)
    only = args.only.split(",") if args.only else None
    engine, scoring, trained = load_bundle(args.bundle) if args.bundle else load_engine(args.checkpoint)
    scoring = scoring or DEFAULT_SCORING
    if args.choose:
        results = {(pack, variant): rows for pack, variant, rows in
                   collect(args.packs, engine, args.limit or 200, only, args.mode, args.cache)}
        choose(results, scoring)
        return
    rows = report(args.packs, engine, scoring, trained, args.mode, args.crowd == "on", args.limit, only, args.cache)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
