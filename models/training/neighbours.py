"""Co-occurrence of known items: a sparse table from EASE, for pairs that a 64-wide vector cannot memorise.

EASE (Steck 2019): B = -P / diag(P) with P = (X'X + lambda I)^-1 over binary likes X [people, items] of one kind group,
zero diagonal; people of all its sets are stacked, so that items two sets share are learned from both. Each item keeps
the largest entries of its row (weights on other items, given that it was liked), in int8 with a scale per row.
"""
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from scipy.linalg import lapack

from data import LIKED


@dataclass
class Neighbours:
    """Weight of row items[n] given that row j was liked: scales[j] * weights[n], n in starts[j] .. starts[j + 1]."""
    starts: np.ndarray    # uint32 [R + 1]
    items: np.ndarray     # uint16 [M]
    weights: np.ndarray   # int8 [M]
    scales: np.ndarray    # float32 [R]

    def matrix(self):
        """csr [R, R]: liked row by row"""
        rows = len(self.scales)
        values = self.weights * np.repeat(self.scales, np.diff(self.starts.astype(np.int64)))
        return sparse.csr_matrix((values.astype(np.float32), self.items.astype(np.int32),
                                  self.starts.astype(np.int64)), shape=(rows, rows))


def likes(sets, rows_of):
    """csr [people, R] binary: liked, or met where a set says no more than that"""
    people, rows, base = [], [], 0
    for s, rows_in_set in zip(sets, rows_of):
        liked = s.ratings >= LIKED
        if s.info.met is not None:
            liked |= np.isclose(s.ratings, s.info.met)
        row = rows_in_set[s.items]
        keep = liked & (row >= 0)
        people.append(np.repeat(np.arange(len(s.starts) - 1), np.diff(s.starts))[keep] + base)
        rows.append(row[keep])
        base += len(s.starts) - 1
    people, rows = np.concatenate(people), np.concatenate(rows)
    matrix = sparse.csr_matrix((np.ones(len(rows), np.float32), (people, rows)), shape=(base, int(rows.max()) + 1))
    matrix.data[:] = 1.0
    return matrix


def ease(matrix, regularisation):
    """csr [people, items] -> dense float32 [items, items]"""
    gram = (matrix.T @ matrix).toarray().astype(np.float32)
    diagonal = np.arange(len(gram))
    gram[diagonal, diagonal] += regularisation
    factor, failed = lapack.spotrf(gram, lower=0, overwrite_a=1, clean=0)
    inverse, failed_too = lapack.spotri(factor, lower=0, overwrite_c=1)
    if failed or failed_too:
        raise ValueError("the matrix of likes could not be inverted: raise the regularisation")
    inverse = np.triu(inverse)
    inverse += np.triu(inverse, 1).T
    out = inverse / -np.diag(inverse)[None, :]
    out[diagonal, diagonal] = 0.0
    return out


def fit_neighbours(groups, row_count, per_item, regularisation, least_likes, most_items):
    """groups: [(sets, rows_of)] -> Neighbours. An item needs `least_likes` likes; `most_items` bounds memory (the
    dense inverse is items^2 floats): the most liked come first."""
    speaker, spoken, value = [], [], []
    for sets, rows_of in groups:
        matrix = likes(sets, rows_of)
        count = np.asarray(matrix.sum(0)).ravel()
        chosen = np.flatnonzero(count >= least_likes)
        chosen = np.sort(chosen[np.argsort(-count[chosen], kind="stable")[:most_items]])
        weights = ease(matrix[:, chosen], regularisation)
        keep = min(per_item, len(chosen) - 1)
        best = np.argpartition(-np.abs(weights), keep, axis=1)[:, :keep]
        speaker.append(np.repeat(chosen, keep))
        spoken.append(chosen[best].ravel())
        value.append(np.take_along_axis(weights, best, 1).ravel())
    table = sparse.csr_matrix((np.concatenate(value), (np.concatenate(speaker), np.concatenate(spoken))),
                              shape=(row_count, row_count))
    table.sum_duplicates()
    starts = table.indptr.astype(np.int64)
    largest = np.zeros(row_count, np.float32)
    filled = np.diff(starts) > 0
    largest[filled] = np.maximum.reduceat(np.abs(table.data), starts[:-1][filled])
    scales = np.where(largest > 0, largest / 127.0, 1.0).astype(np.float32)
    rounded = np.clip(np.rint(table.data / np.repeat(scales, np.diff(starts))), -127, 127).astype(np.int8)
    keep = rounded != 0
    owner = np.repeat(np.arange(row_count), np.diff(starts))[keep]
    starts = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=row_count))])
    return Neighbours(starts.astype(np.uint32), table.indices[keep].astype(np.uint16), rounded[keep], scales)
