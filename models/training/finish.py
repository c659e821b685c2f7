"""Members -> recommender: python3 finish.py --data DIR --out runs/finished.pt runs/ONE runs/TWO

Joins the members that train.py trained (each run's checkpoint.pt; several folders with commas between them are
checkpoints of one member, averaged weight by weight: Izmailov et al. 2018) and fits what has a closed form, or nearly:
 1. personal taste (taste.py): loadings and expected ratings of known rows, and their prediction from content elsewhere;
 2. like biases of known rows: the more people rated an item, the less content counts;
 3. the co-occurrence table (neighbours.py);
 4. the tag head (tags.py).
"""
import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from data import LIKED, load_set, read_items
from features import Features
from model import Member, ModelConfig, Recommender
from neighbours import fit_neighbours
from tags import fit_tags, tag_name
from taste import fit_group
from train import join_sets, load_checkpoint, read_checkpoint

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class FinishConfig:
    seed: int = 1
    taste_blocks: tuple = (("screen", 7), ("book", 4), ("anime", 4))  # dimensions by kind group: config.loadings in all
    taste_centre: float = 0.7      # expected ratings are kept less this
    taste_noise: float = 0.03      # variance of one rating about its expectation
    taste_strength: float = 15.0   # log-odds of liking per unit of rating a person adds to an item's expected rating
    expectation: float = 3.0       # log-odds per unit of expected rating, beside the biases
    content_ratings: float = 20.0  # ratings that count as much as what content says of an item's quality
    neighbours: int = 28           # per known item
    regularisation: float = 200.0  # EASE
    least_likes: int = 5
    most_items: int = 15000        # per kind group: the dense inverse takes items^2 floats


def kind_groups(sets, rows_of):
    """[(group, [sets], [rows])]: sets of one kind group together"""
    found = {}
    for s, rows in zip(sets, rows_of):
        found.setdefault(str(s.groups[0]), []).append((s, rows))
    return [(group, *zip(*members)) for group, members in sorted(found.items())]


def representatives(sets, rows_of, bases, count):
    """int [R]: for each known row its item with the most events"""
    items = np.concatenate([np.arange(len(s.tokens)) + base for s, base in zip(sets, bases)])
    met = np.concatenate([np.bincount(s.items, minlength=len(s.tokens)) for s in sets])
    rows = np.concatenate(rows_of)
    out = np.zeros(count, np.int64)
    order = np.argsort(met, kind="stable")  # the most met last, so that it stays
    order = order[rows[order] >= 0]
    out[rows[order]] = items[order]
    return out


@torch.no_grad()
def content_of(model, bags, items, fields, keep=None):
    """Learned part [n, M W] and biases [n, H] from content alone; `keep` [F] in {0, 1}"""
    parts = []
    mask = torch.ones(fields) if keep is None else torch.as_tensor(keep, dtype=torch.float32)
    for start in range(0, len(items), 4096):
        take = torch.as_tensor(items[start:start + 4096])
        parts.append(model.content(bags.take(take), mask.expand(len(take), fields)))
    return torch.cat([v[:, :model.learned] for v, _ in parts]), torch.cat([b for _, b in parts])


def content_disbelieved(like, rated, groups, config):
    """What content says of the like bias beyond its kind group's level, as far as ratings say it better.
    like float [R], rated (ratings) [R], groups str [R] -> float [R]"""
    believed = torch.as_tensor(rated / (rated + config.content_ratings)).float()
    out = torch.zeros(len(believed))
    for group in np.unique(groups):
        members = torch.as_tensor(np.flatnonzero(groups == group))
        level = (like[members] * believed[members]).sum() / believed[members].sum().clamp(min=1e-9)
        out[members] = believed[members] * (like[members] - level)
    return out


def fit_content_taste(model, contents, target, weight, seed, steps=600):
    """Trains content.taste, contents [[R, M W]] under several field masks -> target [R, T + 1], rows weighted."""
    torch.manual_seed(seed)
    net = model.content.taste.requires_grad_(True)
    for layer in (net[0], net[2]):
        layer.reset_parameters()
    optimiser = torch.optim.Adam(net.parameters(), lr=3e-3, weight_decay=1e-5)
    chance = weight / weight.sum()
    for step in range(steps):
        x = contents[step % len(contents)]
        batch = torch.multinomial(chance, 2048, replacement=True)
        loss = ((net(x[batch]) - target[batch]) ** 2).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        optimiser.param_groups[0]["lr"] = 3e-3 * (1 - step / steps)
    net.requires_grad_(False)


