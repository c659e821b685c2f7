"""Measure a checkpoint or a bundle on case packs: python3 evaluate.py --packs DIR (--checkpoint FINISHED | --bundle DIR)

Prints one row per pack and variant, warm, cold or half known, crowd off or on, and with --choose searches the mixture weights of
the scoring manifest on these packs (dev packs only: they are for choosing). The channels, and how they are mixed, are
defined in ../README.md. --held-out ranks the items that a model trained with `train.py --hold-out` never met.
"""
import argparse
import json
import pickle
import zlib
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
import torch

from data import encode_items, held_out_items, read_items

CHANNELS = ("next", "future", "like", "content", "cooccurrence", "neighbourhood", "usual", "rating",
            "popularity")  # the last two: crowd on
OWN = 7  # channels that need no crowd
WEIGHT_SETS = ("known", "unknown", "untrained")
METRIC = {"next": "ndcg@10", "share": "ndcg@5", "share-rated": "auc"}
NEXT_PACKS = ("movietweetings", "ml1m", "ml100k", "mllatest", "goodbooks", "bookcrossing", "anime", "lastfm_tagged",
              "lastfm_listen", "wines", "recipes")
ZERO_SHOT = ("steam_hours", "amazon_food_kitchen")
TASK = {"next": "next", "share": "share", "share-rated": "shareRated"}


class Catalogue:
    """Items of a pack, encoded by a model; `mode` cold ignores the known-item table, half ignores it for every other
    item (by hash): real libraries are half unknown."""

    def __init__(self, items, encoded, engine, scoring, trained, mode="warm"):
        features, model, table, bags_class, neighbours, _ = engine
        self.items, self.scoring = items, scoring
        self.index = {item["id"]: row for row, item in enumerate(items)}
        tokens, _, lookups, _, kinds = encoded
        bags = bags_class(tokens, features.slot_field, model.idf.numpy())
        rows = table.rows(lookups)
        self.rows = np.where(forgotten(items, mode), -1, rows).astype(np.int32)
        self.weight_set = np.where(~np.isin(kinds, trained), 2, np.where(self.rows >= 0, 0, 1))  # of WEIGHT_SETS
        parts = []
        with torch.no_grad():
            for start in range(0, len(items), 4096):
                take = torch.arange(start, min(start + 4096, len(items)))
                parts.append(model.encode(bags.take(take), torch.as_tensor(self.rows).long()[take]))
        self.vectors = torch.cat([v for v, _ in parts])                          # [N, D]
        self.biases = torch.cat([b for _, b in parts]).numpy()                   # [N, 3]
        self.content, self.lengths = content_vectors(tokens, features, scoring["content"])
        self.together = None if mode == "cold" else neighbours.matrix()          # csr [R, R]
        crowd = [item.get("crowd") or {} for item in items]
        self.crowd_rating = np.array([np.nan if c.get("rating") is None else c["rating"] for c in crowd])
        self.crowd_count = np.array([np.nan if c.get("count") is None else c["count"] for c in crowd], dtype=float)

    def cooccurrence(self, items, weights, candidates):
        """History items [k] and what each counts [k] -> how much they speak for each candidate [C]"""
        rows, wanted = self.rows[items], self.rows[candidates]
        use = (rows >= 0) & (weights > 0)
        if self.together is None or not use.any():
            return np.zeros(len(candidates))
        said = np.asarray((sparse.csr_matrix(weights[use][None]) @ self.together[rows[use]]).todense()).ravel()
        return np.where(wanted >= 0, said[np.maximum(wanted, 0)], 0.0)


def forgotten(items, mode):
    """bool [N]: items to be taken as never met before"""
    if mode == "half":
        return np.array([zlib.crc32(item["id"].encode()) % 2 == 1 for item in items])
    return np.full(len(items), mode == "cold")


