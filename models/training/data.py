"""Training sets: their licences, the meaning of their numbers, and one numbering of items over all of them.

A data folder holds NAME/items.jsonl.gz and NAME/train_events.csv.gz (`user,item,rating,ts`, rating in 0..1);
ml1m also NAME/train_negatives_unordered.csv.gz (`user,item,rating`: met and not liked, order unknown).
Encoded sets are cached, keyed by the schema and the files' sizes and dates.
"""
import csv
import gzip
import hashlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from features import fnv1a32

LIKED = 0.8  # a rating from here up is "liked", here and in the benchmark
HOLD_OUT = 10  # one item in so many is held out of a diagnostic model
CACHE_VERSION = 2


@dataclass(frozen=True)
class SetInfo:
    """`time`: seconds | order (sequence means something, gaps do not) | none (any order). `met`: a rating code that
    says "met, not rated": never a target. `rated`: its ratings separate liked from not liked."""
    name: str
    licence: str
    open: bool
    time: str
    met: float | None = None
    rated: bool = True


REGISTRY = {info.name: info for info in (
    SetInfo("movietweetings", "MIT", True, "seconds"),
    SetInfo("ml1m", "GroupLens terms, non-commercial", False, "order"),
    SetInfo("ml100k", "GroupLens terms, non-commercial", False, "seconds"),
    SetInfo("mllatest", "GroupLens terms, non-commercial", False, "seconds"),
    SetInfo("goodbooks", "CC BY-SA 4.0", True, "none"),
    SetInfo("bookcrossing", "research use with acknowledgement, non-commercial", False, "none", met=0.75),
    SetInfo("anime", "CC0", True, "none", met=0.75),
    SetInfo("lastfm_tagged", "HetRec 2011 / Last.fm, non-commercial", False, "seconds", rated=False),
    SetInfo("lastfm_listen", "HetRec 2011 / Last.fm, non-commercial", False, "none", rated=False),
    SetInfo("wines", "CC0", True, "seconds"),
    SetInfo("recipes", "CC0", True, "order"),
)}


def set_names(which):
    """`all`, `open` (MIT, CC0, CC BY-SA only), or names with commas."""
    if which in ("all", "open"):
        return [name for name, info in REGISTRY.items() if which == "all" or info.open]
    return which.split(",")


@dataclass
class EncodedSet:
    """One set as arrays. Events are sorted by user, then oldest first; `starts` [users + 1] are their offsets."""
    info: SetInfo
    tokens: np.ndarray    # int32 [items, slotCount]
    keys: list            # per item: own_keys, {"year" | "creator" | "title": hash}
    lookups: list         # per item: hashes in the order in which a lookup tries them
    groups: np.ndarray    # str [items]: kind group
    kinds: np.ndarray     # str [items]: kind phrase
    items: np.ndarray     # int32 [events]: row in `tokens`
    ratings: np.ndarray   # float32 [events]
    times: np.ndarray     # float64 [events]
    starts: np.ndarray    # int64 [users + 1]
    met_items: np.ndarray   # int32: met and not liked, order unknown (ml1m), else empty
    met_starts: np.ndarray  # int64 [users + 1]
    held_out: np.ndarray    # bool [items]: left out of training altogether (`held_out_items`)


