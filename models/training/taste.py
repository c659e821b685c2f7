"""Personal taste in closed form: how far "liked it more than others did" generalises to other items.

A person's rating of item i is modelled as  mu[i] + q[i] . p + noise,  p ~ N(0, I),  noise ~ N(0, s2): Bayesian factor
analysis with missing values (Tipping & Bishop 1999; as probabilistic matrix factorisation, Salakhutdinov & Mnih 2008),
fitted by EM to the training ratings of one kind group at a time. mu is the item's expected rating, q [T] its loadings;
the first loading starts equal for all items and is a person's generosity. From k known events the posterior mean of p is
a ridge regression of the *residuals* rating - mu on the loadings, so that a person is compared with what others thought
of the same things, and with no events it is zero: the expected rating alone. The history encoder solves it (model.py).

How reliable the personal part is differs by kind: `reliability` is the factor in 0..1 on the loadings with
which the ratings of held-out training users are ranked best. Where taste cannot be estimated from a few ratings it is 0.
Each kind group has dimensions of its own, because nothing here says how taste in films bears on taste in books.
"""
from dataclasses import dataclass

import numpy as np
import torch

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)   # tried as reliability
KNOWN_EVENTS = (3, 10, 20)             # events a held-out user is known by


@dataclass
class TasteFit:
    rows: np.ndarray       # int [m]: known rows with ratings
    expected: np.ndarray   # float32 [m]: mu, in 0..1
    ratings: np.ndarray    # int [m]: how many people rated it
    loadings: np.ndarray   # float32 [m, size], reliability multiplied in
    noise: float           # s2
    reliability: float
    gain: float            # AUC within held-out users, with the personal part less without it


@dataclass
class Ratings:
    """One kind group's ratings, sorted by user. `level` [sets]: mean rating of each set, taken off `values`."""
    users: np.ndarray
    items: np.ndarray      # position in `rows`
    values: np.ndarray     # float32: rating less its set's mean
    liked: np.ndarray      # bool
    rows: np.ndarray       # int [m]: known row of each position
    level: np.ndarray      # float [m]: mean rating of the sets an item was rated in, weighted by ratings


def group_ratings(sets, rows_of, liked_from):
    """All ratings of known items of these sets (one kind group); a code for "met, not rated" is no rating."""
    users, rows, values, liked, levels, base = [], [], [], [], [], 0
    for s, rows_in_set in zip(sets, rows_of):
        count = len(s.starts) - 1
        user = np.concatenate([np.repeat(np.arange(count), np.diff(s.starts)),
                               np.repeat(np.arange(count), np.diff(s.met_starts))])
        row = rows_in_set[np.concatenate([s.items, s.met_items])]
        value = np.concatenate([s.ratings, np.full(len(s.met_items), 0.4, np.float32)]).astype(np.float64)
        keep = row >= 0
        if s.info.met is not None:
            keep &= ~np.isclose(value, s.info.met)
        if not s.info.rated or not keep.any():
            continue
        level = value[keep].mean()
        users.append(user[keep] + base)
        rows.append(row[keep])
        values.append(value[keep] - level)
        liked.append(value[keep] >= liked_from)
        levels.append(np.full(int(keep.sum()), level))
        base += count
    users, rows, values, liked, levels = map(np.concatenate, (users, rows, values, liked, levels))
    found, items = np.unique(rows, return_inverse=True)
    order = np.argsort(users, kind="stable")
    level = np.bincount(items, weights=levels) / np.bincount(items)
    return Ratings(users[order], items[order], values[order].astype(np.float32), liked[order], found, level)


