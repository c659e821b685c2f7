"""Sets, the known-item table and the weights of buckets."""
import unittest

import numpy as np

import data
from tests.made_up_sets import FEATURES, WithTwoSets


class DataTests(WithTwoSets):
    def test_open_sets_are_open(self):
        self.assertEqual(set(data.set_names("open")), {"movietweetings", "goodbooks", "anime", "wines", "recipes"})
        self.assertEqual(len(data.set_names("all")), 11)

    def test_rows_merge_across_sets(self):
        table = data.build_known_table(self.sets, 5)
        first, second = (table.rows(s.lookups) for s in self.sets)
        np.testing.assert_array_equal(first, second)
        self.assertLessEqual(len(table.counts), 24)
        self.assertEqual(table.counts[0], table.counts.max())

    def test_untouched_buckets_weigh_nothing(self):
        idf = data.bucket_idf(self.sets, FEATURES)
        self.assertEqual(idf[FEATURES.bucket("t", "never seen tag")], 0.0)
        self.assertGreater(idf[FEATURES.bucket("t", "odd")], 0.0)
        self.assertEqual(idf[FEATURES.pad], 0.0)