def read_items(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def encode_items(items, features):
    """tokens, own keys, lookup hashes, groups, kinds: all that the model needs of a set's items."""
    tokens = np.stack([features.item_tokens(item) for item in items])
    keys = [features.own_keys(item) for item in items]
    lookups = [[value for _, value in features.lookup_keys(item)] for item in items]
    return (tokens, keys, lookups, np.array([features.kind_group(item["kind"]) for item in items]),
            np.array([features.phrase(item["kind"]) for item in items]))


def _read_events(path, index, user_index=None):
    """csv.gz -> (user names, users, items, ratings, times)"""
    users, items, ratings, times = [], [], [], []
    user_index = {} if user_index is None else user_index
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            users.append(user_index.setdefault(row[0], len(user_index)))
            items.append(index[row[1]])
            ratings.append(float(row[2]))
            times.append(float(row[3]) if len(row) > 3 else 0.0)
    return (user_index, np.array(users, dtype=np.int64), np.array(items, dtype=np.int32), np.array(ratings, dtype=np.float32),
            np.array(times, dtype=np.float64))


def _by_user(users, count):
    return np.concatenate([[0], np.cumsum(np.bincount(users, minlength=count))]).astype(np.int64)


def held_out_items(name, ids, one_in=HOLD_OUT):
    """bool [items]: the items a diagnostic model never meets in training, by FNV-1a-32 of SET/ITEMID"""
    return np.array([fnv1a32(f"{name}/{item}".encode("utf-8")) % one_in == 0 for item in ids])


def _without(s):
    """The set without its held-out items' events."""
    keep, met = ~s.held_out[s.items], ~s.held_out[s.met_items]
    users = len(s.starts) - 1
    return replace(s, items=s.items[keep], ratings=s.ratings[keep], times=s.times[keep],
                   starts=_by_user(np.repeat(np.arange(users), np.diff(s.starts))[keep], users),
                   met_items=s.met_items[met],
                   met_starts=_by_user(np.repeat(np.arange(users), np.diff(s.met_starts))[met], users))


def _encode_set(info, folder, features):
    raw = read_items(folder / "items.jsonl.gz")
    index = {item["id"]: row for row, item in enumerate(raw)}
    encoded = encode_items(raw, features)
    names, users, items, ratings, times = _read_events(folder / "train_events.csv.gz", index)
    order = np.lexsort((np.arange(len(users)), times, users))
    met_items, met_starts = np.zeros(0, np.int32), np.zeros(len(names) + 1, np.int64)
    extra = folder / "train_negatives_unordered.csv.gz"
    if extra.exists():
        known = len(names)
        _, met_users, met_items, _, _ = _read_events(extra, index, names)
        keep = met_users < known
        met_users, met_items = met_users[keep], met_items[keep]
        by = np.argsort(met_users, kind="stable")
        met_items, met_starts = met_items[by], _by_user(met_users, known)
        count = known
    else:
        count = len(names)
    return EncodedSet(info, *encoded, items[order], ratings[order], times[order], _by_user(users, count),
                      met_items, met_starts, held_out_items(info.name, index))


def load_set(name, data, features, cache=None, hold_out=False):
    """An EncodedSet from `data`/NAME, through a cache folder where one is given."""
    loaded = _load_set(name, data, features, cache)
    return _without(loaded) if hold_out else loaded


def _load_set(name, data, features, cache):
    import pickle  # our own cache only, never a file from elsewhere
    info, folder = REGISTRY[name], Path(data) / name
    if cache is None:
        return _encode_set(info, folder, features)
    stamp = hashlib.sha256(json.dumps([CACHE_VERSION, features.schema], sort_keys=True).encode())
    for file in sorted(folder.iterdir()):
        stamp.update(f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}".encode())
    path = Path(cache) / f"{name}-{stamp.hexdigest()[:16]}.pickle"
    if path.exists():
        with open(path, "rb") as file:
            return pickle.load(file)
    encoded = _encode_set(info, folder, features)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}")  # whole or not at all: other processes may look for it
    with open(new, "wb") as file:
        pickle.dump(encoded, file, protocol=5)
    new.replace(path)
    return encoded


# ---------------------------------------------------------------- the known-item table

@dataclass
class KnownTable:
    """Statistics of items from other people's ratings. `keys` maps a fingerprint hash to a row."""
    keys: dict
    counts: np.ndarray      # float64 [rows]: train events
    prior: np.ndarray       # float32 [rows, 3]: starting biases (next, future, like)
    ratings: np.ndarray     # float32 [rows]: shrunk mean rating, NaN = not known
    popularity: np.ndarray  # float32 [rows]: rank of the count within the kind group, 0..1

    def rows(self, lookups):
        """int32 [items]: first of each item's hashes that the table has, else -1."""
        get = self.keys.get
        return np.array([next((row for row in map(get, hashes) if row is not None), -1) for hashes in lookups],
                        dtype=np.int32)