def expectation_maximisation(users, items, values, n, size, steps, prior_ratings, shrink, seed, chunk=400_000):
    """-> mu [n], loadings [n, size], s2. `prior_ratings`: imaginary average ratings per item; `shrink` pulls loadings
    to their mean. Parameter expansion (Liu, Rubin & Wu 1998): the loadings absorb the people's covariance each round."""
    people = int(users.max()) + 1
    count = np.bincount(items, minlength=n)
    u, i, y = torch.as_tensor(users), torch.as_tensor(items), torch.as_tensor(values)
    mu = torch.as_tensor(np.bincount(items, weights=values, minlength=n) / (count + prior_ratings)).float()
    generator = torch.Generator().manual_seed(seed)
    q = torch.randn(n, size, generator=generator) * 0.05
    q[:, 0] = 0.12
    s2, eye = 0.03, torch.eye(size)
    parts = [slice(start, start + chunk) for start in range(0, len(users), chunk)]
    present = torch.bincount(u, minlength=people) > 0

    def gather(owner, others, count, weigh, target):
        """sums over an owner's ratings: [count, T, T] of weigh(rating), [count, T] of others * target"""
        a, b = torch.zeros(count, size, size), torch.zeros(count, size)
        for part in parts:
            a.index_add_(0, owner[part], weigh(part))
            b.index_add_(0, owner[part], others(part) * target[part, None])
        return a, b

    for step in range(steps):
        residual = y - mu[i]
        a, b = gather(u, lambda part: q[i[part]], people,
                      lambda part: q[i[part]].unsqueeze(2) * q[i[part]].unsqueeze(1), residual)
        spread = torch.linalg.inv(a / s2 + eye)                                   # posterior covariance [people, T, T]
        mean = (spread @ (b / s2).unsqueeze(2)).squeeze(2)                        # [people, T]
        second = spread + mean.unsqueeze(2) * mean.unsqueeze(1)
        a, b = gather(i, lambda part: mean[u[part]], n, lambda part: second[u[part]], residual)
        centre = q.mean(0) if step > 2 else torch.zeros(size)
        q = torch.linalg.solve(a / s2 + shrink * eye, b / s2 + shrink * centre)
        expand = torch.linalg.cholesky(second[present].mean(0))
        q = q @ expand
        back = torch.linalg.inv(expand)
        mean, spread = mean @ back.t(), back @ spread @ back.t()
        fitted, variance = torch.empty_like(y), torch.empty_like(y)
        for part in parts:
            loading, person = q[i[part]], u[part]
            fitted[part] = (loading * mean[person]).sum(1)
            variance[part] = torch.einsum("nd,nde,ne->n", loading, spread[person], loading)
        s2 = float(((residual - fitted) ** 2 + variance).mean())
        mu = torch.as_tensor(np.bincount(items, weights=(y - fitted).numpy(), minlength=n)
                             / (count + prior_ratings)).float()
    return mu.numpy(), q.numpy(), s2


def posterior(loadings, residuals, noise):
    """Mean of p given events: loadings [k, T], residuals [k] -> [T]"""
    precision = np.eye(loadings.shape[1]) + loadings.T @ loadings / noise
    return np.linalg.solve(precision, loadings.T @ residuals / noise)


def within_person_auc(ratings, held_out, mu, q, s2, rng):
    """Mean AUC (liked or not) over held-out users' later ratings, known by KNOWN_EVENTS of theirs; [SHARES], and of how
    many"""
    starts = np.searchsorted(ratings.users, held_out)
    ends = np.searchsorted(ratings.users, held_out, side="right")
    found = []
    for start, end in zip(starts, ends):
        rows = rng.permutation(np.arange(start, end))
        for k in KNOWN_EVENTS:
            known, later = rows[:k], rows[k:]
            good = ratings.liked[later]
            if len(known) < k or good.sum() < 1 or (~good).sum() < 1:
                continue
            j = ratings.items[known]
            i = ratings.items[later]
            scores = np.stack([mu[i] + share * (q[i] @ posterior(share * q[j], ratings.values[known] - mu[j], s2))
                               for share in SHARES])
            difference = scores[:, good][:, :, None] - scores[:, ~good][:, None, :]
            found.append(((difference > 0) + 0.5 * (difference == 0)).mean((1, 2)))
    return np.mean(found, axis=0) if found else np.zeros(len(SHARES)), len(found)


def fit_group(sets, rows_of, size, seed, liked_from, steps=12, prior_ratings=8.0, shrink=20.0, most_users=1500):
    """One kind group -> TasteFit. Reliability is chosen on a tenth of the users, left out of a fit of its own.

    Expected ratings are plain shrunk means, not EM's mu: that is what a *typical* person would say, which differs where
    an item is rated mostly by its admirers, and it ranks a little worse for people of whom nothing is known.
    """
    ratings = group_ratings(sets, rows_of, liked_from)
    n = len(ratings.rows)
    count = np.bincount(ratings.items, minlength=n)
    plain = np.bincount(ratings.items, weights=ratings.values, minlength=n) / (count + prior_ratings)
    expected = (ratings.level + plain).astype(np.float32)
    if size == 0:
        return TasteFit(ratings.rows, expected, count, np.zeros((n, 0), np.float32), 1.0, 0.0, 0.0)
    fit = (n, size, steps, prior_ratings, shrink, seed)
    rng, everyone = np.random.default_rng(seed), np.unique(ratings.users)
    held_out = np.sort(rng.permutation(everyone)[: min(most_users, len(everyone) // 10)])
    keep = ~np.isin(ratings.users, held_out)
    fitted = expectation_maximisation(ratings.users[keep], ratings.items[keep], ratings.values[keep], *fit)
    auc, tried = within_person_auc(ratings, held_out, *fitted, rng)
    best = int(np.argmax(auc)) if tried >= 100 else 0
    _, q, s2 = expectation_maximisation(ratings.users, ratings.items, ratings.values, *fit)
    return TasteFit(ratings.rows, expected, count, (SHARES[best] * q).astype(np.float32), s2, SHARES[best],
                    float(auc[best] - auc[0]))