def content_vectors(tokens, features, rule):
    """Weighted TF-IDF of this catalogue (../README.md, `content`) -> csr [N, vocabulary] of rows x, lengths |x| [N]"""
    fields = [field["name"] for field in features.fields]
    weight = np.array([rule["fields"].get(name, 0.0) for name in fields])[features.slot_field]    # [slots]
    row, slot = np.nonzero((tokens != features.pad) & (weight > 0))
    found, column = np.unique(tokens[row, slot], return_inverse=True)
    own = np.zeros(len(found))
    own[column] = weight[slot]  # a bucket belongs to one field, but for collisions: there the last one written counts
    matrix = sparse.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(len(tokens), len(found)))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    df = np.asarray(matrix.sum(0)).ravel()
    matrix = (matrix @ sparse.diags(own * np.log((1 + len(tokens)) / (1 + df)) ** rule["idfPower"])).tocsr()
    return matrix.astype(np.float32), np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())


def content_weight(rating):
    return 0.5 if rating is None else max(0.0, (rating - 0.4) / 0.6)


def standardise(values):
    """z-scores over the last axis; NaN counts as missing and becomes 0; constant -> 0"""
    values = np.where(np.isnan(values).all(-1, keepdims=True), 0.0, values)
    mean = np.nanmean(values, axis=-1, keepdims=True)
    std = np.nanstd(values, axis=-1, keepdims=True)
    return np.nan_to_num(np.where(std > 1e-9, (values - mean) / np.where(std > 1e-9, std, 1.0), 0.0))


def surprises(ratings, expected, rule):
    """ratings [k] with nan, log-odds [k] that anybody likes each -> what was not to be expected [k] of the newest ratings;
    0 of the others"""
    rated = ~np.isnan(ratings)
    rated &= np.cumsum(rated[::-1])[::-1] <= rule["newest"]
    residual = np.where(rated, (ratings >= rule["liked"]) - 1 / (1 + np.exp(-expected)), 0.0)
    return np.where(rated, residual - residual.sum() / (rated.sum() + rule["shrinkage"]), 0.0)


def neighbourhood(vectors, history, candidates, residuals, power):
    """vectors [N, D] of length one, items [k] and [C], surprises [k] -> what speaks for each candidate [C] (../README.md)"""
    if not residuals.any():
        return np.zeros(len(candidates))
    return np.maximum(vectors[candidates] @ vectors[history].T, 0) ** power @ residuals


def case_channels(cases, catalogue, engine):
    """Yields (case, candidate rows [C], channels [9, C] as they are mixed)"""
    features, model = engine[:2]
    everything = np.arange(len(catalogue.items))
    rule, near = catalogue.scoring["cooccurrence"], catalogue.scoring["neighbourhood"]
    directions = torch.nn.functional.normalize(catalogue.vectors, dim=1, eps=1e-12).numpy()
    with torch.no_grad():  # the history of nobody
        window = [torch.as_tensor(part)[None].long() for part in features.window([], [], [])]
        queries = model.history(torch.zeros(1, window[0].shape[1], catalogue.vectors.shape[1]), *window[1:])[0]
        _, usual, anybody = (queries @ catalogue.vectors.t()).numpy() + catalogue.biases.T  # future, log-odds of liking [N]
    # 1 / |x|, and what a candidate's dot product is divided by; an empty item says nothing
    inverse = np.where(catalogue.lengths > 0, 1 / np.maximum(catalogue.lengths, 1e-12), 0.0)
    candidate_scale = inverse ** catalogue.scoring["content"]["lengthPower"]
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
        weights = [np.array([content_weight(None if np.isnan(r) else r) for r in h[1]]) for h in histories]
        picks = sparse.csr_matrix((np.concatenate(weights) * inverse[rows], (owner, rows)),
                                  shape=(len(part), len(catalogue.items)))
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
                alike = content[n, candidates]
            else:
                candidates = np.array([catalogue.index[i] for i in case["candidates"]])
                alike = (catalogue.content[candidates] @ profiles[n].T).toarray().ravel()
            heads = (queries[n] @ catalogue.vectors[candidates].t()).numpy() + catalogue.biases[candidates].T
            age = np.arange(len(weights[n]))[::-1]
            counts = weights[n] * (1 + rule["recent"] * 0.5 ** (age / rule["halfLife"]))
            past, ratings = np.array(histories[n][0], dtype=int), np.array(histories[n][1], dtype=float)
            together = catalogue.cooccurrence(past, counts, candidates)
            spoken = neighbourhood(directions, past, candidates, surprises(ratings, anybody[past], near), near["power"])
            own = np.concatenate([heads, (alike * candidate_scale[candidates])[None], together[None]])
            fame = np.log1p(catalogue.crowd_count[candidates])
            with np.errstate(all="ignore"):
                fame = np.nan_to_num(fame - (np.nanmean(fame) if not np.isnan(fame).all() else 0.0))
                yield case, candidates, np.concatenate([standardise(own), (spoken - spoken.mean())[None],
                                                        standardise(usual[candidates][None]),
                                                        standardise(catalogue.crowd_rating[candidates][None]), fame[None]])


