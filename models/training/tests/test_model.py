"""The encoders."""
import unittest

import torch

from fixtures import tiny_engine
from model import HistoryEncoder, ModelConfig


class ModelTests(unittest.TestCase):
    def test_causal(self):
        """No position sees what comes after it: neither items, ratings nor time gaps."""
        torch.manual_seed(0)
        encoder = HistoryEncoder(ModelConfig(dim=8, hidden=16), 6, 11, 8).eval()
        vectors, rating, gap = torch.randn(1, 6, 8), torch.randint(1, 11, (1, 6)), torch.randint(0, 8, (1, 6))
        before = encoder(vectors, rating, gap, last_only=False)
        vectors[0, 4:], rating[0, 4:], gap[0, 3:] = 9.0, 1, 7  # the gap of event 3 tells when event 4 came
        after = encoder(vectors, rating, gap, last_only=False)
        torch.testing.assert_close(before[:, :4], after[:, :4])
        self.assertGreater((before[:, 4:] - after[:, 4:]).abs().max(), 1e-3)
        torch.testing.assert_close(after[:, -1], encoder(vectors, rating, gap))

    def test_padding_is_finite_and_means_nothing(self):
        features, model = tiny_engine()[:2]
        length, dim = features.length, model.width
        zeros = torch.zeros(1, length, dtype=torch.long)
        empty = model.history(torch.zeros(1, length, dim), zeros, zeros)
        self.assertTrue(torch.isfinite(empty).all())
