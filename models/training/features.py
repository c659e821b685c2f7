"""Items and histories as numbers: the Python half of the contract in ../feature-schema.json.

Every value (buckets, slots, bounds, bases) is read from the schema; only the meaning of the words is written
here, and in TypeScript under renderer/src/recommend/encoding. The two are held together by golden vectors and a
fuzzed text corpus. An *item* is a dict {"kind": str, "title": str, "creators": [str], "year": int | None, "tags": [str]}.
"""
import json
import unicodedata
from pathlib import Path

import numpy as np

SCHEMA_PATH = Path(__file__).resolve().parent.parent / "feature-schema.json"


def load_schema(path=SCHEMA_PATH):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def with_cast(schema):
    """The schema with one more field, leading actors, as version 2. It stands last, so that all other slots stay where they
    are. The program knows version 1 only and refuses a bundle of this one, in so many words: ../README.md, "Makers and
    actors"."""
    cast = {"name": "cast", "prefix": "a", "source": "cast", "tokens": "phrases", "slots": 3}
    tokens = {**schema["tokens"], "slotCount": schema["tokens"]["slotCount"] + cast["slots"]}
    return {**schema, "version": 2, "fields": [*schema["fields"], cast], "tokens": tokens}


# ---------------------------------------------------------------- hashing

def fnv1a32(data, basis=0x811C9DC5):
    """FNV-1a over bytes (draft-eastlake-fnv): 32 bits."""
    value = basis
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def fmix32(value):
    """MurmurHash3's finaliser: spreads FNV's weak high bits before the modulo."""
    value ^= value >> 16
    value = (value * 0x85EBCA6B) & 0xFFFFFFFF
    value ^= value >> 13
    value = (value * 0xC2B2AE35) & 0xFFFFFFFF
    return value ^ (value >> 16)


# ---------------------------------------------------------------- the schema as functions