def build_known_table(sets, minimum_events, shrink=8.0):
    """Rows merged across sets: items that share a year key or a creator key (else a title key) are one thing.

    Counts are compared within a set only (relative to the set's mean item), because sets differ in size; ratings as
    residuals from the set's mean, because sets differ in generosity. Both are then averaged over sets by events.
    """
    parent = {}

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    item_keys = []  # per set, per item: the keys its row would store
    for s in sets:
        stored = [{k: v for k, v in keys.items() if k != "title"} or keys for keys in s.keys]
        item_keys.append([list(keys.values()) for keys in stored])
        for keys in item_keys[-1]:
            for key in keys:
                parent.setdefault(key, key)
                parent[find(key)] = find(keys[0])
    totals = {}  # root -> [events, sum of events * log relative count, rated, sum of residuals, set-mean sum, group]
    for s, keys_of in zip(sets, item_keys):
        count = np.bincount(s.items, minlength=len(s.tokens)).astype(np.float64)
        rated = s.ratings if s.info.met is None else np.where(np.isclose(s.ratings, s.info.met), np.nan, s.ratings)
        all_items = np.concatenate([s.items, s.met_items])
        all_ratings = np.concatenate([rated, np.full(len(s.met_items), 0.4)])
        use = ~np.isnan(all_ratings) & s.info.rated
        n_rated = np.bincount(all_items[use], minlength=len(s.tokens))
        mean = float(all_ratings[use].mean()) if use.any() else 0.0
        residual = np.bincount(all_items[use], weights=all_ratings[use] - mean, minlength=len(s.tokens))
        relative = np.log((count + 1.0) / (count.sum() / max(1, (count > 0).sum())))
        for item in np.flatnonzero(count):
            if keys_of[item]:
                t = totals.setdefault(find(keys_of[item][0]), [0.0, 0.0, 0.0, 0.0, 0.0, s.groups[item]])
                t[0] += count[item]
                t[1] += count[item] * relative[item]
                t[2] += n_rated[item]
                t[3] += residual[item]
                t[4] += n_rated[item] * mean
    roots = [root for root, t in totals.items() if t[0] >= minimum_events]
    roots.sort(key=lambda root: -totals[root][0])
    row_of = {root: row for row, root in enumerate(roots)}
    # A key that two rows would share goes to the row with more events; after merging no two rows share a stored key.
    keys = {key: row_of[find(key)] for key in parent if find(key) in row_of}
    t = np.array([totals[root][:5] for root in roots]).reshape(-1, 5)
    group = np.array([totals[root][5] for root in roots])
    shrunk = t[:, 3] / (t[:, 2] + shrink)  # mean residual pulled to 0 by `shrink` imaginary average ratings
    ratings = np.where(t[:, 2] > 0, t[:, 4] / np.maximum(t[:, 2], 1) + shrunk, np.nan)
    popularity = np.zeros(len(roots))
    for name in set(group):
        members = np.flatnonzero(group == name)
        ranks = np.argsort(np.argsort(t[members, 0], kind="stable"), kind="stable")
        popularity[members] = ranks / max(1, len(members) - 1)
    relative = t[:, 1] / np.maximum(t[:, 0], 1)
    prior = np.stack([relative, relative, 10.0 * shrunk], axis=1)  # 10: logit of liking per unit of mean rating
    return KnownTable(keys, t[:, 0], prior.astype(np.float32), ratings.astype(np.float32),
                      popularity.astype(np.float32))


def bucket_idf(sets, features):
    """float32 [buckets]: ln((1 + N) / (1 + df)) over the training items; exactly 0 where no training item has it."""
    df, n = np.zeros(features.buckets), 0
    for s in sets:
        touched = np.flatnonzero(np.bincount(s.items, minlength=len(s.tokens)))
        tokens = np.sort(s.tokens[touched], axis=1)
        first = np.ones_like(tokens, dtype=bool)
        first[:, 1:] = tokens[:, 1:] != tokens[:, :-1]
        df += np.bincount(tokens[first], minlength=features.buckets)
        n += len(touched)
    idf = np.where(df > 0, np.log((1 + n) / (1 + df)), 0.0)
    idf[features.pad] = 0.0
    return idf.astype(np.float32)
