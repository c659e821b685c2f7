"""Items and histories as numbers."""
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np

from features import Features, fmix32, fnv1a32, load_schema, with_cast
from fixtures import text_corpus, write_corpus
from golden import ITEMS
from tests.made_up_sets import FEATURES, FIXTURES


class FeatureTests(unittest.TestCase):
    def test_hashes_are_the_published_ones(self):
        self.assertEqual(fnv1a32(b"foobar"), 0xBF9CF968)  # FNV reference vector
        self.assertEqual(fmix32(1), 0x514E28B7)           # MurmurHash3 finaliser of 1

    def test_text(self):
        self.assertEqual(FEATURES.normalise("ÉTUDE ﬁn ΣΊΣΥΦΟΣ"), "etude fin σισυφοσ")
        self.assertEqual(FEATURES.words("It's 2001: a Space-Odyssey"), ["it", "s", "2001", "a", "space", "odyssey"])
        self.assertEqual(FEATURES.grams("ab", 4), ["^ab$"])
        self.assertEqual(FEATURES.grams("a", 4), ["^a$"])
        self.assertEqual(FEATURES.grams("🔥", 4), [])

    def test_slots(self):
        tokens = FEATURES.item_tokens(ITEMS[22])  # more of everything than fits
        for n, field in enumerate(FEATURES.fields):
            self.assertLessEqual((tokens[FEATURES.slot_field == n] > 0).sum(), field["slots"])
        self.assertEqual(FEATURES.field_tokens(FEATURES.fields[6], {"year": -720}), ["-720"])
        self.assertEqual(FEATURES.field_tokens(FEATURES.fields[6], {"year": 1999}), ["1990"])

    def test_lookup_order(self):
        names = [name for name, _ in FEATURES.lookup_keys(ITEMS[2])]
        self.assertEqual(names, ["year", "creator", "year-1", "year+1", "title"])
        self.assertEqual([name for name, _ in FEATURES.lookup_keys(ITEMS[5])], ["year", "creator", "title"])
        self.assertEqual(FEATURES.lookup_keys(ITEMS[21]), [])

    def test_actors_are_one_more_field_and_move_no_other(self):
        more = Features(with_cast(load_schema()))
        item = {**ITEMS[2], "cast": ["Uma Thurman", "Samuel L. Jackson", "", "John Travolta", "Bruce Willis"]}
        tokens = more.item_tokens(item)
        np.testing.assert_array_equal(tokens[:FEATURES.slot_count], FEATURES.item_tokens(item))
        self.assertEqual(tokens[-1], more.bucket("a", "john travolta"))
        np.testing.assert_array_equal(more.item_tokens(ITEMS[2])[-3:], 0)
        self.assertEqual((more.schema["version"], FEATURES.schema["version"]), (2, 1))

    def test_rating_buckets(self):
        self.assertEqual(FEATURES.rating_buckets([np.nan, 0.0, 0.29, 0.3, 0.8, 0.95, 1.0]).tolist(), [1, 2, 2, 3, 8, 10, 10])

    def test_gap_buckets(self):
        times = [5, 1e9, 1e9, 1e9 + 60, 1e9 + 59, np.nan, 1e9]
        self.assertEqual(FEATURES.gap_buckets(times).tolist(), [0, 1, 2, 1, 0, 0, 0])

    def test_window_is_left_padded_and_keeps_the_newest(self):
        items, ratings, gaps = FEATURES.window(list(range(60)), [0.8] * 60, [np.nan] * 60)
        self.assertEqual(items.tolist(), list(range(10, 60)))
        items, ratings, gaps = FEATURES.window([3], [np.nan], [np.nan])
        self.assertEqual((items[:-1] == -1).all() and items[-1] == 3, True)
        self.assertEqual((ratings[-1], ratings[0], gaps[-1]), (1, 0, 0))

    @unittest.skipUnless((FIXTURES / "text-corpus.json").exists(), "fixtures not here")
    def test_text_corpus_regenerates_equal(self):
        committed = json.loads((FIXTURES / "text-corpus.json").read_text(encoding="utf-8"))
        self.assertEqual(committed["rows"], text_corpus(FEATURES))
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder) / "again.json", FEATURES)
            self.assertEqual((Path(folder) / "again.json").read_bytes(), (FIXTURES / "text-corpus.json").read_bytes())
