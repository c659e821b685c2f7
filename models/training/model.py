"""The recommender: an item encoder over hashed bags, rows for known items, a small causal transformer, three heads.

Sizes in comments: n items, b windows, L window length, D width, F fields, H = 3 heads (next, future, like).
The transformer is SASRec's (Kang & McAuley 2018) with a learned bias per distance instead of absolute positions
(Raffel et al. 2020); the item encoder follows the hashed-feature idea of YouTube's towers (Yi et al. 2019).
"""
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

HEADS = ("next", "future", "like")


@dataclass(frozen=True)
class ModelConfig:
    dim: int = 64
    layers: int = 2
    attention_heads: int = 2
    hidden: int = 128                                   # feed-forward width, transformer and item encoder
    half_lives: tuple = (2.0, 8.0, 32.0, 1e9)           # events; the pooled residual's memories
    dropout: float = 0.1
    token_std: float = 0.02                             # small: an unseen token must start close to silent


class ItemEncoder(nn.Module):
    """Token buckets of an item -> vector and biases. Each field is an IDF-weighted, L2-normalised bag."""

    def __init__(self, config, buckets, fields, idf):
        super().__init__()
        self.register_buffer("idf", torch.as_tensor(idf))                        # [buckets], 0 = never trained
        self.table = nn.Parameter(torch.randn(buckets, config.dim) * config.token_std)
        self.field_weight = nn.Parameter(torch.ones(fields))
        self.mlp = nn.Sequential(nn.LayerNorm(config.dim), nn.Linear(config.dim, config.hidden), nn.GELU(),
                                 nn.Linear(config.hidden, config.dim))
        self.norm = nn.LayerNorm(config.dim)
        self.bias = nn.Linear(config.dim, len(HEADS))
        nn.init.constant_(self.norm.weight, 0.4)                                 # dot products of about 10 at most
        nn.init.zeros_(self.bias.weight)

    def forward(self, buckets, weights, offsets, field_mask):
        """buckets int [t] and weights [t] of all tokens, field by field; offsets [n * F] starts of the bags;
        field_mask [n, F] in {0, 1} -> vectors [n, D], biases [n, H]"""
        bags = F.embedding_bag(buckets, self.table, offsets, mode="sum", per_sample_weights=weights)
        bags = bags.view(*field_mask.shape, -1)                                  # [n, F, D]
        return self.head((bags * (self.field_weight * field_mask).unsqueeze(-1)).sum(1))

    def head(self, bag):
        """[n, D] -> [n, D], [n, H]"""
        vectors = self.norm(bag + self.mlp(bag))
        return vectors, self.bias(vectors)


class Attention(nn.Module):
    def __init__(self, config, length):
        super().__init__()
        self.heads = config.attention_heads
        self.scale = (config.dim // config.attention_heads) ** -0.5
        self.qkv = nn.Linear(config.dim, 3 * config.dim)
        self.out = nn.Linear(config.dim, config.dim)
        self.distance = nn.Parameter(torch.zeros(self.heads, length))            # bias per age difference
        age = torch.arange(length).unsqueeze(1) - torch.arange(length)           # [L, L] query minus key
        self.register_buffer("age", age.clamp(min=0), persistent=False)
        self.register_buffer("causal", (age < 0).float() * -1e4, persistent=False)

    def forward(self, x, padding):
        """x [b, L, D], padding [b, 1, 1, L] (0 or -1e4 per key: finite, so that all-padding rows stay finite)"""
        b, length, dim = x.shape
        q, k, v = self.qkv(x).view(b, length, 3, self.heads, dim // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) * self.scale                            # [b, heads, L, L]
        scores = scores + self.distance[:, self.age] + self.causal + padding
        return self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, length, dim))


