"""One member over two processes is the member of one process."""
import csv
import os
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from sampling import item_noise
from tests.made_up_sets import WithTwoSets
from train import read_checkpoint

HERE = Path(__file__).resolve().parents[1]
SETTINGS = {"dim": 8, "hidden": 16, "dropout": 0.0, "batch": 15, "negatives": 16, "warmup": 2, "vector_decay": 5.0}


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return str(taken.getsockname()[1])


class ParallelTests(WithTwoSets):
    def start(self, out, **environment):
        """A process of train.py, as torchrun starts it"""
        command = [sys.executable, "train.py", "--data", self.folder.name, "--out", str(out), "--sets", "ml100k,mllatest",
                   "--steps", "20", "--log-every", "1", "--cache", str(Path(self.folder.name) / "cache")]
        for name, value in SETTINGS.items():
            command += ["--set", f"{name}={value}"]
        return subprocess.Popen(command, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                env={**os.environ, "OMP_NUM_THREADS": "1", **environment})

    def finish(self, processes):
        for process in processes:
            _, errors = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, errors.decode())

    def losses(self, out):
        return np.array([[float(row[head]) for head in ("next", "future", "like")]
                         for row in csv.DictReader((out / "log.csv").read_text().splitlines())])

    def test_two_processes_train_as_one_does_with_the_whole_batch(self):
        with tempfile.TemporaryDirectory() as folder:
            one, two = Path(folder) / "one", Path(folder) / "two"
            shared = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": free_port()}
            self.finish([self.start(one)] + [self.start(two, RANK=rank, **shared) for rank in ("0", "1")])
            self.assertEqual(self.losses(two).shape, (20, 3))
            np.testing.assert_allclose(self.losses(two), self.losses(one), atol=1e-3)
            before, after = (read_checkpoint(out / "checkpoint.pt")["model"] for out in (one, two))
            for name, value in before.items():
                torch.testing.assert_close(after[name], value, atol=2e-3, rtol=1e-2, msg=name)

    def test_what_is_hidden_of_an_item_follows_from_its_id_and_the_step(self):
        noise = item_noise(1, 5, np.arange(4000), 9)
        np.testing.assert_array_equal(item_noise(1, 5, [17, 3], 9), noise[[17, 3]])
        self.assertGreater(np.abs(item_noise(1, 6, np.arange(4000), 9) - noise).mean(), 0.3)
        self.assertGreater(np.abs(item_noise(2, 5, np.arange(4000), 9) - noise).mean(), 0.3)
        np.testing.assert_allclose(noise.mean(0), 0.5, atol=0.02)
        self.assertLess(np.abs(np.corrcoef(noise.T) - np.eye(9)).max(), 0.06)


if __name__ == "__main__":
    unittest.main()
