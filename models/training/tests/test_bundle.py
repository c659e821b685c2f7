"""Rounded tables, golden vectors, and a bundle read back."""
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from bundle import BUNDLE_VERSION, ItemGraph, digit_levels, load_bundle, pack, plain_estimates, quantise, unpack
from export import DEFAULT_SCORING, estimates_of, export
from fixtures import tiny_engine
from golden import ITEMS, make_golden
from model import Bags
from tests.made_up_sets import FIXTURES


class BundleTests(unittest.TestCase):
    def setUp(self):
        self.engine = tiny_engine()
        self.features, self.model, self.table = self.engine[:3]

    def test_packed_rows_come_back_within_half_a_level(self):
        rng = np.random.default_rng(0)
        self.assertEqual([digit_levels(members) for members in (1, 2, 3, 4)], [65535, 255, 39, 15])
        for members in (1, 2, 3, 4):
            parts = [rng.normal(size=(50, 6)).astype(np.float32) for _ in range(members)]
            for part in parts:
                part[7] = 0.0
            codes, scale = pack(parts)
            self.assertEqual((codes.dtype, codes.shape), (np.int16, (50, 6)))
            for part, back in zip(parts, unpack(codes, scale, members)):
                self.assertLessEqual((np.abs(part - back) / scale[:, None]).max(), 0.5 + 1e-3)
                self.assertTrue((back[7] == 0.0).all())

    def test_bags_equal_the_padded_graph(self):
        tokens = np.stack([self.features.item_tokens(item) for item in ITEMS])
        graph = ItemGraph(self.model.content, self.features.slot_field, quantise(self.model).tokens)
        bags = Bags(tokens, self.features.slot_field, self.model.idf.numpy())
        with torch.no_grad():
            vectors, biases = self.model.encode(bags.take(torch.arange(len(ITEMS))), torch.full((len(ITEMS),), -1))
            padded = graph(torch.as_tensor(tokens))
        torch.testing.assert_close(vectors, padded[0], atol=1e-5, rtol=1e-5)
        torch.testing.assert_close(biases, padded[1], atol=1e-5, rtol=1e-5)

    def test_order_ratings_and_rows_are_seen(self):
        golden = make_golden(self.engine, DEFAULT_SCORING, ["movie"])  # asserts all of it itself
        self.assertEqual(golden["items"][3]["keys"][1]["name"], "year-1")
        self.assertIsNotNone(golden["items"][3]["knownRow"])

    def test_a_bundle_comes_back_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            manifest = export(self.engine, ["movie"], DEFAULT_SCORING, Path(folder) / "b", "tiny", "0.0.0", "none", [],
                              check=False)
            again, scoring, kinds = load_bundle(Path(folder) / "b")
            table, neighbours, head = again[2], *again[4:]
            self.assertEqual((neighbours.matrix() != self.engine[4].matrix()).nnz, 0)
            self.assertEqual((head.names, head.groups), (self.engine[5].names, self.engine[5].groups))
            np.testing.assert_allclose(head.weights, self.engine[5].weights, atol=0.02)
            self.assertEqual((scoring, kinds), (DEFAULT_SCORING, ["movie"]))
            self.assertEqual(table.keys, self.table.keys)
            self.assertEqual(manifest["knownItems"]["rows"], len(self.table.counts))
            self.assertEqual(manifest["estimates"], plain_estimates(len(self.engine[5].names)))
            # What stands in a bundle is carried over, unless its tags are others.
            self.assertEqual(estimates_of(Path(folder) / "b", self.engine[5].names), manifest["estimates"])
            self.assertIsNone(estimates_of(Path(folder) / "b", ["another", "tag"]))
            self.assertIsNone(estimates_of(Path(folder) / "nowhere", []))
            committed = FIXTURES / "tiny-model" / "manifest.json"
            if committed.exists():
                tiny = json.loads(committed.read_text(encoding="utf-8"))
                self.assertEqual((list(tiny), tiny["schemaVersion"]), (list(manifest), BUNDLE_VERSION))
                self.assertEqual(json.dumps(tiny["estimates"]), json.dumps(manifest["estimates"]))
            golden = json.loads((Path(folder) / "b" / "golden.json").read_text(encoding="utf-8"))
            self.assertEqual(make_golden(again, scoring, kinds), golden)
            with open(Path(folder) / "b" / "known-items.bin", "ab") as file:
                file.write(b"x")
            with self.assertRaises(ValueError):
                load_bundle(Path(folder) / "b")