def mixed(channels, weight_set, task, crowd):
    """channels [9, C], weight_set int [C] (place in WEIGHT_SETS), one task's scoring -> scores [C]"""
    weights = np.array([[task[name][c] for c in CHANNELS[:OWN]]
                        + ([task["crowd"][name][c] for c in CHANNELS[OWN:]] if crowd else [0.0, 0.0])
                        for name in WEIGHT_SETS])                                # [3, 9]
    offsets = np.array([task[name]["offset"] for name in WEIGHT_SETS])
    return (channels * weights[weight_set].T).sum(0) + offsets[weight_set]


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


def collect(packs, engine, scoring, trained, limit=None, only=None, mode="warm", cache=None, variants=tuple(TASK)):
    """Yields (pack, variant, [(case, candidates [C], channels [9, C] float32, relevant bool [C], weight set [C])])"""
    features = engine[0]
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
        catalogue = Catalogue(items, encoded, engine, scoring, trained, mode)
        cases = read_items(folder / "cases.jsonl.gz")
        for variant in variants:
            mine = [case for case in cases if case["variant"] == variant]
            if limit and len(mine) > limit:
                mine = [mine[i] for i in np.linspace(0, len(mine) - 1, limit).astype(int)]
            if mine:
                rows = []
                for case, candidates, channels in case_channels(mine, catalogue, engine):
                    wanted = [catalogue.index[i] for i in case["relevant"]]
                    rows.append((case, candidates, channels.astype(np.float32), np.isin(candidates, wanted),
                                 catalogue.weight_set[candidates]))
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


def mean_metric(rows, variant, score):
    """Mean main metric of a case list; score(channels, weight_set) -> [G, C] of G mixtures; -> [G]"""
    values = [main_metric(score(channels, weight_set), relevant, variant)
              for _, _, channels, relevant, weight_set in rows]
    return np.mean([v for v in values if v is not None], axis=0)


STEPS = (0, .05, .1, .2, .3, .5, .7, 1, 1.4, 2, 3, 5)  # weights tried; most channels are z-scores


def ascend(packs, variant, start, free):
    """Coordinate ascent over STEPS on the mean over packs; start [9] -> weights [9], value, {pack: value}"""
    weights = np.array(start, dtype=np.float32)

    def values(mixtures):
        each = {pack: mean_metric(rows, variant, lambda channels, _: mixtures @ channels)
                for pack, rows in packs.items()}
        return np.mean(list(each.values()), axis=0), each
    best, each = values(weights[None])
    best, each = best[0], {pack: v[0] for pack, v in each.items()}
    for _ in range(2):
        for channel in free:
            mixtures = np.repeat(weights[None], len(STEPS), axis=0)
            mixtures[:, channel] = STEPS
            found, per_pack = values(mixtures)
            top = int(np.argmax(found))
            if found[top] > best + 1e-5:
                best, weights = found[top], mixtures[top]
                each = {pack: v[top] for pack, v in per_pack.items()}
    return weights, best, each


def choose(results, scoring, weight_set):
    """Prints, per variant, the weights that do best on the mean over the packs of trained kinds, crowd off, then on.

    `untrained` weights are chosen on these packs too, by leaving out all the model knows: content (which needs no
    training) and crowd are what an unseen kind has, so each pack stands in for a domain left out.
    """
    own = [3] if weight_set == "untrained" else list(range(OWN))
    for variant in TASK:
        packs = {pack: rows for (pack, v), rows in results.items() if v == variant and pack not in ZERO_SHOT}
        start = [scoring["tasks"][TASK[variant]][weight_set][c] for c in CHANNELS[:OWN]] + [0.0, 0.0]
        for crowd in (False, True):
            free = [c for c in own if weight_set != "untrained"] if not crowd else [OWN, OWN + 1]
            weights, best, each = ascend(packs, variant, start, free)
            print(f"{variant} {METRIC[variant]} {weight_set}, crowd {'on' if crowd else 'off'}: {best:.4f}  "
                  + "  ".join(f"{c} {w:g}" for c, w in zip(CHANNELS, weights)))
            print("    " + "  ".join(f"{pack} {value:.3f}" for pack, value in each.items()), flush=True)
            start = weights


