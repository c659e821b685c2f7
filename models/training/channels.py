"""Channels of the score, and how a task mixes them: the Python half of rule 4 in ../README.md.

The app's half is renderer/src/recommend/scoring; golden.json holds the two together.
"""
import zlib
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
import torch


@dataclass(frozen=True)
class Channel:
    """One channel; its values are computed in `case_channels`."""
    centred: bool = False  # keeps its unit: only the mean is taken off. All others are z-scores.
    crowd: bool = False    # read from the crowd columns, and weighed under `crowd` in the manifest


TABLE = {"next": Channel(), "future": Channel(), "like": Channel(), "content": Channel(), "cooccurrence": Channel(),
         "neighbourhood": Channel(centred=True), "base": Channel(), "rating": Channel(crowd=True),
         "popularity": Channel(centred=True, crowd=True)}
CHANNELS = tuple(TABLE)  # rows of a channels array, in this order
PLACE = {name: place for place, name in enumerate(CHANNELS)}
OWN = tuple(name for name, channel in TABLE.items() if not channel.crowd)
CROWD = tuple(name for name, channel in TABLE.items() if channel.crowd)
WEIGHT_SETS = ("known", "unknown", "untrained")


class EncodedItems:
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
        """History items [k] and the weight of each [k] -> sum of their weights for each candidate [C]"""
        rows, wanted = self.rows[items], self.rows[candidates]
        use = (rows >= 0) & (weights > 0)
        if self.together is None or not use.any():
            return np.zeros(len(candidates))
        sums = np.asarray((sparse.csr_matrix(weights[use][None]) @ self.together[rows[use]]).todense()).ravel()
        return np.where(wanted >= 0, sums[np.maximum(wanted, 0)], 0.0)


def forgotten(items, mode):
    """bool [N]: items for which the known-item table is ignored"""
    if mode == "half":
        return np.array([zlib.crc32(item["id"].encode()) % 2 == 1 for item in items])
    return np.full(len(items), mode == "cold")


def content_vectors(tokens, features, rule):
    """Weighted TF-IDF of the items (../README.md, `content`) -> csr [N, vocabulary] of rows x, lengths |x| [N]"""
    fields = [field["name"] for field in features.fields]
    weight = np.array([rule["fields"].get(name, 0.0) for name in fields])[features.slot_field]    # [slots]
    row, slot = np.nonzero((tokens != features.pad) & (weight > 0))
    found, column = np.unique(tokens[row, slot], return_inverse=True)
    own = np.zeros(len(found))
    own[column] = weight[slot]  # a bucket belongs to one field, except for hash collisions: then the last one written counts
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


def centre(values):
    """Less the mean over the last axis; NaN counts as missing and becomes 0"""
    mean = 0.0 if np.isnan(values).all() else np.nanmean(values)
    return np.nan_to_num(values - mean)


def rating_residuals(ratings, expected, rule):
    """ratings [k] with nan, log-odds [k] of liking each under an empty history -> residuals [k] of the newest ratings,
    less a share of their mean; 0 for the others"""
    rated = ~np.isnan(ratings)
    rated &= np.cumsum(rated[::-1])[::-1] <= rule["newest"]
    residual = np.where(rated, (ratings >= rule["liked"]) - 1 / (1 + np.exp(-expected)), 0.0)
    return np.where(rated, residual - residual.sum() / (rated.sum() + rule["shrinkage"]), 0.0)


def neighbourhood(vectors, history, candidates, residuals, power):
    """vectors [N, D] of length one, items [k] and [C], residuals [k] -> log-odds for each candidate [C] (../README.md)"""
    if not residuals.any():
        return np.zeros(len(candidates))
    return np.maximum(vectors[candidates] @ vectors[history].T, 0) ** power @ residuals


