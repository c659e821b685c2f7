"""Channels of the score, and metrics."""
import unittest

import numpy as np

import data
from channels import (CHANNELS, OWN, PLACE, EncodedItems, case_channels, centre, content_weight, forgotten, mixed,
                      neighbourhood, standardise, rating_residuals)
from evaluate import main_metric, metrics
from export import DEFAULT_SCORING
from fixtures import tiny_engine
from golden import ITEMS


class EvaluationTests(unittest.TestCase):
    def test_metrics_by_hand(self):
        relevant = np.array([False, True, False, True])
        found = metrics(np.array([3.0, 2.0, 1.0, 1.0]), relevant)  # the tie at 1.0 goes to the lower index
        self.assertAlmostEqual(found["ndcg@5"], (1 / np.log2(3) + 1 / np.log2(5)) / (1 + 1 / np.log2(3)))
        self.assertAlmostEqual(found["auc"], (0 + 1 + 0 + 0.5) / 4)
        self.assertAlmostEqual(found["mrr"], 0.5)
        scores = np.array([[3.0, 2.0, 1.0, 1.0]])
        self.assertAlmostEqual(main_metric(scores, relevant, "share")[0], found["ndcg@5"])
        self.assertAlmostEqual(main_metric(scores, relevant, "share-rated")[0], found["auc"])
        one = np.array([False, False, True, False])
        self.assertAlmostEqual(main_metric(scores, one, "next")[0], metrics(scores[0], one)["ndcg@10"])

    def test_standardise(self):
        np.testing.assert_allclose(standardise(np.array([1.0, 3.0])), [-1, 1])
        np.testing.assert_array_equal(standardise(np.array([2.0, 2.0])), [0, 0])
        np.testing.assert_allclose(standardise(np.array([1.0, np.nan, 3.0])), [-1, 0, 1])
        np.testing.assert_allclose(centre(np.array([1.0, np.nan, 5.0])), [-2, 0, 2])
        np.testing.assert_array_equal(centre(np.array([np.nan, np.nan])), [0, 0])

    def test_content_weight(self):
        self.assertEqual([content_weight(r) for r in (None, 0.4, 0.2, 1.0)], [0.5, 0.0, 0.0, 1.0])

    def test_residuals_and_neighbourhood(self):
        rule = {"liked": 0.8, "shrinkage": 1.0, "power": 2, "newest": 50}
        found = rating_residuals(np.array([0.8, 0.5, np.nan]), np.zeros(3), rule)     # +.5 and -.5: nothing is so of both
        np.testing.assert_allclose(found, [0.5, -0.5, 0.0])
        np.testing.assert_allclose(rating_residuals(np.array([1.0, 1.0]), np.zeros(2), rule), [0.5 - 1 / 3] * 2)
        found = rating_residuals(np.array([0.1, 0.8, np.nan, 0.5]), np.zeros(4), {**rule, "newest": 2})
        np.testing.assert_allclose(found, [0.0, 0.5, 0.0, -0.5])
        vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], np.float32)
        np.testing.assert_allclose(neighbourhood(vectors, np.array([0, 1]), np.array([2, 3]), np.array([0.5, -0.25]), 2.0),
                                   [0.5 * 0.36 - 0.25 * 0.64, 0.0], rtol=1e-5)
        self.assertEqual(neighbourhood(vectors, np.array([0]), np.array([2]), np.zeros(1), 2.0).tolist(), [0.0])

    def test_history_and_excluded_items_are_never_ranked(self):
        engine = tiny_engine()
        items = [{**item, "id": str(n)} for n, item in enumerate(ITEMS)]
        library = EncodedItems(items, data.encode_items(items, engine[0]), engine, DEFAULT_SCORING, ["movie"])
        case = {"events": [["0", 0.8, None], ["5", None, None]], "candidates": "all", "relevant": ["2"], "exclude": ["7"]}
        (_, candidates, channels), = case_channels([case], library, engine)
        self.assertEqual(set(range(len(ITEMS))) - set(candidates.tolist()), {0, 5, 7})
        self.assertEqual(channels.shape, (len(CHANNELS), len(ITEMS) - 3))
        self.assertTrue(np.isfinite(channels).all())
        # `base` is the future head under an empty history: the same for every history, and `future` for an empty one.
        (_, _, unknown), = case_channels([{**case, "events": [], "exclude": ["0", "5", "7"]}], library, engine)
        np.testing.assert_allclose(unknown[PLACE["base"]], channels[PLACE["base"]], atol=1e-5)
        np.testing.assert_allclose(unknown[PLACE["base"]], unknown[PLACE["future"]], atol=1e-5)

    def test_half_of_the_items_are_forgotten_by_hash(self):
        items = [{"id": str(n)} for n in range(400)]
        half = forgotten(items, "half")
        self.assertTrue(0.4 < half.mean() < 0.6)
        np.testing.assert_array_equal(half[::-1], forgotten(items[::-1], "half"))
        self.assertEqual([forgotten(items, mode).mean() for mode in ("warm", "cold")], [0, 1])

    def test_mixing_reads_the_weight_set_of_each_candidate(self):
        task = {name: {**dict.fromkeys(OWN, 0), "next": n, "offset": 10 * n}
                for n, name in enumerate(("known", "unknown", "untrained"))}
        task["crowd"] = {name: {"rating": 100, "popularity": 0} for name in task}
        channels = np.ones((len(CHANNELS), 3))
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, False), [0, 11, 22])
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, True), [100, 111, 122])
        del task["known"]["like"]  # a bundle older than a channel does not weigh it
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, False), [0, 11, 22])
