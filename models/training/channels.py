"""Channels of the score, and how a task mixes them: the Python half of rule 4 in ../README.md.

The app's half is renderer/src/recommend/scoring; golden.json holds the two together.
"""
import zlib

import numpy as np
import scipy.sparse as sparse
import torch

CHANNELS = ("next", "future", "like", "content", "cooccurrence", "neighbourhood", "usual", "rating",
            "popularity")  # the last two: crowd on
OWN = 7  # channels that need no crowd
WEIGHT_SETS = ("known", "unknown", "untrained")


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
