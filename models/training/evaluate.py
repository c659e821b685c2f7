"""Measure a checkpoint or a bundle on case packs: python3 evaluate.py --packs DIR (--checkpoint FINISHED | --bundle DIR)

Prints one row per pack and variant, warm, cold or half known, crowd off or on, and with --choose searches the mixture
weights of the scoring manifest on these packs (dev packs only: they are for choosing). The channels, and how they are
mixed, stand in channels.py. --held-out ranks the items that a model trained with `train.py --hold-out` never met.
"""
import argparse
import json
import pickle
from pathlib import Path

import numpy as np
import torch

from bundle import load_bundle
from channels import CHANNELS, CROWD, OWN, PLACE, WEIGHT_SETS, EncodedItems, case_channels, mixed
from data import encode_items, held_out_items, read_items
from export import DEFAULT_SCORING, load_engine

METRIC = {"next": "ndcg@10", "share": "ndcg@5", "share-rated": "auc"}
ZERO_SHOT = ("steam_hours", "amazon_food_kitchen")
TASK = {"next": "next", "share": "share", "share-rated": "shareRated"}


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
    """Yields (pack, variant, [(case, candidates [C], channels [len(CHANNELS), C] float32, relevant bool [C],
    weight set [C])])"""
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
        library = EncodedItems(items, encoded, engine, scoring, trained, mode)
        cases = read_items(folder / "cases.jsonl.gz")
        for variant in variants:
            mine = [case for case in cases if case["variant"] == variant]
            if limit and len(mine) > limit:
                mine = [mine[i] for i in np.linspace(0, len(mine) - 1, limit).astype(int)]
            if mine:
                rows = []
                for case, candidates, channels in case_channels(mine, library, engine):
                    wanted = [library.index[i] for i in case["relevant"]]
                    rows.append((case, candidates, channels.astype(np.float32), np.isin(candidates, wanted),
                                 library.weight_set[candidates]))
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
    """Coordinate ascent over STEPS on the mean over packs; start and weights [len(CHANNELS)]
    -> weights, value, {pack: value}"""
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

    `untrained` weights are chosen on these packs too, by leaving out all trained channels: an unseen kind has only
    content (which needs no training) and crowd, so each pack stands in for a held-out domain.
    """
    free_of = {False: [] if weight_set == "untrained" else [PLACE[name] for name in OWN],
               True: [PLACE[name] for name in CROWD]}
    for variant in TASK:
        packs = {pack: rows for (pack, v), rows in results.items() if v == variant and pack not in ZERO_SHOT}
        start = [scoring["tasks"][TASK[variant]][weight_set][c] for c in OWN] + [0.0] * len(CROWD)
        for crowd in (False, True):
            weights, best, each = ascend(packs, variant, start, free_of[crowd])
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
        row["content"] = round(float(mean_metric(rows, variant, lambda channels, _: channels[PLACE["content"]][None])[0]), 4)
        out.append(row)
        print(f"{pack:20} {variant:12} {mode} n {row['n']:5}  " + METRIC[variant] + f" {row[METRIC[variant]]:.4f}  "
              f"content alone {row['content']:.4f}", flush=True)
    for variant in TASK:
        mine = [r[METRIC[variant]] for r in out if r["variant"] == variant and r["pack"] not in ZERO_SHOT]
        if mine:
            print(f"{'mean of ' + str(len(mine)):20} {variant:12} {mode}          {METRIC[variant]} {np.mean(mine):.4f}")
    return out


def never_met(packs, pack):
    """bool [N]: items of a pack that a `--hold-out` model never met"""
    return held_out_items(pack, [item["id"] for item in read_items(Path(packs) / pack / "items.jsonl.gz")])


def figures(row):
    return "  ".join(f"{name} {value:.4f}" for name, value in row.items() if name not in ("pack", "n"))


def held_out(packs, engine, scoring, trained, crowd, only, cache):
    """Ranks of items a `--hold-out` model never met: `next` cases whose target is one of them, ranked among the
    held-out items and among all items, beside TF-IDF; and all other cases, with and without the held-out items among
    the candidates."""
    table = []
    for pack, variant, rows in collect(packs, engine, scoring, trained, None, only, "warm", cache, ("next",)):
        unseen = never_met(packs, pack)
        found = {"among": [], "among tf-idf": [], "full": [], "full tf-idf": [], "known": [], "known alone": []}
        for case, candidates, channels, relevant, weight_set in rows:
            scores = mixed(channels, weight_set, scoring["tasks"]["next"], crowd)
            mine = unseen[candidates]
            if mine[relevant].any():
                found["among"].append(metrics(scores[mine], relevant[mine])["ndcg@10"])
                found["among tf-idf"].append(metrics(channels[PLACE["content"]][mine], relevant[mine])["ndcg@10"])
                found["full"].append(metrics(scores, relevant)["hr@10"])
                found["full tf-idf"].append(metrics(channels[PLACE["content"]], relevant)["hr@10"])
            else:
                found["known"].append(metrics(scores, relevant)["hr@10"])
                found["known alone"].append(metrics(scores[~mine], relevant[~mine])["hr@10"])
        table.append({"pack": pack, "n": len(found["among"]), **{k: float(np.mean(v)) for k, v in found.items() if v}})
        print(f"{pack:20} n {table[-1]['n']:4}  {figures(table[-1])}", flush=True)
    mine = [row for row in table if row["n"] and row["pack"] not in ZERO_SHOT]
    total = sum(row["n"] for row in mine)
    for name, weigh in (("mean of packs", [1] * len(mine)), (f"all {total} cases", [row["n"] for row in mine])):
        print(f"{name:28}" + figures({k: np.average([row[k] for row in mine], weights=weigh) for k in found}))
    return table


def held_out_pools(packs, engine, scoring, trained, crowd, limit, only, cache):
    """`share` cases under a `--hold-out` model: how well whole pools are ranked, and the chance that a relevant thing
    that the model never met stands above one that is not relevant, beside TF-IDF."""
    table = []
    for pack, _, rows in collect(packs, engine, scoring, trained, limit, only, "warm", cache, ("share",)):
        unseen = never_met(packs, pack)
        found = {"ndcg@5": [], "auc of unseen": [], "unseen tf-idf": []}
        for _, candidates, channels, relevant, weight_set in rows:
            scores = mixed(channels, weight_set, scoring["tasks"]["share"], crowd)
            found["ndcg@5"].append(metrics(scores, relevant)["ndcg@5"])
            kept = ~relevant | unseen[candidates]
            if relevant[kept].any() and not relevant.all():
                found["auc of unseen"].append(metrics(scores[kept], relevant[kept])["auc"])
                found["unseen tf-idf"].append(metrics(channels[PLACE["content"]][kept], relevant[kept])["auc"])
        table.append({"pack": pack, "n": len(found["auc of unseen"]),
                      **{k: float(np.mean(v)) for k, v in found.items() if v}})
        print(f"{pack:20} share, n {table[-1]['n']:4}  {figures(table[-1])}", flush=True)
    mine = [row for row in table if row["pack"] not in ZERO_SHOT and row["n"]]
    print(f"{'share, mean of packs':28}" + figures({k: np.mean([row[k] for row in mine]) for k in found}))
    return table


def leave_out(parts, engine, scoring):
    """An ablation: channels by name get a weight of zero; `taste` zeroes the closed-form part of the like query,
    `offset` the weight sets' offsets. -> scoring"""
    scoring = json.loads(json.dumps(scoring))
    if "taste" in parts:
        engine[1].history.posterior.strength.zero_()
    for task in scoring["tasks"].values():
        for name in WEIGHT_SETS:
            for weights in (task[name], task["crowd"][name]):
                weights.update({part: 0.0 for part in parts if part in weights})
    return scoring


def main():
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
    crowd = args.crowd == "on"
    if args.held_out:
        rows = held_out(args.packs, engine, scoring, trained, crowd, only, args.cache)
        rows += held_out_pools(args.packs, engine, scoring, trained, crowd, args.limit, only, args.cache)
    else:
        rows = report(args.packs, engine, scoring, trained, args.mode, crowd, args.limit, only, args.cache)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
