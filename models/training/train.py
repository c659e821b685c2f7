"""Train one member of the recommender: python3 train.py --data DIR --out runs/NAME [--sets open|all] [--minutes 30]

One batch comes from one set, so that negatives are that set's. Every position of a window is a query: what was liked
next, what was liked at any time later, and whether something met later was liked. A run writes config.json, log.csv,
curve.png and checkpoint.pt into --out and goes on from the checkpoint when it is started again. `--device cuda` computes
in bfloat16 where that is safe; `torchrun --nproc-per-node 2 train.py ...` trains one member per process, with seeds
following --seed, into --out/member-SEED.
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
import torch.nn.functional as F

from data import LIKED, bucket_idf, build_known_table, load_set, set_names
from features import Features, load_schema
from model import HEADS, Bags, Member, ModelConfig

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
    unrated: float = 0.1                  # windows whose ratings are hidden
    untimed: float = 0.2                  # windows whose times are hidden
    loss_weights: tuple = (1.0, 1.0, 0.7)  # next, future, like
    taste_decay: float = 0.5              # shrinks the personal part of the like score (within a person, see losses)
    model: ModelConfig = field(default_factory=ModelConfig)


# Which fields survive (field names of the schema), and how often: what real exports carry, and plain whole-field
# dropout so that no field becomes indispensable.
FIELD_PATTERNS = (
    (0.50, None),                                                                   # everything
    (0.08, {"titleWord", "titleGram", "creator", "kind", "decade"}),                # Goodreads: no tags
    (0.08, {"titleWord", "titleGram", "kind", "decade"}),                           # Letterboxd: title and year
    (0.05, {"titleWord", "titleGram", "kind"}),                                     # music history, bookmarks
    (0.05, {"tag", "tagWord", "kind", "decade"}),                                   # a title no one has heard of
    (0.24, "random"),                                                               # each field kept with 0.75
)


def field_masks(count, names, rng):
    """float [count, F]: a pattern per item"""
    masks = np.ones((count, len(names)), dtype=np.float32)
    pattern = rng.choice(len(FIELD_PATTERNS), size=count, p=[p for p, _ in FIELD_PATTERNS])
    for index, (_, keep) in enumerate(FIELD_PATTERNS):
        chosen = pattern == index
        if keep == "random":
            masks[chosen] = rng.random((int(chosen.sum()), len(names))) < 0.75
        elif keep is not None:
            masks[chosen] = np.array([name in keep for name in names], dtype=np.float32)
    return masks


class Sampler:
    """Windows and targets of one set. `base` is where its items start in the joint item numbering."""

    def __init__(self, encoded, base, features, config):
        self.s, self.base, self.features, self.config = encoded, base, features, config
        sizes = np.diff(encoded.starts)
        self.users = np.flatnonzero(sizes >= 2)
        weight = np.sqrt(sizes[self.users])
        self.user_chance = weight / weight.sum()
        count = np.bincount(encoded.items, minlength=len(encoded.tokens)).astype(np.float64)
        popular = count ** 0.75
        # Items without events are no negatives: that would lower the score of every new item.
        self.touched = np.flatnonzero(count)
        self.chance = 0.5 * (count > 0) / len(self.touched) + 0.5 * popular / popular.sum()
        self.popular_cdf = np.cumsum(popular / popular.sum())
        met = encoded.info.met
        self.is_met = np.zeros(len(encoded.ratings), bool) if met is None else np.isclose(encoded.ratings, met)

    def negatives(self, rng):
        half = self.config.negatives // 2
        popular = np.searchsorted(self.popular_cdf, rng.random(half)).clip(max=len(self.chance) - 1)
        return np.concatenate([rng.choice(self.touched, self.config.negatives - half), popular])

    def window(self, user, rng):
        """-> items [n], ratings [n], times [n] and targets [n + 1, 3] for the empty history and after each event;
        targets are items of this set (-1: none), labels [n + 1] the like target's truth."""
        s, length = self.s, self.features.length
        rows = np.arange(s.starts[user], s.starts[user + 1])
        if s.info.time == "none":
            rng.shuffle(rows)
        total = len(rows)
        n = min(total - 1, length)
        start = 0 if rng.random() < 0.5 else rng.integers(0, total - n)
        rows = rows[start:]
        items, ratings, met = s.items[rows], s.ratings[rows], self.is_met[rows]
        liked = np.flatnonzero((ratings >= LIKED) & ~met)
        after = np.arange(n + 1)                           # targets of query q lie at index >= q
        targets = np.full((n + 1, 3), -1, dtype=np.int64)
        labels = np.zeros(n + 1, dtype=np.float32)
        if len(liked):
            first = np.searchsorted(liked, after)
            has = first < len(liked)
            targets[has, 0] = items[liked[first[has]]]
            pick = first + (rng.random(n + 1) * (len(liked) - first)).astype(np.int64)
            targets[has, 1] = items[liked[pick[has]]]
        judged = np.flatnonzero(~met)
        if s.info.rated and len(judged):
            first = np.searchsorted(judged, after)
            has = first < len(judged)
            pick = judged[(first + (rng.random(n + 1) * (len(judged) - first)).astype(np.int64))[has]]
            targets[has, 2] = items[pick]
            labels[has] = ratings[pick] >= LIKED
            disliked = s.met_items[s.met_starts[user]:s.met_starts[user + 1]]
            if len(disliked):
                swap = rng.random(n + 1) < len(disliked) / (len(disliked) + total)
                targets[swap, 2] = disliked[rng.integers(0, len(disliked), int(swap.sum()))]
                labels[swap] = 0.0
        return items[:n], ratings[:n], s.times[rows[:n]], targets, labels

    def batch(self, rng):
        """Arrays of one batch. Item ids are of the joint item numbering; -1 = padding or no target."""
        f, b, length = self.features, self.config.batch, self.features.length
        items = np.full((b, length), -1, np.int64)
        rating, gap = np.zeros((b, length), np.int64), np.zeros((b, length), np.int64)
        targets, labels = np.full((b, length, 3), -1, np.int64), np.zeros((b, length), np.float32)
        for row, user in enumerate(rng.choice(self.users, size=b, p=self.user_chance)):
            got, ratings, times, target, label = self.window(user, rng)
            n = len(got)
            if rng.random() < self.config.unrated:
                ratings = np.full(n, np.nan)
            if self.s.info.time != "seconds" or rng.random() < self.config.untimed:
                times = np.full(n, np.nan)
            items[row, -n:] = got + self.base
            rating[row, -n:], gap[row, -n:] = f.rating_buckets(ratings), f.gap_buckets(times)
            q = min(n + 1, length)  # the empty history's query sits on the padding just before the first event
            targets[row, -q:] = np.where(target[-q:] >= 0, target[-q:] + self.base, -1)
            labels[row, -q:] = label[-q:]
        return items, rating, gap, targets, labels, self.negatives(rng)


