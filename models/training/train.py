"""Train one member of the recommender: python3 train.py --data DIR --out runs/NAME [--sets open|all] [--minutes 30]

One batch comes from one set, so that negatives are that set's. Every position of a window is a query: what was liked
next, what was liked at any time later, and whether something met later was liked. A run writes config.json, log.csv,
curve.png and checkpoint.pt into --out and goes on from the checkpoint when it is started again. `--device cuda` computes
in bfloat16 where that is safe. `torchrun --nproc-per-node 8 train.py ...` splits each batch over 8 processes (parallel.py;
--out on a disk that all of them see), with --each-a-member it trains one member per process, with seeds following --seed,
into --out/member-SEED.
"""
import argparse
import csv
import json
import os
import time
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
import torch

from data import bucket_idf, build_known_table, load_set, set_names
from features import Features, load_schema, with_cast
from losses import losses
from model import HEADS, Bags, Member, ModelConfig
from parallel import ALONE, distribute, exchange_rows, join, leave
from sampling import Sampler

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class TrainConfig:
    seed: int = 1
    steps: int = 4000
    batch: int = 128                      # windows
    negatives: int = 512                  # half uniform, half popularity ** 0.75
    learning_rate: float = 1e-3
    table_rate: float = 6e-3              # token table
    row_rate: float = 6e-3                # known rows; 0 holds them still
    bias_rate: float = 1e-3               # known rows' biases: they start from counts and mean ratings
    warmup: int = 100
    set_power: float = 0.5                # a set is drawn in proportion to its events ** set_power
    minimum_events: int = 5               # to earn a known row
    row_drop: tuple = ((0.0, 0.6), (0.4, 0.2), (0.9, 0.2))  # (share of rows hidden, how often): warm to cold
    vector_decay: float = 2e-5            # L2 on the known rows a batch uses
    row_bound: float = 0.0                # longest a known row's vector may be, encoder vectors being 1; 0 = any length
    unrated: float = 0.1                  # windows whose ratings are hidden
    untimed: float = 0.2                  # windows whose times are hidden
    loss_weights: tuple = (1.0, 1.0, 0.7)  # next, future, like
    taste_decay: float = 0.5              # shrinks the personal part of the like score (within a person, see losses)
    model: ModelConfig = field(default_factory=ModelConfig)


def join_sets(sets, features, minimum_events):
    """-> known table, idf, joint Bags, row of every item, where each set starts"""
    table, idf = build_known_table(sets, minimum_events), bucket_idf(sets, features)
    bags = Bags(np.concatenate([s.tokens for s in sets]), features.slot_field, idf)
    rows = torch.as_tensor(np.concatenate([table.rows(s.lookups) for s in sets])).long()
    return table, idf, bags, rows, np.concatenate([[0], np.cumsum([len(s.tokens) for s in sets])])


def schedule(step, config):
    """Linear warm-up, then linear decay to 2 %."""
    if step < config.warmup:
        return (step + 1) / config.warmup
    return max(0.02, 1.0 - 0.98 * (step - config.warmup) / max(1, config.steps - config.warmup))


def make_optimiser(model, config):
    """-> Adam with a rate per kind of parameter, the tables, and the rest, whose gradient is clipped"""
    tables = [model.items.table, model.row_vectors, model.row_biases]
    rest = [p for p in model.parameters() if all(p is not t for t in tables)]
    rates = (config.table_rate, config.row_rate, config.bias_rate, config.learning_rate)
    groups = [{"params": p, "lr": rate, "rate": rate} for p, rate in zip([*([t] for t in tables), rest], rates)]
    return torch.optim.Adam(groups, betas=(0.9, 0.98)), tables, rest


@torch.no_grad()
def bound_rows(model, bound):
    """Shortens known rows' vectors to `bound` times the length of the encoder's vectors, so that a row stays a correction of
    what content says (a small trainable delta: arXiv 2507.19473). The encoder ends in a LayerNorm: its vectors' root mean
    square length is that of the norm's weights."""
    longest = bound * model.items.norm.weight.norm()
    lengths = model.row_vectors.norm(dim=1, keepdim=True).clamp(min=1e-12)
    model.row_vectors.mul_((longest / lengths).clamp(max=1.0))


