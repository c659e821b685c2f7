"""The whole recipe of the model: python3 recipe.py --data DATA --out runs/NAME [--packs PACKS] [--bundle ../taste]

Three members in cycles of the learning rate, each cycle from where the last ended; the ends of cycles averaged, fitted and
written as a first bundle; its members once more in a gentle cycle that holds the known rows still; then the bundle, and what
it reaches on case packs. A stage that is done is skipped and one that was killed goes on, so the same line may be started
again. --dry-run prints the stages. --jobs 2 trains two members at once, --processes 8 each member over 8 processes
(parallel.py), --steps-scale 0.01 tries everything in a hundredth of the steps.
"""
import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
MEMBERS = (("one", 1, (4000, 9000, 16000)), ("two", 2, (4000, 9000, 16000)), ("three", 3, (4000, 9000)))  # seed, ends of cycles
# Seed, steps and start of the gentle cycles: half the rates, known rows held still.
GENTLE = (("one", 11, 5000, "one-bundle"), ("two", 12, 5000, "two-bundle"), ("three", 13, 3000, "three-9000"))
HELD = {"learning_rate": 5e-4, "table_rate": 3e-3, "row_rate": 0, "bias_rate": 5e-4}


@dataclass(frozen=True)
class Stage:
    """A call of a script beside this one. `starts_from`: a run folder that is copied to `run` before, where `run` has no
    checkpoint yet."""
    name: str
    script: str
    arguments: tuple
    run: Path | None = None
    starts_from: Path | None = None

    @property
    def line(self):
        return " ".join((f"python3 {self.script}.py", *self.arguments))


def settings(pairs):
    return [part for name, value in pairs.items() for part in ("--set", f"{name}={value}")]


def plan(args):
    """-> chains of stages: those of a list may run at once, a list after the one before it"""
    out, data = args.out, ("--data", str(args.data))
    more = dict(pair.split("=", 1) for pair in args.set)

    def steps(count):
        return max(1, round(count * args.steps_scale))

    def training(name, seed, count, changes, starts_from=None, start=None):
        run = out / name
        asked = (*(("--start", str(start)) if start else ()), *(("--cast",) if args.cast else ()))
        arguments = (*data, "--sets", args.sets, "--seed", str(seed), "--steps", str(steps(count)), "--device", args.device,
                     "--out", str(run), *asked, *settings({**more, **changes}))
        return Stage(name, "train", arguments, run, starts_from)

    def bundled(name, runs, bundle):
        """Members (each a tuple of run folders) -> a checked bundle"""
        finished = out / f"{name}.pt"
        members = [",".join(str(out / run) for run in member) for member in runs]
        check = () if args.check else ("--no-check",)
        return [Stage(name, "finish", (*data, "--out", str(finished), *members)),
                Stage(f"{name}-bundle", "export", ("--checkpoint", str(finished), "--out", str(bundle), *check))]

    first = out / "first"
    cycles = [[training(f"{name}-{end}", seed, end, {}, out / f"{name}-{before}" if before else None)
               for before, end in zip((None, *ends), ends)] for name, seed, ends in MEMBERS]
    joined = bundled("finished-first", [("one-9000", "one-16000"), ("two-9000", "two-16000")], first)
    joined.append(Stage("restart", "restart", (*data, "--sets", args.sets, "--bundle", str(first),
                                               str(out / "one-bundle"), str(out / "two-bundle"))))
    gentle = [[training(f"{name}-held", seed, count, HELD, start=out / start)] for name, seed, count, start in GENTLE]
    last = bundled("finished", [("one-bundle", "one-held"), ("two-bundle", "two-held"),
                                ("three-4000", "three-9000", "three-held")], args.bundle)
    if args.packs:
        last.append(Stage("evaluate", "evaluate", ("--packs", str(args.packs), "--bundle", str(args.bundle),
                                                   "--json", str(out / "results.json"))))
    return [cycles, [joined], gentle, [last]]


def call(stage, processes=1):
    """Runs a stage as it would be typed; a training over several processes as torchrun starts them"""
    command = [sys.executable, f"{stage.script}.py", *stage.arguments]
    if stage.script != "train" or processes == 1:
        return subprocess.run(command, cwd=HERE).returncode
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    shared = {**os.environ, "WORLD_SIZE": str(processes), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    running = [subprocess.Popen(command, cwd=HERE, env={**shared, "RANK": str(rank), "LOCAL_RANK": str(rank)})
               for rank in range(processes)]
    return max(abs(process.wait()) for process in running)


def copy_run(old, new):
    """A run folder to go on from, whole or not at all"""
    part = new.with_name(f".{new.name}")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(old, part)
    shutil.rmtree(new, ignore_errors=True)
    part.replace(new)


def carry_out(stage, out, run):
    """Does a stage, unless it is done"""
    mark = out / "done" / f"{stage.name}.json"
    if mark.exists():
        if json.loads(mark.read_text(encoding="utf-8")) != stage.line:
            raise SystemExit(f"{stage.name} was done by another command than now: give another --out, or delete {mark} and "
                             "the marks of the stages after it.")
        print(f"{stage.name}: done before", flush=True)
        return
    print(f"{stage.name}: {stage.line}", flush=True)
    if stage.starts_from and not (stage.run / "checkpoint.pt").exists():
        copy_run(stage.starts_from, stage.run)
    if run(stage):
        raise SystemExit(f"{stage.name} failed; what it says stands above. Started again, the recipe goes on from here.")
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(json.dumps(stage.line) + "\n", encoding="utf-8")


def follow(chains, out, run, jobs):
    """All stages, in order; of a list of chains `jobs` at once. Where one fails, no other stage is begun."""
    failed = threading.Event()

    def chain(stages):
        for stage in stages:
            if failed.is_set():
                return
            try:
                carry_out(stage, out, run)
            except BaseException:
                failed.set()
                raise

    for together in chains:
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(chain, together))


def parse(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path, help="data folder, as prepare.py writes it")
    parser.add_argument("--out", required=True, type=Path, help="folder for the runs")
    parser.add_argument("--bundle", type=Path, help="where the bundle goes; OUT/taste where nothing is said. One that stands "
                                                    "there gives its estimates to the new one, if its tags are the same")
    parser.add_argument("--packs", type=Path, help="case packs to evaluate on")
    parser.add_argument("--sets", default="all", help="open, all, or names with commas")
    parser.add_argument("--cast", action="store_true", help="a field for leading actors, as train.py has it")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--jobs", type=int, default=1, help="members trained at once")
    parser.add_argument("--processes", type=int, default=1, help="processes for each member")
    parser.add_argument("--steps-scale", type=float, default=1.0, help="share of all steps, to try the recipe")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="passed to every train.py")
    parser.add_argument("--no-check", dest="check", action="store_false", help="skip the onnxruntime-web check")
    parser.add_argument("--dry-run", action="store_true", help="print the stages and do nothing")
    args = parser.parse_args(arguments)
    for name in ("data", "out", "bundle", "packs"):  # the scripts run in their own folder
        path = getattr(args, name)
        setattr(args, name, path.resolve() if path else path)
    args.bundle = args.bundle or args.out / "taste"
    return args


def main():
    args = parse()
    chains = plan(args)
    if args.dry_run:
        for stage in (stage for together in chains for stages in together for stage in stages):
            print(f"{stage.name}: " + (f"cp -r {stage.starts_from} {stage.run}; " if stage.starts_from else "") + stage.line)
        return
    args.out.mkdir(parents=True, exist_ok=True)
    follow(chains, args.out, lambda stage: call(stage, args.processes), args.jobs)


if __name__ == "__main__":
    main()
