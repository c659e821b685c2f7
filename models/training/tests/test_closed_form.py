"""What is fitted in closed form, and taken from a bundle again."""
import unittest

import numpy as np
import scipy.sparse as sparse
import torch

from finish import FinishConfig, average, content_disbelieved
from fixtures import tiny_engine
from model import ModelConfig, TastePosterior
from neighbours import ease
from restart import members_of
from tags import average_precision
from taste import expectation_maximisation, posterior


class ClosedFormTests(unittest.TestCase):
    def test_conjugate_gradients_solve_the_ridge(self):
        config = ModelConfig(dim=4, loadings=3, taste_steps=3, taste_scale=1.0)
        net = TastePosterior(config, [np.nan, np.nan, 0.2, 0.9])
        net.strength.fill_(1.0)
        torch.manual_seed(1)
        taste, buckets = torch.randn(1, 5, 4) * 0.3, torch.tensor([[0, 1, 2, 3, 3]])
        q, r = taste[0, 2:, :3].numpy(), np.array([0.2, 0.9, 0.9]) - taste[0, 2:, 3].numpy()
        wanted = posterior(q, r, 0.03)
        np.testing.assert_allclose(net(taste, buckets)[0, :3].numpy(), wanted, rtol=1e-3, atol=1e-4)
        self.assertEqual(float(net(taste, buckets)[0, 3]), 0.0)  # no expectation asked for
        self.assertEqual(float(net(taste, torch.tensor([[0, 1, 1, 1, 1]])).abs().max()), 0.0)  # nothing was rated

    def test_expectation_maximisation_finds_two_tastes(self):
        """Two kinds of people, who like opposite halves of the items: the first few ratings tell which."""
        rng = np.random.default_rng(0)
        users, items = (a.ravel() for a in np.meshgrid(np.arange(300), np.arange(20), indexing="ij"))
        values = (0.25 * np.where((users % 2) == (items % 2), 1, -1) + rng.normal(0, 0.05, len(users))).astype(np.float32)
        mu, q, s2 = expectation_maximisation(users, items, values, 20, 2, 12, 8.0, 1.0, 0)
        p = posterior(q[[0, 1]], np.array([0.25, -0.25]) - mu[[0, 1]], s2)
        predicted = mu + q @ p
        self.assertGreater(predicted[2::2].min(), predicted[3::2].max() + 0.3)

    def test_ease_by_hand_and_table(self):
        matrix = sparse.csr_matrix(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1]], np.float32))
        weights = ease(matrix, 1.0)
        inverse = np.linalg.inv((matrix.T @ matrix).toarray() + np.eye(3))
        np.testing.assert_allclose(weights, (-inverse / np.diag(inverse)) * (1 - np.eye(3)), atol=1e-5)
        self.assertGreater(weights[0, 1], weights[0, 2])

    def test_checkpoints_of_one_member_are_averaged(self):
        found = average([{"w": torch.tensor([1.0, 3.0]), "n": torch.tensor([7])}, {"w": torch.tensor([3.0, 3.0]), "n": torch.tensor([7])}])
        self.assertEqual({key: value.tolist() for key, value in found.items()}, {"w": [2.0, 3.0], "n": [7]})

    def test_a_member_taken_from_a_bundle_is_what_it_was_before_it_was_finished(self):
        features, model, table, *_ = tiny_engine()
        before = model.row_biases[:, 2].clone()
        taken = content_disbelieved(torch.linspace(-1, 1, len(before)), np.arange(len(before)) * 5.0,
                                    np.array(["a", "b"] * len(before))[:len(before)], FinishConfig())
        self.assertGreater(float(taken.abs().max()), 0.1)
        self.assertEqual(float(taken[0]), 0.0)  # nobody rated it: content is believed
        with torch.no_grad():
            model.row_biases[:, 2] -= taken  # as finish.py does
        for n, member in enumerate(members_of(model, features, table, model.row_biases[:, 2] + taken)):
            width = model.config.dim
            torch.testing.assert_close(member.row_vectors.detach(), model.row_vectors[:, n * width:(n + 1) * width])
            torch.testing.assert_close(member.row_biases.detach()[:, 2], before)
            torch.testing.assert_close(member.items.table, model.content.members[n].table)

    def test_average_precision(self):
        self.assertAlmostEqual(average_precision(np.array([3.0, 2.0, 1.0]), np.array([1, 0, 1])), (1 + 2 / 3) / 2)