def case_channels(cases, library, engine):
    """Yields (case, candidate rows [C], channels [len(CHANNELS), C] as they are mixed)"""
    features, model = engine[:2]
    everything = np.arange(len(library.items))
    rule, near = library.scoring["cooccurrence"], library.scoring["neighbourhood"]
    directions = torch.nn.functional.normalize(library.vectors, dim=1, eps=1e-12).numpy()
    with torch.no_grad():  # an empty history
        window = [torch.as_tensor(part)[None].long() for part in features.window([], [], [])]
        queries = model.history(torch.zeros(1, window[0].shape[1], library.vectors.shape[1]), *window[1:])[0]
        _, base, expected = (queries @ library.vectors.t()).numpy() + library.biases.T  # future, log-odds of liking [N]
    # 1 / |x|, and the factor on a candidate's dot product; 0 for an empty item
    inverse = np.where(library.lengths > 0, 1 / np.maximum(library.lengths, 1e-12), 0.0)
    candidate_scale = inverse ** library.scoring["content"]["lengthPower"]
    for start in range(0, len(cases), 128):
        part = cases[start:start + 128]
        histories = []
        for case in part:
            events = [(library.index[i], np.nan if r is None else r, np.nan if t is None else t)
                      for i, r, t in case["events"]]
            histories.append(list(zip(*events)) if events else ([], [], []))
        windows = [features.window(*history) for history in histories]
        items = torch.as_tensor(np.stack([w[0] for w in windows])).long()
        vectors = library.vectors[items.clamp(min=0)] * (items >= 0).unsqueeze(-1)
        with torch.no_grad():
            queries = model.history(vectors, torch.as_tensor(np.stack([w[1] for w in windows])).long(),
                                    torch.as_tensor(np.stack([w[2] for w in windows])).long())  # [b, 3, D]
        rows = np.concatenate([h[0] for h in histories]).astype(int)
        owner = np.repeat(np.arange(len(part)), [len(h[0]) for h in histories])
        weights = [np.array([content_weight(None if np.isnan(r) else r) for r in h[1]]) for h in histories]
        picks = sparse.csr_matrix((np.concatenate(weights) * inverse[rows], (owner, rows)),
                                  shape=(len(part), len(library.items)))
        profiles = picks @ library.content
        norm = np.sqrt(np.asarray(profiles.multiply(profiles).sum(1)).ravel())
        profiles = sparse.diags(1 / np.maximum(norm, 1e-12)) @ profiles
        full = any(case["candidates"] == "all" for case in part)
        content = (profiles @ library.content.T).toarray() if full else None
        for n, case in enumerate(part):
            if case["candidates"] == "all":
                keep = np.ones(len(everything), bool)
                keep[list(histories[n][0])] = False
                keep[[library.index[i] for i in case.get("exclude", [])]] = False
                candidates = everything[keep]
                alike = content[n, candidates]
            else:
                candidates = np.array([library.index[i] for i in case["candidates"]])
                alike = (library.content[candidates] @ profiles[n].T).toarray().ravel()
            heads = (queries[n] @ library.vectors[candidates].t()).numpy() + library.biases[candidates].T
            age = np.arange(len(weights[n]))[::-1]
            counts = weights[n] * (1 + rule["recent"] * 0.5 ** (age / rule["halfLife"]))
            past, ratings = np.array(histories[n][0], dtype=int), np.array(histories[n][1], dtype=float)
            next_, future, like = heads.astype(float)
            values = {
                "next": next_, "future": future, "like": like,
                "content": (alike * candidate_scale[candidates]).astype(float),
                "cooccurrence": library.cooccurrence(past, counts, candidates),
                "neighbourhood": neighbourhood(directions, past, candidates,
                                               rating_residuals(ratings, expected[past], near), near["power"]),
                "base": base[candidates],
                "rating": library.crowd_rating[candidates],
                "popularity": np.log1p(library.crowd_count[candidates]),
            }
            with np.errstate(all="ignore"):
                yield case, candidates, np.stack([(centre if channel.centred else standardise)(values[name])
                                                  for name, channel in TABLE.items()])


def mixed(channels, weight_set, task, crowd):
    """channels [len(CHANNELS), C], weight_set int [C] (place in WEIGHT_SETS), one task's scoring -> scores [C]"""
    weights = np.array([[task[name].get(c, 0.0) for c in OWN]
                        + [task["crowd"][name].get(c, 0.0) if crowd else 0.0 for c in CROWD]
                        for name in WEIGHT_SETS])                                # [3, len(CHANNELS)]
    offsets = np.array([task[name]["offset"] for name in WEIGHT_SETS])
    return (channels * weights[weight_set].T).sum(0) + offsets[weight_set]