class HistoryEncoder(nn.Module):
    """A window of events, left-padded, oldest first -> one query per head.

    query = projection of the transformer's state + a *pooled residual*: item vectors averaged under several
    half-lives, weighted by how well each was liked; a learned item-to-item nearest neighbour.
    """

    def __init__(self, config, length, rating_count, gap_count):
        super().__init__()
        dim, heads, memories = config.dim, len(HEADS), len(config.half_lives)
        self.length = length
        self.inputs = nn.Linear(dim, dim)
        self.rating = nn.Embedding(rating_count, dim)
        self.gap = nn.Embedding(gap_count, dim)
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(2 * config.layers + 1))
        self.attention = nn.ModuleList(Attention(config, length) for _ in range(config.layers))
        self.forwards = nn.ModuleList(nn.Sequential(nn.Linear(dim, config.hidden), nn.GELU(),
                                                    nn.Linear(config.hidden, dim)) for _ in range(config.layers))
        self.dropout = nn.Dropout(config.dropout)
        self.queries = nn.Linear(dim, heads * dim)
        # How much an event of each rating bucket counts, per head: from -0.5 (worst) to 1 (best), unrated 0.6.
        start = torch.cat([torch.tensor([0.0, 0.6]), torch.linspace(-0.5, 1.0, rating_count - 2)])
        self.pool_rating = nn.Parameter(start.repeat(heads, 1))                  # [H, ratings]
        self.pool_memory = nn.Parameter(torch.full((heads, memories), 1.0 / memories))
        self.pool_map = nn.Parameter(torch.eye(dim).repeat(heads, 1, 1))         # [H, D, D]
        age = (torch.arange(length).unsqueeze(1) - torch.arange(length)).float()
        decay = torch.stack([torch.where(age >= 0, 0.5 ** (age.clamp(min=0) / h), torch.zeros(()))
                             for h in config.half_lives])
        self.register_buffer("decay", decay, persistent=False)                   # [memories, L query, L key]
        nn.init.normal_(self.rating.weight, std=0.05)
        nn.init.normal_(self.gap.weight, std=0.05)
        nn.init.normal_(self.queries.weight, std=0.02)

    def forward(self, vectors, rating_buckets, gap_buckets, last_only=True):
        """vectors [b, L, D] (zero where padded), buckets int [b, L] -> queries [b, H, D], or [b, L, H, D]

        Padding is read from the rating bucket (0). The gap that comes in belongs to an event and its *next newer*
        one; shifted by one, each position sees only the gap behind it and no position sees its own future.
        """
        valid = rating_buckets.float().clamp(0.0, 1.0)                           # no integer comparisons: WebGPU
        gaps = self.gap(gap_buckets)
        gaps = torch.cat([torch.zeros_like(gaps[:, :1]), gaps[:, :-1]], dim=1)
        x = self.inputs(vectors) + self.rating(rating_buckets) + gaps
        x = self.dropout(x)
        padding = ((1.0 - valid) * -1e4).unsqueeze(1).unsqueeze(1)
        for layer, (attention, forward) in enumerate(zip(self.attention, self.forwards)):
            x = x + self.dropout(attention(self.norms[2 * layer](x), padding))
            x = x + self.dropout(forward(self.norms[2 * layer + 1](x)))
        x = self.norms[-1](x)
        decay = self.decay
        if last_only:
            x, decay = x[:, -1:], decay[:, -1:]
        queries = self.queries(x)                                                # [b, l, H * D]
        weight = F.embedding(rating_buckets, self.pool_rating.t()) * valid.unsqueeze(-1)  # [b, L, H]
        # Mass grows with evidence and saturates: dividing by its root keeps short histories modest.
        mass = (decay @ valid.unsqueeze(1).unsqueeze(-1) + 1.0).sqrt()           # [b, memories, l, 1]
        b, l = x.shape[:2]
        share = self.pool_memory.t().unsqueeze(1) / mass                         # [b, memories, l, H]
        share = share.permute(2, 0, 3, 1).reshape(l, -1, share.shape[1])         # [l, b * H, memories]
        mixed = (share @ decay.transpose(0, 1)).view(l, b, len(HEADS), -1)       # [l, b, H, L]
        mixed = mixed.permute(1, 2, 0, 3) * weight.transpose(1, 2).unsqueeze(2)  # [b, H, l, L]
        pooled = mixed @ vectors.unsqueeze(1)                                    # [b, H, l, D]
        pooled = pooled @ self.pool_map                                          # [b, H, l, D]
        out = queries.view(b, l, len(HEADS), -1) + pooled.transpose(1, 2)
        return out[:, 0] if last_only else out


class Recommender(nn.Module):
    def __init__(self, config, features, idf, prior):
        """prior float [rows, H]: biases known rows start from."""
        super().__init__()
        self.config = config
        self.items = ItemEncoder(config, features.buckets, len(features.fields), idf)
        self.history = HistoryEncoder(config, features.length, features.rating_count, features.gap_count)
        prior = torch.as_tensor(prior)
        self.row_vectors = nn.Parameter(torch.zeros(len(prior), config.dim))
        self.row_biases = nn.Parameter(prior.clone())

    def encode(self, bags, rows, row_mask, field_mask):
        """bags = (buckets, weights, offsets), rows int [n] (-1 = unknown), row_mask [n] in {0, 1}
        -> vectors [n, D], biases [n, H] as the contract assembles them: content + known row"""
        vectors, biases = self.items(*bags, field_mask)
        known = (row_mask * (rows >= 0)).unsqueeze(-1)
        rows = rows.clamp(min=0)
        return (vectors + F.embedding(rows, self.row_vectors) * known,
                biases + F.embedding(rows, self.row_biases) * known)


class Bags:
    """A catalogue's tokens as ragged, weighted bags, so that no time is spent on padding.

    Weight of a token: IDF, L2-normalised within its field (its field's norm over the tokens the item has).
    """

    def __init__(self, tokens, slot_field, idf):
        """tokens int [n, slots], slot_field int [slots], idf float [buckets]"""
        tokens, slot_field = torch.as_tensor(tokens).long(), torch.as_tensor(slot_field)
        fields = int(slot_field.max()) + 1
        weights = torch.as_tensor(idf)[tokens]                                   # [n, slots]
        norms = torch.zeros(len(tokens), fields).index_add_(1, slot_field, weights ** 2)
        weights = weights / (norms[:, slot_field] + 1e-12).sqrt()
        used = weights > 0
        counts = torch.zeros(len(tokens), fields).index_add_(1, slot_field, used.float()).long()
        self.buckets, self.weights = tokens[used], weights[used]                 # [t], item by item, field by field
        self.counts = counts                                                     # [n, F]
        self.starts = torch.cat([torch.zeros(1, dtype=torch.long), counts.sum(1).cumsum(0)])
        self.fields = fields

    def take(self, items):
        """int [m] -> (buckets, weights, offsets) for these items"""
        sizes = self.counts[items].sum(1)
        ends = sizes.cumsum(0)
        position = torch.arange(int(ends[-1]) if len(ends) else 0) - torch.repeat_interleave(ends - sizes, sizes)
        position = position + torch.repeat_interleave(self.starts[items], sizes)
        per_field = self.counts[items].reshape(-1)
        return self.buckets[position], self.weights[position], per_field.cumsum(0) - per_field
