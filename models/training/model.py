"""The recommender: an item encoder over hashed bags, rows for known items, a small causal transformer, three heads.

A *member* is trained by gradient (train.py). The *recommender* is a few members, trained alike but for the seed, whose
scores are averaged (deep ensembles, Lakshminarayanan et al. 2017), and a closed-form part fitted afterwards (finish.py).
Everything stays a dot product: members' vectors and queries lie side by side in one vector and one query.

Sizes in comments: n items, b windows, L window length, W width of one member, M members, T loadings, D = M W + T + 1 (a
vector: learned parts, loadings, expected rating), F fields, H = 3 heads (next, future, like).
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
    dim: int = 40                                       # W
    layers: int = 2
    attention_heads: int = 2
    hidden: int = 128                                   # feed-forward width, transformer and item encoder
    half_lives: tuple = (2.0, 8.0, 32.0, 1e9)           # events; the pooled residual's memories
    dropout: float = 0.1
    token_std: float = 0.02                             # small: an unseen token must start close to zero
    loadings: int = 15                                  # T: dimensions of personal taste in closed form (taste.py)
    taste_steps: int = 10                               # of conjugate gradients
    taste_scale: float = 8.0                            # vectors hold loadings and expected ratings times this


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
        field_mask [n, F] in {0, 1} -> vectors [n, W], biases [n, H]"""
        bags = F.embedding_bag(buckets, self.table, offsets, mode="sum", per_sample_weights=weights)
        bags = bags.view(*field_mask.shape, -1)                                  # [n, F, W]
        return self.head((bags * (self.field_weight * field_mask).unsqueeze(-1)).sum(1))

    def head(self, bag):
        """[n, W] -> [n, W], [n, H]"""
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


class TastePosterior(nn.Module):
    """The closed-form part of the like query: ridge regression of an event's rating, less the expected rating of the
    item, on the item's loadings (taste.py). Conjugate gradients (Hestenes & Stiefel 1952) reach the solution of a
    [T, T] system in T steps and need only products, which every execution provider has.
    """

    def __init__(self, config, rating_values):
        """rating_values float [ratings]: the rating a bucket stands for; NaN = no information on liking"""
        super().__init__()
        self.size, self.scale, self.steps = config.loadings, config.taste_scale, config.taste_steps
        values = torch.as_tensor(rating_values, dtype=torch.float32)
        self.register_buffer("judged", (~torch.isnan(values)).float().unsqueeze(1))          # [ratings, 1]
        self.register_buffer("value", torch.nan_to_num(values).unsqueeze(1))                 # [ratings, 1]
        # Noise variance s2 per event; log-odds of liking per unit of rating that the posterior says a person adds to an
        # item's expected rating, and per unit of that expected rating itself, beside the biases. `finish.py` sets them.
        self.register_buffer("noise", torch.tensor(0.03))
        self.register_buffer("strength", torch.tensor(0.0))
        self.register_buffer("expectation", torch.tensor(0.0))

    def forward(self, taste, rating_buckets):
        """taste [b, L, T + 1] (loadings and expected rating, scaled), buckets int [b, L] -> query part [b, T + 1]"""
        judged = F.embedding(rating_buckets, self.judged).squeeze(2)             # [b, L]
        value = F.embedding(rating_buckets, self.value).squeeze(2)
        loadings = taste[:, :, :self.size] / self.scale * judged.unsqueeze(2)    # [b, L, T]
        residual = (value - taste[:, :, self.size] / self.scale) * judged        # [b, L]
        right = (residual.unsqueeze(1) @ loadings)[:, 0] / self.noise            # [b, T]
        # (I + Q'Q / s2) p = Q'r / s2, never formed: two thin products a step.
        answer, remainder, direction = torch.zeros_like(right), right, right
        square = (remainder * remainder).sum(1, keepdim=True)                    # [b, 1]
        for _ in range(self.steps):
            along = (loadings @ direction.unsqueeze(2)).transpose(1, 2)          # [b, 1, L]
            applied = direction + (along @ loadings)[:, 0] / self.noise          # [b, T]
            step = square / ((direction * applied).sum(1, keepdim=True) + 1e-12)
            answer = answer + step * direction
            remainder = remainder - step * applied
            after = (remainder * remainder).sum(1, keepdim=True)
            direction = remainder + after / (square + 1e-12) * direction
            square = after
        expected = torch.ones_like(answer[:, :1]) * self.expectation
        return torch.cat([answer * self.strength, expected], dim=1) / self.scale


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
        self.pool_map = nn.Parameter(torch.eye(dim).repeat(heads, 1, 1))         # [H, W, W]
        age = (torch.arange(length).unsqueeze(1) - torch.arange(length)).float()
        decay = torch.stack([torch.where(age >= 0, 0.5 ** (age.clamp(min=0) / h), torch.zeros(()))
                             for h in config.half_lives])
        self.register_buffer("decay", decay, persistent=False)                   # [memories, L query, L key]
        nn.init.normal_(self.rating.weight, std=0.05)
        nn.init.normal_(self.gap.weight, std=0.05)
        nn.init.normal_(self.queries.weight, std=0.02)

    def forward(self, vectors, rating_buckets, gap_buckets, last_only=True):
        """vectors [b, L, W] (zero where padded), buckets int [b, L] -> queries [b, H, W], or [b, L, H, W]

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
        queries = self.queries(x)                                                # [b, l, H * W]
        weight = F.embedding(rating_buckets, self.pool_rating.t()) * valid.unsqueeze(-1)  # [b, L, H]
        # Mass grows with evidence and saturates: dividing by its root keeps short histories modest.
        mass = (decay @ valid.unsqueeze(1).unsqueeze(-1) + 1.0).sqrt()           # [b, memories, l, 1]
        b, l = x.shape[:2]
        share = self.pool_memory.t().unsqueeze(1) / mass                         # [b, memories, l, H]
        share = share.permute(2, 0, 3, 1).reshape(l, -1, share.shape[1])         # [l, b * H, memories]
        mixed = (share @ decay.transpose(0, 1)).view(l, b, len(HEADS), -1)       # [l, b, H, L]
        mixed = mixed.permute(1, 2, 0, 3) * weight.transpose(1, 2).unsqueeze(2)  # [b, H, l, L]
        pooled = mixed @ vectors.unsqueeze(1)                                    # [b, H, l, W]
        pooled = pooled @ self.pool_map                                          # [b, H, l, W]
        out = queries.view(b, l, len(HEADS), -1) + pooled.transpose(1, 2)
        return out[:, 0] if last_only else out


class Member(nn.Module):
    """What one run of train.py trains."""

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
        -> vectors [n, W], biases [n, H]: content + known row"""
        vectors, biases = self.items(*bags, field_mask)
        known = (row_mask * (rows >= 0)).unsqueeze(-1)
        rows = rows.clamp(min=0)
        return (vectors + F.embedding(rows, self.row_vectors) * known,
                biases + F.embedding(rows, self.row_biases) * known)