def finish(model, sets, features, table, bags, rows_of, bases, raw_tags, config=FinishConfig(), say=print):
    """Fits everything in place; -> (Neighbours, TagHead, {group: reliability}). raw_tags [items]: each item's tags."""
    model = model.eval()
    fields, count = len(features.fields), len(table.counts)
    names = [field["name"] for field in features.fields]
    untagged = [n not in ("tag", "tagWord") for n in names]
    groups = kind_groups(sets, rows_of)
    first = representatives(sets, rows_of, bases, count)
    vectors, biases = content_of(model, bags, first, fields)

    # 1. taste
    size, scale = model.config.loadings, model.config.taste_scale
    blocks = dict(config.taste_blocks)
    assert sum(blocks.values()) <= size
    target, rated, reliability, first_of = torch.zeros(count, size + 1), np.zeros(count), {}, 0
    for group, its_sets, its_rows in groups:
        if not any(s.info.rated for s in its_sets):
            continue
        width = blocks.get(group, 0)
        fit = fit_group(its_sets, its_rows, width, config.seed, LIKED)
        # One noise serves all groups: scaling loadings by sqrt(noise / s2) leaves loading x posterior as it was.
        loadings = fit.loadings * (config.taste_noise / fit.noise) ** 0.5
        target[fit.rows, first_of:first_of + width] = torch.as_tensor(loadings * scale)
        target[fit.rows, size] = torch.as_tensor((fit.expected - config.taste_centre) * scale)
        first_of += width
        rated[fit.rows] = fit.ratings
        reliability[group] = {"reliability": fit.reliability, "gain": fit.gain, "noise": fit.noise}
        if width:
            say(f"taste {group}: reliability {fit.reliability}, AUC {fit.gain:+.4f} on held-out users, noise {fit.noise:.4f}")
    values = bucket_means(sets, features)
    model.history.posterior.value.copy_(torch.as_tensor(values - config.taste_centre).unsqueeze(1))
    model.history.posterior.noise.fill_(config.taste_noise)
    model.history.posterior.strength.fill_(config.taste_strength)
    model.history.posterior.expectation.fill_(config.expectation)
    thinner = (untagged, [n not in ("creator", "decade") for n in names])
    contents = [vectors] + [content_of(model, bags, first, fields, mask)[0] for mask in thinner]
    fit_content_taste(model, contents, target, torch.as_tensor(np.sqrt(rated) + 1e-9).float(), config.seed)
    with torch.no_grad():
        known = torch.as_tensor(rated > 0).unsqueeze(1)
        model.row_vectors[:, model.learned:] = (target - model.content.taste(vectors)) * known

    # 2. like biases: the more ratings, the less content has to say
    with torch.no_grad():
        model.row_biases[:, 2] -= content_disbelieved(biases[:, 2], rated, np.concatenate([s.groups for s in sets])[first],
                                                      config)

    # 3. co-occurrence
    neighbours = fit_neighbours([(s, r) for _, s, r in groups], count, config.neighbours, config.regularisation,
                                config.least_likes, config.most_items)
    say(f"co-occurrence: {len(neighbours.items):,} entries for {int((np.diff(neighbours.starts.astype(int)) > 0).sum()):,} items")

    # 4. tags, from vectors that have not seen them; known rows speak too
    items = np.arange(len(raw_tags))
    without, _ = content_of(model, bags, items, fields, untagged)
    rows = np.concatenate(rows_of)
    with torch.no_grad():
        known = torch.as_tensor(rows >= 0).unsqueeze(1)
        without += model.row_vectors[torch.as_tensor(np.maximum(rows, 0)).long(), :model.learned] * known
    item_tags = [{name for name in (tag_name(features, tag) for tag in tags) if name} for tags in raw_tags]
    head = fit_tags(without, np.concatenate([s.groups for s in sets]), item_tags, seed=config.seed)
    say(f"tag head: {len(head.names)} tags, mean average precision {head.held_out:.3f} on held-out items")
    return neighbours, head, reliability


def bucket_means(sets, features):
    """float [rating buckets]: mean training rating in each bucket, its middle where no set rates so"""
    ratings = np.concatenate([s.ratings if s.info.met is None else s.ratings[~np.isclose(s.ratings, s.info.met)]
                              for s in sets if s.info.rated])
    bucket = features.rating_buckets(ratings)
    total, count = (np.bincount(bucket, weights=w, minlength=features.rating_count) for w in (ratings, None))
    return np.where(count > 0, total / np.maximum(count, 1), np.nan_to_num(features.rating_values))


def load_finished(path):
    """-> recommender, payload"""
    payload = read_checkpoint(path)
    features, config = Features(payload["schema"]), ModelConfig(**payload["model_config"])
    members = [Member(config, features, payload["idf"], payload["table"].prior) for _ in payload["members"]]
    model = Recommender(config, members, features)
    model.load_state_dict(payload["model"])
    return model.eval(), payload


def average(states):
    """Weight by weight -> one state dict; what is no float is taken from the first"""
    return {key: torch.stack([state[key] for state in states]).mean(0) if value.is_floating_point() else value
            for key, value in states[0].items()}


def load_member(folders):
    """Run folders with commas -> the member, the last one's payload"""
    members, payloads = zip(*(load_checkpoint(Path(folder) / "checkpoint.pt") for folder in folders.split(",")))
    members[-1].load_state_dict(average([member.state_dict() for member in members]))
    return members[-1], payloads[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", help="run folders of train.py, one member each")
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--cache", default=HERE / "cache")
    args = parser.parse_args()
    torch.set_flush_denormal(True)
    members, payloads = zip(*(load_member(run) for run in args.runs))
    payload = payloads[0]
    if any((p["sets"], p["hold_out"], p["config"]["model"]) != (payload["sets"], payload["hold_out"],
                                                                payload["config"]["model"]) for p in payloads):
        raise SystemExit("These runs are not members of one recommender: their sets, or their sizes, differ.")
    features = Features(payload["schema"])
    sets = [load_set(name, args.data, features, args.cache, payload["hold_out"]) for name in payload["sets"]]
    table, _, bags, _, bases = join_sets(sets, features, payload["config"]["minimum_events"])
    rows_of = [table.rows(s.lookups) for s in sets]
    tags = [item["tags"] for s in sets for item in read_items(Path(args.data) / s.info.name / "items.jsonl.gz")]
    model = Recommender(members[0].config, members, features)
    neighbours, head, reliability = finish(model, sets, features, table, bags, rows_of, bases, tags)
    torch.save({"model": model.state_dict(), "model_config": payload["config"]["model"], "schema": payload["schema"],
                "idf": payload["idf"], "table": payload["table"], "kinds": payload["kinds"], "sets": payload["sets"],
                "members": [p["config"] for p in payloads], "neighbours": neighbours, "tags": head,
                "reliability": reliability}, args.out)


if __name__ == "__main__":
    main()