def save_checkpoint(path, model, optimiser, step, config, table, idf, features, sets, hold_out):
    """All that export needs, so that a bundle can be made at any time; written whole or not at all. optimiser: None
    where the checkpoint is for others to start from."""
    payload = {"model": model.state_dict(), "optimiser": optimiser and optimiser.state_dict(), "step": step,
               "config": asdict(config), "schema": features.schema, "idf": idf, "table": table,
               "kinds": sorted({kind for s in sets for kind in s.kinds}), "sets": [s.info.name for s in sets],
               "hold_out": hold_out}
    torch.save(payload, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def read_checkpoint(path, device="cpu"):
    """What save_checkpoint or finish.py wrote. Such a file can run code: open your own only."""
    return torch.load(path, map_location=device, weights_only=False)


def load_checkpoint(path, device="cpu"):
    """-> member, payload"""
    payload = read_checkpoint(path, device)
    model = Member(ModelConfig(**payload["config"]["model"]), Features(payload["schema"]), payload["idf"],
                   payload["table"].prior)
    model.load_state_dict(payload["model"])
    return model.to(device), payload


def train(sets, features, config, out, device="cpu", minutes=None, save_every=250, log_every=50, hold_out=False, start=None,
          processes=ALONE):
    """Train to config.steps (or for `minutes` of wall time, the schedule unchanged), a new run from the weights in the
    run folder `start`; -> model

    A resumed run ends where an unbroken one does: batches and dropout are drawn from the step's number.
    """
    if processes.world > config.batch:
        raise SystemExit(f"{processes.world} processes for a batch of {config.batch} windows: --set batch=... has to be larger.")
    if processes.first:
        out.mkdir(parents=True, exist_ok=True)
        (out / "config.json").write_text(json.dumps(asdict(config), indent=2) + "\n")
    torch.manual_seed(config.seed)
    torch.set_flush_denormal(True)  # Adam's moments of rare rows decay into denormals, ten times slower
    table, idf, bags, rows, bases = join_sets(sets, features, config.minimum_events)
    model = Member(config.model, features, idf, table.prior).to(device)
    optimiser, tables, rest = make_optimiser(model, config)
    first, checkpoint = 0, out / "checkpoint.pt"
    if checkpoint.exists():
        payload = read_checkpoint(checkpoint, device)
        if payload["optimiser"] is None:
            raise SystemExit(f"{checkpoint} is no run to go on with, but one to --start from.")
        model.load_state_dict(payload["model"])
        optimiser.load_state_dict(payload["optimiser"])
        first = payload["step"]
    elif start is not None:
        model.load_state_dict(read_checkpoint(start / "checkpoint.pt", device)["model"])
    forward = distribute(model, losses, tables, processes)
    samplers = [Sampler(s, base, features, config) for s, base in zip(sets, bases)]
    weight = np.array([len(s.items) for s in sets], dtype=np.float64) ** config.set_power
    names = [f["name"] for f in features.fields]
    on_gpu = str(device).startswith("cuda")
    started, sums, seen = time.time(), torch.zeros(3, device=device), 0
    model.train()
    for step in range(first, config.steps):
        rng = np.random.default_rng([config.seed, step])  # by step, so that a resumed run draws the same batches
        torch.manual_seed(config.seed + 1000003 * step + 7919 * processes.rank)
        sampler = samplers[rng.choice(len(samplers), p=weight / weight.sum())]
        with torch.autocast("cuda", dtype=torch.bfloat16) if on_gpu else nullcontext():
            parts, penalty = forward(sampler, bags, rows, names, rng, step, config, device, processes)
        optimiser.zero_grad(set_to_none=True)
        loss = (parts * torch.tensor(config.loss_weights, device=device)).sum() + penalty
        (loss * processes.world).backward()
        for parameter in tables:
            exchange_rows(parameter.grad, processes)
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * schedule(step, config)
        optimiser.step()
        if config.row_bound:
            bound_rows(model, config.row_bound)
        sums, seen = sums + parts.detach(), seen + 1
        done = step + 1
        stop = minutes is not None and processes.any(time.time() - started > 60 * minutes, device)
        if done % log_every == 0 or done == config.steps or stop:
            means = processes.sum(sums / seen).tolist()
            if processes.first:
                log(out / "log.csv", done, time.time() - started, means)
            sums, seen = torch.zeros(3, device=device), 0
        if processes.first and (done % save_every == 0 or done == config.steps or stop):
            save_checkpoint(checkpoint, model, optimiser, done, config, table, idf, features, sets, hold_out)
            draw_curve(out)
        if stop:
            break
    return model


def log(path, step, seconds, parts):
    new = not path.exists()
    with open(path, "a", newline="") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(["step", "seconds", *HEADS])
        writer.writerow([step, round(seconds, 1), *(round(float(p), 4) for p in parts)])
    print(f"step {step}  {seconds:.0f} s  " + "  ".join(f"{h} {p:.3f}" for h, p in zip(HEADS, parts)), flush=True)


def draw_curve(out):
    """curve.png from log.csv; a run without matplotlib only lacks the picture."""
    try:
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plot
    except ImportError:
        return
    table = np.genfromtxt(out / "log.csv", delimiter=",", names=True)
    if table.ndim == 0:
        return
    figure, axes = plot.subplots(1, 3, figsize=(12, 3))
    for axis, head in zip(axes, HEADS):
        axis.plot(table["step"], table[head])
        axis.set(title=f"{head} loss", xlabel="step")
    figure.tight_layout()
    figure.savefig(out / "curve.png", dpi=90)
    plot.close(figure)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with one folder per set")
    parser.add_argument("--out", required=True, type=Path, help="run folder; started again, a run goes on")
    parser.add_argument("--sets", default="all", help="open (MIT, CC0, CC BY-SA), all, or names with commas")
    parser.add_argument("--steps", type=int, default=TrainConfig.steps)
    parser.add_argument("--seed", type=int, default=TrainConfig.seed)
    parser.add_argument("--cast", action="store_true", help="a field for leading actors (prepare.py --catalogue); the program "
                                                            "cannot read such a bundle yet")
    parser.add_argument("--hold-out", action="store_true", help="a diagnostic model that never meets one item in ten")
    parser.add_argument("--start", type=Path, help="run folder whose weights a new run starts from (a warm restart)")
    parser.add_argument("--minutes", type=float, help="stop (with a checkpoint) after so many minutes")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--log-every", type=int, default=50, help="steps whose losses are averaged in a line of log.csv")
    parser.add_argument("--each-a-member", action="store_true", help="under torchrun, every process trains a member of its own")
    parser.add_argument("--cache", default=HERE / "cache")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a config value")
    args = parser.parse_args()
    changes = {name: json.loads(value) for name, value in (pair.split("=", 1) for pair in args.set)}
    width = {k: changes.pop(k) for k in list(changes) if k in ModelConfig.__dataclass_fields__}
    config = replace(TrainConfig(seed=args.seed, steps=args.steps), **changes)
    config = replace(config, model=replace(config.model, **width))
    processes = ALONE
    if "RANK" in os.environ and args.each_a_member:
        config = replace(config, seed=config.seed + int(os.environ["RANK"]))
        args.out = args.out / f"member-{config.seed}"
        if args.device == "cuda":
            args.device = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
    elif "RANK" in os.environ:
        processes, args.device = join(args.device)
    features = Features(with_cast(load_schema()) if args.cast else load_schema())
    sets = [load_set(name, args.data, features, args.cache, args.hold_out) for name in set_names(args.sets)]
    train(sets, features, config, args.out, args.device, args.minutes, log_every=args.log_every, hold_out=args.hold_out,
          start=args.start, processes=processes)
    leave()


if __name__ == "__main__":
    main()