def losses(model, sampler, bags, rows, names, rng, config, device):
    """One batch -> losses [3] (next, future, like)"""
    items, rating, gap, targets, labels, negatives = sampler.batch(rng)
    ids, inverse = np.unique(np.concatenate([items.ravel(), targets.ravel(), negatives + sampler.base]),
                             return_inverse=True)
    if ids[0] == -1:  # padding becomes index 0 of a zero row
        ids, shift = ids[1:], 0
    else:
        shift = 1
    inverse = torch.as_tensor(inverse + shift)
    window = inverse[:items.size].view(items.shape)
    target = inverse[items.size:items.size + targets.size].view(targets.shape).to(device)
    negative = inverse[-len(negatives):].to(device)
    hidden, chance = zip(*config.row_drop)
    keep = rng.random(len(ids)) >= hidden[rng.choice(len(hidden), p=chance)]
    take = torch.as_tensor(ids)
    item_rows = rows[take].to(device)
    vectors, biases = model.encode([part.to(device) for part in bags.take(take)], item_rows,
                                   torch.as_tensor(keep.astype(np.float32)).to(device),
                                   torch.as_tensor(field_masks(len(ids), names, rng)).to(device))
    vectors = torch.cat([torch.zeros_like(vectors[:1]), vectors])                # [u + 1, W]
    biases = torch.cat([torch.zeros_like(biases[:1]), biases])
    window = window.to(device)
    queries = model.history(vectors[window], torch.as_tensor(rating).to(device), torch.as_tensor(gap).to(device),
                            last_only=False)                                     # [b, L, H, W]
    # Negatives that the person consumed in this window, or that are their targets, are masked.
    consumed = torch.zeros(len(items), len(vectors), dtype=torch.bool, device=device)
    consumed.scatter_(1, window, True)
    consumed.scatter_(1, target[:, :, :2].reshape(len(items), -1), True)
    blocked = consumed[:, negative]                                              # [b, K]
    # Estimate of the full softmax's denominator: each negative stands for 1 / (K * its chance) items (logQ).
    log_q = torch.as_tensor(np.log(len(negatives) * sampler.chance[negatives]).astype(np.float32)).to(device)
    out = []
    for head in (0, 1):
        use = target[:, :, head] > 0
        query, goal = queries[:, :, head][use], target[:, :, head][use]          # [m, W], [m]
        row = use.nonzero()[:, 0]
        positive = (query * vectors[goal]).sum(-1) + biases[goal, head]          # [m]
        others = torch.addmm(biases[negative, head] - log_q, query, vectors[negative].t())  # [m, K]
        others = torch.logsumexp(others.masked_fill_(blocked[row], -1e9), 1)
        out.append(F.softplus(others - positive).mean())  # = -log(e^p / (e^p + sum e^others))
    use = target[:, :, 2] > 0
    if use.any():
        personal = (queries[:, :, 2] * vectors[target[:, :, 2]]).sum(-1)         # [b, L]
        logits = personal[use] + biases[target[:, :, 2][use], 2]
        out.append(F.binary_cross_entropy_with_logits(logits, torch.as_tensor(labels).to(device)[use]))
        # A person's mean level (generosity) is free; how their taste departs from everyone's is regularised:
        # from few events most of it is noise, and the item's average rating alone is hard to beat.
        count = use.sum(1, keepdim=True).clamp(min=1)
        centre = (personal * use).sum(1, keepdim=True) / count
        taste = (((personal - centre) * use) ** 2).sum() / use.sum()
    else:
        out.append(torch.zeros((), device=device))
        taste = 0.0
    known = item_rows[(item_rows >= 0)]
    penalty = config.vector_decay / config.batch * model.row_vectors[known].pow(2).sum() + config.taste_decay * taste
    return torch.stack(out), penalty


