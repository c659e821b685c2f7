"""The tag head: likely tags of an item from its vector, for items that came without tags.

One logistic regression per tag and kind group on the learned part of an item's vector, with the item's own tags hidden
from it. Tags that different sets write differently are one tag ("Sci-Fi", "scifi", "science fiction"). Its output is
suggestions with a confidence; nothing writes them into a user's data.
"""
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

# phrase as normalised -> what it is called here; only where two spellings certainly mean one thing.
SYNONYMS = {"sci fi": "science fiction", "scifi": "science fiction", "sf": "science fiction", "ya": "young adult",
            "nonfiction": "non fiction", "classic": "classics", "children s": "children", "childrens": "children",
            "kids": "children", "bio": "biography", "biographies": "biography", "memoirs": "memoir",
            "mysteries": "mystery", "thrillers": "thriller", "romances": "romance", "comics": "comic",
            "graphic novels": "graphic novel", "hip hop": "hip hop", "hiphop": "hip hop", "rap hip hop": "hip hop",
            "rnb": "r b", "electronica": "electronic", "favourites": "", "favorites": "", "to read": "", "owned": "",
            "seen live": "", "tv": "", "imax": "", "no genres listed": "", "fiction": "", "albums i own": ""}


@dataclass
class TagHead:
    names: list          # [T] tag, as shown
    groups: list         # [T] kind group it belongs to
    weights: np.ndarray  # float32 [T, W]
    biases: np.ndarray   # float32 [T]
    held_out: float      # mean average precision on items left out, tags of each item ranked


def tag_name(features, tag):
    phrase = features.phrase(tag)
    return SYNONYMS.get(phrase, phrase)


def fit_tags(vectors, groups, item_tags, least=60, most=150, steps=300, seed=0):
    """vectors float [n, W] made without tags, groups [n], item_tags [n] sets of names -> TagHead

    Per group the `most` commonest tags with at least `least` items; a tenth of the items is left out to be measured on.
    """
    rng = np.random.default_rng(seed)
    names, owners, weights, biases, precisions = [], [], [], [], []
    for group in sorted(set(groups)):
        members = np.array([n for n in np.flatnonzero(groups == group) if item_tags[n]])
        if len(members) < 10 * least:
            continue
        counts = {}
        for n in members:
            for tag in item_tags[n]:
                counts[tag] = counts.get(tag, 0) + 1
        chosen = sorted((tag for tag, count in counts.items() if count >= least), key=lambda t: (-counts[t], t))[:most]
        place = {tag: column for column, tag in enumerate(chosen)}
        truth = torch.zeros(len(members), len(chosen))
        for row, n in enumerate(members):
            truth[row, [place[tag] for tag in item_tags[n] if tag in place]] = 1.0
        x = vectors[torch.as_tensor(members)]
        left_out = torch.as_tensor(rng.random(len(members)) < 0.1)
        torch.manual_seed(seed)
        weight = torch.zeros(x.shape[1], len(chosen), requires_grad=True)
        rate = truth.mean(0).clamp(1e-4, 1 - 1e-4)
        bias = torch.log(rate / (1 - rate)).requires_grad_(True)
        optimiser = torch.optim.Adam([weight, bias], lr=0.05)
        train, goal = x[~left_out], truth[~left_out]
        for step in range(steps):
            batch = torch.randint(len(train), (2048,))
            loss = F.binary_cross_entropy_with_logits(train[batch] @ weight + bias, goal[batch]) + 1e-5 * weight.pow(2).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            optimiser.param_groups[0]["lr"] = 0.05 * (1 - step / steps)
        with torch.no_grad():
            scores = (x[left_out] @ weight + bias).numpy()
        precisions += [average_precision(s, t) for s, t in zip(scores, truth[left_out].numpy()) if t.any()]
        names += chosen
        owners += [group] * len(chosen)
        weights.append(weight.detach().numpy().T)
        biases.append(bias.detach().numpy())
    if not names:
        return TagHead([], [], np.zeros((0, vectors.shape[1]), np.float32), np.zeros(0, np.float32), float("nan"))
    return TagHead(names, owners, np.concatenate(weights).astype(np.float32), np.concatenate(biases).astype(np.float32),
                   float(np.mean(precisions)) if precisions else float("nan"))


def average_precision(scores, truth):
    hits = truth[np.argsort(-scores, kind="stable")] > 0
    return float((np.cumsum(hits)[hits] / (np.flatnonzero(hits) + 1)).mean())