class Features:
    """All encodings of one feature schema. Hashes are memoised: items repeat tokens."""

    def __init__(self, schema):
        self.schema = schema
        text = schema["text"]
        self._form, self._drop, self._map = text["unicodeForm"], text["dropCategory"], text["map"]
        self._word = tuple(text["wordCategories"])
        self.buckets, self.pad = schema["hash"]["buckets"], schema["hash"]["padBucket"]
        self.fields = schema["fields"]
        self.slot_count = schema["tokens"]["slotCount"]
        assert self.slot_count == sum(field["slots"] for field in self.fields)
        # field of each slot, int [slotCount]
        self.slot_field = np.repeat(np.arange(len(self.fields)), [f["slots"] for f in self.fields])
        history = schema["history"]
        self.length = history["length"]
        rating, gap = history["ratingBuckets"], history["timeGapBuckets"]
        self.rating_bounds = np.array(rating["upperBounds"], dtype=np.float64) + 1e-9
        self.rating_unrated, self.rating_count = rating["unrated"], rating["count"]
        self.rating_values = self._bucket_values(rating)
        self.gap_bounds = np.array(gap["upperBounds"], dtype=np.float64)
        self.gap_minimum, self.gap_count = gap["minimumTime"], gap["count"]
        self._groups = schema["fingerprint"]["kindGroups"]
        self._tolerant = set(schema["fingerprint"]["yearToleranceGroups"])
        self._hi, self._lo = schema["fingerprint"]["hiBasis"], schema["fingerprint"]["loBasis"]
        self._bucket_memo = {}

    @staticmethod
    def _bucket_values(rating):
        """float [buckets]: the rating a bucket stands for (its middle); NaN for padding, unrated, and the bucket of
        0.75, which two training sets use as a code for "met, not rated"."""
        edges = [0.0, *rating["upperBounds"], 1.0]
        middles = [(low + high) / 2 for low, high in zip(edges, edges[1:])]
        values = np.array([np.nan] * 2 + middles)
        assert len(values) == rating["count"]
        values[2 + np.searchsorted(rating["upperBounds"], 0.75)] = np.nan
        return values

    # ---- text
    def normalise(self, string):
        if string.isascii():
            return string.lower()
        out = []
        for char in unicodedata.normalize(self._form, string):
            if not unicodedata.category(char).startswith(self._drop):
                # One code point at a time: Python's str.lower() on a whole string knows final sigma, JavaScript's
                # does too, but not from the same Unicode version; alone, both give the same.
                for lower in char.lower():
                    out.append(self._map.get(lower, lower))
        decomposed = unicodedata.normalize(self._form, "".join(out))
        return "".join(c for c in decomposed if not unicodedata.category(c).startswith(self._drop))

    def words(self, string):
        words, current = [], []
        for char in self.normalise(string):
            if unicodedata.category(char)[0] in self._word:
                current.append(char)
            elif current:
                words.append("".join(current))
                current = []
        if current:
            words.append("".join(current))
        return words

    def phrase(self, string):
        return " ".join(self.words(string))

    # ---- item tokens
    def bucket(self, prefix, token):
        key = f"{prefix}:{token}"
        found = self._bucket_memo.get(key)
        if found is None:
            found = 1 + fmix32(fnv1a32(key.encode("utf-8"))) % (self.buckets - 1)
            self._bucket_memo[key] = found
        return found

    def field_tokens(self, field, item):
        """Distinct strings of one field, in order, cut to its slots."""
        source, how = item.get(field["source"]), field["tokens"]
        if how == "decade":
            return [] if source is None else [str(source // 10 * 10)]
        strings = [source] if isinstance(source, str) else (source or [])
        if how == "words":
            tokens = [word for string in strings for word in self.words(string)]
        elif how == "phrases":
            tokens = [self.phrase(string) for string in strings]
        elif how == "grams":
            tokens = [gram for string in strings for gram in self.grams(string, field["gramSize"])]
        else:
            raise ValueError(f"unknown token kind {how}")
        return list(dict.fromkeys(token for token in tokens if token))[: field["slots"]]

    def grams(self, string, size):
        phrase = self.phrase(string)
        if not phrase:
            return []
        marked = f"^{phrase}$"
        return [marked] if len(marked) < size else [marked[i:i + size] for i in range(len(marked) - size + 1)]

    def item_tokens(self, item):
        """int32 [slotCount]: hash buckets, the pad bucket where a field has fewer tokens than slots."""
        out = []
        for field in self.fields:
            buckets = [self.bucket(field["prefix"], token) for token in self.field_tokens(field, item)]
            out += buckets + [self.pad] * (field["slots"] - len(buckets))
        return np.array(out, dtype=np.int32)

    # ---- fingerprint
    def kind_group(self, kind):
        phrase = self.phrase(kind)
        return self._groups.get(phrase, phrase)

    def key_hash(self, key):
        """One 64-bit integer, hi << 32 | lo: sorts as (hi, lo) does."""
        data = key.encode("utf-8")
        return fmix32(fnv1a32(data, self._hi)) << 32 | fmix32(fnv1a32(data, self._lo))

    def own_keys(self, item):
        """{"year" | "creator" | "title": hash}: the keys stored for an item; a title key only if there is no other."""
        title = self.phrase(item["title"])
        if not title:
            return {}
        group, year = self.kind_group(item["kind"]), item.get("year")
        creator = self.phrase(item["creators"][0]) if item.get("creators") else ""
        keys = {}
        if year is not None:
            keys["year"] = self.key_hash(f"{group}|y|{title}|{year}")
        if creator:
            keys["creator"] = self.key_hash(f"{group}|c|{title}|{creator}")
        keys["title"] = self.key_hash(f"{group}|t|{title}")
        return keys

    def lookup_keys(self, item):
        """[(name, hash)] in the order in which a lookup tries them."""
        own = self.own_keys(item)
        if not own:
            return []
        out = [(name, own[name]) for name in ("year", "creator") if name in own]
        group, year = self.kind_group(item["kind"]), item.get("year")
        if year is not None and group in self._tolerant:
            title = self.phrase(item["title"])
            out += [(name, self.key_hash(f"{group}|y|{title}|{other}"))
                    for name, other in (("year-1", year - 1), ("year+1", year + 1))]
        return out + [("title", own["title"])]

    # ---- histories
    def rating_buckets(self, ratings):
        """float [n], NaN = no rating -> int [n]: 2 + number of upper bounds strictly below the rating."""
        ratings = np.asarray(ratings, dtype=np.float64)
        found = 2 + np.searchsorted(self.rating_bounds, np.nan_to_num(ratings), side="left")
        return np.where(np.isnan(ratings), self.rating_unrated, found).astype(np.int32)

    def gap_buckets(self, times):
        """Seconds [n] oldest first, NaN = unknown -> int [n]: gap from each event to the next newer one."""
        times = np.asarray(times, dtype=np.float64)
        out = np.zeros(len(times), dtype=np.int32)
        if len(times) > 1:
            older, newer = times[:-1], times[1:]
            gaps = np.maximum(np.nan_to_num(newer - older), 0)
            known = (older >= self.gap_minimum) & (newer >= self.gap_minimum)  # false for NaN
            out[:-1] = np.where(known, 1 + np.searchsorted(self.gap_bounds, gaps, side="right"), 0)
        return out

    def window(self, items, ratings, times):
        """One history (oldest first) -> items int [L] (-1 = padding), rating buckets [L], time-gap buckets [L]."""
        keep = np.arange(len(items))[-self.length:]  # the caller gives events oldest first
        n = len(keep)
        out = [np.full(self.length, fill, dtype=np.int32) for fill in (-1, 0, 0)]
        if n:
            out[0][-n:] = np.asarray(items)[keep]
            out[1][-n:] = self.rating_buckets(np.asarray(ratings, dtype=np.float64)[keep])
            out[2][-n:] = self.gap_buckets(np.asarray(times, dtype=np.float64)[keep])
        return out