def prepare(sets, features, minimum_events):
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
    """-> Adam with a rate per kind of parameter, and the parameters whose gradient is clipped"""
    tables = [model.items.table, model.row_vectors, model.row_biases]
    rest = [p for p in model.parameters() if all(p is not t for t in tables)]
    rates = (config.table_rate, config.row_rate, config.bias_rate, config.learning_rate)
    groups = [{"params": p, "lr": rate, "rate": rate} for p, rate in zip([*([t] for t in tables), rest], rates)]
    return torch.optim.Adam(groups, betas=(0.9, 0.98)), rest


def save_checkpoint(path, model, optimiser, step, config, table, idf, features, sets, hold_out):
    """All that export needs, so that a bundle can be made at any time; written whole or not at all. optimiser: None
    where the checkpoint is for others to start from."""
    payload = {"model": model.state_dict(), "optimiser": optimiser and optimiser.state_dict(), "step": step,
               "config": asdict(config), "schema": features.schema, "idf": idf, "table": table,
               "kinds": sorted({kind for s in sets for kind in s.kinds}), "sets": [s.info.name for s in sets],
               "hold_out": hold_out}
    torch.save(payload, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def load_checkpoint(path, device="cpu"):
    """-> member, payload"""
    payload = torch.load(path, map_location=device)
    model = Member(ModelConfig(**payload["config"]["model"]), Features(payload["schema"]), payload["idf"],
                   payload["table"].prior)
    model.load_state_dict(payload["model"])
    return model.to(device), payload


def train(sets, features, config, out, device="cpu", minutes=None, save_every=250, hold_out=False, start=None):
    """Train to config.steps (or for `minutes` of wall time, the schedule unchanged), a new run from the weights in the
    run folder `start`; -> model

    A resumed run ends where an unbroken one does: batches and dropout are drawn from the step's number.
    """
    out.mkdir(parents=True, exist_ok=True)
    (out / "config.json").write_text(json.dumps(asdict(config), indent=2) + "\n")
    torch.manual_seed(config.seed)
    torch.set_flush_denormal(True)  # Adam's moments of rare rows decay into denormals, ten times slower
    table, idf, bags, rows, bases = prepare(sets, features, config.minimum_events)
    model = Member(config.model, features, idf, table.prior).to(device)
    optimiser, rest = make_optimiser(model, config)
    first, checkpoint = 0, out / "checkpoint.pt"
    if checkpoint.exists():
        payload = torch.load(checkpoint, map_location=device)
        if payload["optimiser"] is None:
            raise SystemExit(f"{checkpoint} is no run to go on with, but one to --start from.")
        model.load_state_dict(payload["model"])
        optimiser.load_state_dict(payload["optimiser"])
        first = payload["step"]
    elif start is not None:
        model.load_state_dict(torch.load(start / "checkpoint.pt", map_location=device)["model"])
    samplers = [Sampler(s, base, features, config) for s, base in zip(sets, bases)]
    weight = np.array([len(s.items) for s in sets], dtype=np.float64) ** config.set_power
    names = [f["name"] for f in features.fields]
    started, sums, seen = time.time(), np.zeros(3), 0
    model.train()
    for step in range(first, config.steps):
        rng = np.random.default_rng([config.seed, step])  # by step, so that a resumed run draws the same batches
        torch.manual_seed(config.seed + 1000003 * step)
        sampler = samplers[rng.choice(len(samplers), p=weight / weight.sum())]
        on_gpu = str(device).startswith("cuda")
        with torch.autocast("cuda", dtype=torch.bfloat16) if on_gpu else nullcontext():
            parts, penalty = losses(model, sampler, bags, rows, names, rng, config, device)
        optimiser.zero_grad(set_to_none=True)
        ((parts * torch.tensor(config.loss_weights, device=device)).sum() + penalty).backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * schedule(step, config)
        optimiser.step()
        sums, seen = sums + parts.detach().cpu().numpy(), seen + 1
        done = step + 1
        stop = minutes is not None and time.time() - started > 60 * minutes
        if done % 50 == 0 or done == config.steps or stop:
            log(out / "log.csv", done, time.time() - started, sums / seen)
            sums, seen = np.zeros(3), 0
        if done % save_every == 0 or done == config.steps or stop:
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
    parser.add_argument("--hold-out", action="store_true", help="a diagnostic model that never meets one item in ten")
    parser.add_argument("--start", type=Path, help="run folder whose weights a new run starts from (a warm restart)")
    parser.add_argument("--minutes", type=float, help="stop (with a checkpoint) after so many minutes")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--cache", default=HERE / "cache")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a config value")
    args = parser.parse_args()
    changes = {name: json.loads(value) for name, value in (pair.split("=", 1) for pair in args.set)}
    width = {k: changes.pop(k) for k in list(changes) if k in ModelConfig.__dataclass_fields__}
    config = replace(TrainConfig(seed=args.seed, steps=args.steps), **changes)
    config = replace(config, model=replace(config.model, **width))
    if "RANK" in os.environ:  # under torchrun: members know nothing of each other, so each process trains one
        config = replace(config, seed=config.seed + int(os.environ["RANK"]))
        args.out = args.out / f"member-{config.seed}"
        if args.device == "cuda":
            args.device = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
    features = Features(load_schema())
    sets = [load_set(name, args.data, features, args.cache, args.hold_out) for name in set_names(args.sets)]
    train(sets, features, config, args.out, args.device, args.minutes, hold_out=args.hold_out,
          start=args.start)


if __name__ == "__main__":
    main()