class ContentEncoder(nn.Module):
    """The members' item encoders side by side, and the prediction of loadings and expected rating from content."""

    def __init__(self, config, members):
        super().__init__()
        self.members = nn.ModuleList(member.items for member in members)
        learned = config.dim * len(members)
        self.taste = nn.Sequential(nn.Linear(learned, 64), nn.GELU(), nn.Linear(64, config.loadings + 1))
        for parameter in (self.taste[2].weight, self.taste[2].bias):
            nn.init.zeros_(parameter)  # zero until `finish.py` fits it

    def join(self, parts):
        """[(vectors [n, W], biases [n, H])] of the members -> vectors [n, D], biases [n, H]"""
        vectors = torch.cat([vector for vector, _ in parts], dim=1)
        biases = sum(bias for _, bias in parts) / len(parts)
        return torch.cat([vectors, self.taste(vectors)], dim=1), biases

    def forward(self, bags, field_mask):
        return self.join([member(*bags, field_mask) for member in self.members])


class QueryEncoder(nn.Module):
    """The members' history encoders side by side, and the closed-form part of the like query."""

    def __init__(self, config, members, rating_values):
        super().__init__()
        self.dim = config.dim
        self.members = nn.ModuleList(member.history for member in members)
        self.posterior = TastePosterior(config, rating_values)

    def forward(self, vectors, rating_buckets, gap_buckets):
        """vectors [b, L, D] (zero where padded), buckets int [b, L] -> queries [b, H, D]"""
        parts = [member(vectors[:, :, n * self.dim:(n + 1) * self.dim], rating_buckets, gap_buckets) / len(self.members)
                 for n, member in enumerate(self.members)]                       # M of [b, H, W]
        taste = self.posterior(vectors[:, :, len(parts) * self.dim:], rating_buckets).unsqueeze(1)
        silent = torch.zeros_like(taste)                                         # [b, 1, T + 1]
        return torch.cat([*parts, torch.cat([silent, silent, taste], dim=1)], dim=2)


class Recommender(nn.Module):
    """Members and the closed-form part: what a bundle holds."""

    def __init__(self, config, members, features):
        super().__init__()
        self.config = config
        self.content = ContentEncoder(config, members)
        self.history = QueryEncoder(config, members, features.rating_values)
        # A known row's vector: the members' parts, and what is fitted afterwards. Biases: the members' mean.
        learned = torch.cat([member.row_vectors.detach() for member in members], dim=1)
        self.register_buffer("row_vectors", torch.cat([learned, torch.zeros(len(learned), config.loadings + 1)], dim=1))
        self.register_buffer("row_biases", sum(member.row_biases.detach() for member in members) / len(members))
        self.learned, self.width = learned.shape[1], self.row_vectors.shape[1]
        self.requires_grad_(False)

    @property
    def idf(self):
        return self.content.members[0].idf

    def encode(self, bags, rows, field_mask=None):
        """bags as Member.encode takes them, rows int [n] (-1 = unknown) -> vectors [n, D], biases [n, H] as the
        contract assembles them: content + known row"""
        if field_mask is None:
            field_mask = torch.ones(len(rows), len(self.content.members[0].field_weight))
        vectors, biases = self.content(bags, field_mask)
        known = (rows >= 0).float().unsqueeze(-1)
        rows = rows.clamp(min=0)
        return (vectors + F.embedding(rows, self.row_vectors) * known,
                biases + F.embedding(rows, self.row_biases) * known)


class Bags:
    """Items' tokens as ragged, weighted bags, so that no time is spent on padding.

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
