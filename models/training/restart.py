"""Bundle -> members to train on: python3 restart.py --bundle ../taste --data DIR runs/ONE runs/TWO

Writes a checkpoint.pt of each member of a bundle, for `train.py --start` and finish.py. What finish.py subtracted from
the like biases is added back, because it will subtract it again. The bundle must have been trained on the sets that --data
holds.
"""
import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from bundle import load_bundle
from data import LIKED, load_set, set_names
from finish import FinishConfig, content_disbelieved, content_of, kind_groups, representatives
from model import Member
from taste import group_ratings
from train import TrainConfig, join_sets, save_checkpoint

HERE = Path(__file__).resolve().parent


def ratings_per_row(sets, rows_of, count):
    """int [R]: how many people rated each known row"""
    rated = np.zeros(count)
    for _, its_sets, its_rows in kind_groups(sets, rows_of):
        if any(s.info.rated for s in its_sets):
            ratings = group_ratings(its_sets, its_rows, LIKED)
            rated[ratings.rows] = np.bincount(ratings.items, minlength=len(ratings.rows))
    return rated


def members_of(model, features, table, like_biases):
    """The members of a recommender, each as train.py trains it; like_biases [R] of all"""
    width = model.config.dim
    for n, (items, history) in enumerate(zip(model.content.members, model.history.members)):
        member = Member(model.config, features, model.idf.numpy(), table.prior)
        member.items.load_state_dict(items.state_dict())
        member.history.load_state_dict(history.state_dict())
        with torch.no_grad():
            member.row_vectors.copy_(model.row_vectors[:, n * width:(n + 1) * width])
            member.row_biases.copy_(model.row_biases)
            member.row_biases[:, 2] = like_biases
        yield member


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", type=Path, help="a run folder to write per member")
    parser.add_argument("--bundle", required=True, type=Path)
    parser.add_argument("--data", required=True)
    parser.add_argument("--sets", default="all")
    parser.add_argument("--cache", default=HERE / "cache")
    args = parser.parse_args()
    (features, model, *_), _, _ = load_bundle(args.bundle)
    sets = [load_set(name, args.data, features, args.cache) for name in set_names(args.sets)]
    table, idf, bags, _, bases = join_sets(sets, features, TrainConfig.minimum_events)
    count = len(table.counts)
    if (count, len(args.runs)) != (len(model.row_vectors), len(model.content.members)):
        raise SystemExit(f"The bundle has {len(model.row_vectors)} known rows and {len(model.content.members)} members; "
                         f"the data gives {count} rows, and {len(args.runs)} run folders were named.")
    rows_of = [table.rows(s.lookups) for s in sets]
    first = representatives(sets, rows_of, bases, count)
    _, biases = content_of(model, bags, first, len(features.fields))
    groups = np.concatenate([s.groups for s in sets])[first]
    taken = content_disbelieved(biases[:, 2], ratings_per_row(sets, rows_of, count), groups, FinishConfig())
    config = replace(TrainConfig(), model=model.config)
    for run, member in zip(args.runs, members_of(model, features, table, model.row_biases[:, 2] + taken)):
        run.mkdir(parents=True, exist_ok=True)
        save_checkpoint(run / "checkpoint.pt", member, None, 0, config, table, idf, features, sets, False)


if __name__ == "__main__":
    main()