def report(packs, engine, scoring, trained, mode, crowd, limit, only, cache):
    """Prints the tables; -> rows as dicts"""
    out = []
    for pack, variant, rows in collect(packs, engine, scoring, trained, limit, only, mode, cache):
        values = {name: [] for name in ("ndcg@5", "ndcg@10", "hr@10", "mrr", "p@5", "auc")}
        for _, _, channels, relevant, weight_set in rows:
            scores = mixed(channels, weight_set, scoring["tasks"][TASK[variant]], crowd)
            for name, value in metrics(scores, relevant).items():
                values[name].append(value)
        row = {"pack": pack, "variant": variant, "mode": mode, "crowd": "on" if crowd else "off", "n": len(rows),
               **{name: round(float(np.mean(v)), 4) for name, v in values.items() if v}}
        row["content"] = round(float(mean_metric(rows, variant, lambda channels, _: channels[3:4])[0]), 4)
        out.append(row)
        print(f"{pack:20} {variant:12} {mode} n {row['n']:5}  " + METRIC[variant] + f" {row[METRIC[variant]]:.4f}  "
              f"content alone {row['content']:.4f}", flush=True)
    for variant in TASK:
        mine = [r[METRIC[variant]] for r in out if r["variant"] == variant and r["pack"] not in ZERO_SHOT]
        if mine:
            print(f"{'mean of ' + str(len(mine)):20} {variant:12} {mode}          {METRIC[variant]} {np.mean(mine):.4f}")
    return out


def held_out(packs, engine, scoring, trained, crowd, only, cache):
    """What becomes of items a `--hold-out` model never met: `next` cases whose target is one of them, ranked among the
    held-out items and in the full catalogue, beside TF-IDF; and all other cases, with and without their company."""
    table = []
    for pack, variant, rows in collect(packs, engine, scoring, trained, None, only, "warm", cache, ("next",)):
        items = [item["id"] for item in read_items(Path(packs) / pack / "items.jsonl.gz")]
        unseen = held_out_items(pack, items)
        found = {"among": [], "among tf-idf": [], "full": [], "full tf-idf": [], "known": [], "known alone": []}
        for case, candidates, channels, relevant, weight_set in rows:
            scores = mixed(channels, weight_set, scoring["tasks"]["next"], crowd)
            mine = unseen[candidates]
            if mine[relevant].any():
                found["among"].append(metrics(scores[mine], relevant[mine])["ndcg@10"])
                found["among tf-idf"].append(metrics(channels[3][mine], relevant[mine])["ndcg@10"])
                found["full"].append(metrics(scores, relevant)["hr@10"])
                found["full tf-idf"].append(metrics(channels[3], relevant)["hr@10"])
            else:
                found["known"].append(metrics(scores, relevant)["hr@10"])
                found["known alone"].append(metrics(scores[~mine], relevant[~mine])["hr@10"])
        table.append({"pack": pack, "n": len(found["among"]), **{k: float(np.mean(v)) for k, v in found.items() if v}})
        print(f"{pack:20} n {table[-1]['n']:4}  " + "  ".join(f"{k} {v:.4f}" for k, v in table[-1].items()
                                                              if k not in ("pack", "n")), flush=True)
    mine = [row for row in table if row["n"] and row["pack"] not in ZERO_SHOT]
    total = sum(row["n"] for row in mine)
    for name, weigh in (("mean of packs", [1] * len(mine)), (f"all {total} cases", [row["n"] for row in mine])):
        print(f"{name:28}" + "  ".join(f"{k} {np.average([row[k] for row in mine], weights=weigh):.4f}"
                                       for k in mine[0] if k not in ("pack", "n")))
    return table


