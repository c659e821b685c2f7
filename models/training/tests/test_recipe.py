"""The whole recipe on made-up sets, killed half-way and started again."""
import contextlib
import gzip
import importlib
import io
import json
import shutil
import unittest
import unittest.mock
from pathlib import Path

import recipe
from bundle import load_bundle
from tests.made_up_sets import WithTwoSets

TINY = [f"--set={name}={value}" for name, value in
        {"dim": 4, "hidden": 8, "batch": 8, "negatives": 8, "warmup": 1, "attention_heads": 1}.items()]


def here(stage):
    """A stage in this process: PyTorch need not be loaded a dozen times. So small a model pins no ranking, so its golden
    vectors are not asked whether they do."""
    with unittest.mock.patch("sys.argv", [f"{stage.script}.py", *stage.arguments]), \
            unittest.mock.patch("golden.check_golden"):
        importlib.import_module(stage.script).main()
    return 0


class RecipeTests(WithTwoSets):
    def setUp(self):
        super().setUp()
        self.out = Path(self.folder.name) / "runs"
        packs = Path(self.folder.name) / "packs"
        (packs / "ml100k").mkdir(parents=True)
        shutil.copy(Path(self.folder.name) / "ml100k" / "items.jsonl.gz", packs / "ml100k")
        with gzip.open(packs / "ml100k" / "cases.jsonl.gz", "wt") as file:
            file.write(json.dumps({"id": "x", "task": "next", "variant": "next", "events": [["i2", 0.9, None]],
                                   "candidates": "all", "relevant": ["i4"]}) + "\n")
        self.args = recipe.parse(["--data", self.folder.name, "--out", str(self.out), "--packs", str(packs), "--no-check",
                                  "--sets", "ml100k,mllatest", "--steps-scale", "0.0005", *TINY])

    def follow(self, run):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            recipe.follow(recipe.plan(self.args), self.out, run, 1)
        return said.getvalue()

    def carry_out(self, run, *arguments):
        with contextlib.redirect_stdout(io.StringIO()):
            recipe.carry_out(recipe.Stage("one", "train", arguments), self.out, run)

    def test_a_recipe_that_was_killed_goes_on_and_ends_in_a_bundle_and_its_results(self):
        met = []

        def killed(stage):
            met.append(stage.name)
            if stage.name == "two-9000":
                raise KeyboardInterrupt
            return here(stage)

        with self.assertRaises(KeyboardInterrupt):
            self.follow(killed)
        self.assertEqual(met, ["one-4000", "one-9000", "one-16000", "two-4000", "two-9000"])
        met.clear()
        self.follow(lambda stage: met.append(stage.name) or here(stage))
        self.assertEqual(met, ["two-9000", "two-16000", "three-4000", "three-9000", "finished-first", "finished-first-bundle",
                               "restart", "one-held", "two-held", "three-held", "finished", "finished-bundle", "evaluate"])
        (_, model, *_), _, kinds = load_bundle(self.out / "taste")
        self.assertEqual((len(model.content.members), "movie" in kinds), (3, True))
        self.assertEqual(json.loads((self.out / "results.json").read_text())[0]["pack"], "ml100k")
        steps = [line.split(",")[0] for line in (self.out / "one-16000" / "log.csv").read_text().splitlines()[1:]]
        self.assertEqual(steps, ["2", "4", "8"])  # the ends of three cycles, each from where the last ended
        met.clear()
        self.assertIn("done before", self.follow(lambda stage: met.append(stage.name)))
        self.assertEqual(met, [])

    def test_stages_of_another_recipe_are_not_taken_for_done(self):
        self.carry_out(lambda stage: 0, "--steps", "2")
        with self.assertRaisesRegex(SystemExit, "another command.*delete"):
            self.carry_out(lambda stage: 0, "--steps", "3")

    def test_a_stage_that_fails_is_not_done(self):
        with self.assertRaisesRegex(SystemExit, "failed"):
            self.carry_out(lambda stage: 1)
        self.assertFalse((self.out / "done" / "one.json").exists())

    def test_a_member_over_several_processes_is_started_as_torchrun_starts_it(self):
        with unittest.mock.patch("subprocess.Popen") as started:
            started.return_value.wait.side_effect = [0, -9]
            self.assertEqual(recipe.call(recipe.Stage("one", "train", ("--steps", "2")), processes=2), 9)  # one was killed
        told = [call.kwargs["env"] for call in started.call_args_list]
        self.assertEqual([(env["RANK"], env["LOCAL_RANK"], env["WORLD_SIZE"]) for env in told], [("0", "0", "2"), ("1", "1", "2")])
        self.assertEqual(len({env["MASTER_PORT"] for env in told}), 1)

    def test_a_dry_run_prints_every_stage_and_does_nothing(self):
        out = Path(self.folder.name) / "nothing"
        with unittest.mock.patch("sys.argv", ["recipe.py", "--data", "D", "--out", str(out), "--dry-run"]), \
                contextlib.redirect_stdout(io.StringIO()) as said:
            recipe.main()
        lines = said.getvalue().splitlines()
        self.assertEqual(len(lines), 16)
        self.assertIn("--steps 16000", lines[2])
        self.assertIn("--set row_rate=0", next(line for line in lines if line.startswith("three-held")))
        self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