def held_out_pools(packs, engine, scoring, trained, crowd, limit, only, cache):
    """`share` cases under a `--hold-out` model: how well whole pools are ranked, and the chance that a relevant thing that
    the model never met stands above one that is not relevant, beside TF-IDF."""
    table = []
    for pack, _, rows in collect(packs, engine, scoring, trained, limit, only, "warm", cache, ("share",)):
        unseen = held_out_items(pack, [item["id"] for item in read_items(Path(packs) / pack / "items.jsonl.gz")])
        found = {"ndcg@5": [], "auc of unseen": [], "unseen tf-idf": []}
        for _, candidates, channels, relevant, weight_set in rows:
            scores = mixed(channels, weight_set, scoring["tasks"]["share"], crowd)
            found["ndcg@5"].append(metrics(scores, relevant)["ndcg@5"])
            kept = ~relevant | unseen[candidates]
            if relevant[kept].any() and not relevant.all():
                found["auc of unseen"].append(metrics(scores[kept], relevant[kept])["auc"])
                found["unseen tf-idf"].append(metrics(channels[3][kept], relevant[kept])["auc"])
        table.append({"pack": pack, "n": len(found["auc of unseen"]), **{k: float(np.mean(v)) for k, v in found.items() if v}})
        print(f"{pack:20} share, n {table[-1]['n']:4}  " + "  ".join(f"{k} {v:.4f}" for k, v in table[-1].items()
                                                                     if k not in ("pack", "n")), flush=True)
    mine = [row for row in table if row["pack"] not in ZERO_SHOT and row["n"]]
    print(f"{'share, mean of packs':28}" + "  ".join(f"{k} {np.mean([row[k] for row in mine]):.4f}"
                                                     for k in ("ndcg@5", "auc of unseen", "unseen tf-idf")))
    return table


def leave_out(parts, engine, scoring):
    """An ablation: channels by name are given no weight; `taste` silences the closed-form part of the like query,
    `offset` the weight sets' offsets. -> scoring"""
    scoring = json.loads(json.dumps(scoring))
    if "taste" in parts:
        engine[1].history.posterior.strength.zero_()
    for task in scoring["tasks"].values():
        for name in WEIGHT_SETS:
            task[name].update({part: 0.0 for part in parts if part in task[name]})
    return scoring


def main():
    from bundle import load_bundle
    from export import DEFAULT_SCORING, load_engine
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packs", required=True)
    parser.add_argument("--checkpoint", type=Path, help="a finished.pt")
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--only", help="pack names with commas")
    parser.add_argument("--limit", type=int, help="cases per pack and variant, taken evenly")
    parser.add_argument("--mode", default="warm", choices=("warm", "cold", "half"))
    parser.add_argument("--crowd", default="off", choices=("off", "on"))
    parser.add_argument("--choose", choices=WEIGHT_SETS, help="search these mixture weights on these packs")
    parser.add_argument("--held-out", action="store_true", help="rank what a --hold-out model never met")
    parser.add_argument("--without", default="", help="an ablation: channels with commas, `taste`, `offset`")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cache", default=Path(__file__).resolve().parent / "cache")
    args = parser.parse_args()
    torch.set_flush_denormal(True)
    only = args.only.split(",") if args.only else None
    engine, scoring, trained = load_bundle(args.bundle) if args.bundle else load_engine(args.checkpoint)
    scoring = leave_out(args.without.split(","), engine, scoring or DEFAULT_SCORING)
    if args.choose:
        mode = "cold" if args.choose == "unknown" else args.mode
        choose({(pack, variant): rows for pack, variant, rows in
                collect(args.packs, engine, scoring, trained, args.limit or 300, only, mode, args.cache)},
               scoring, args.choose)
        return
    if args.held_out:
        rows = held_out(args.packs, engine, scoring, trained, args.crowd == "on", only, args.cache)
        rows += held_out_pools(args.packs, engine, scoring, trained, args.crowd == "on", args.limit, only, args.cache)
    else:
        rows = report(args.packs, engine, scoring, trained, args.mode, args.crowd == "on", args.limit, only, args.cache)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
