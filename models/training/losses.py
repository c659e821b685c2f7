"""The three losses of one batch."""
import numpy as np
import torch
import torch.nn.functional as F

from parallel import ALONE
from sampling import field_masks, item_noise


def losses(model, sampler, bags, rows, names, rng, step, config, device, processes=ALONE):
    """One batch -> losses [3] (next, future, like) and the penalty; over several processes this one's share of them, whose
    sum over all is the whole batch's. rng: the same in all processes."""
    items, rating, gap, targets, labels, negatives = sampler.batch(rng, step, processes)
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
    noise = item_noise(config.seed, step, ids, 2 + len(names))
    keep = noise[:, 0] >= hidden[rng.choice(len(hidden), p=chance)]
    take = torch.as_tensor(ids)
    item_rows = rows[take].to(device)
    vectors, biases = model.encode([part.to(device) for part in bags.take(take)], item_rows,
                                   torch.as_tensor(keep.astype(np.float32)).to(device),
                                   torch.as_tensor(field_masks(noise[:, 1:], names)).to(device))
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
    uses = target > 0                                                            # [b, L, 3]
    whole, sharers = whole_batch(uses.sum((0, 1)), ids - sampler.base, len(sampler.s.tokens), processes)
    out = []
    for head in (0, 1):
        use = uses[:, :, head]
        query, goal = queries[:, :, head][use], target[:, :, head][use]          # [m, W], [m]
        row = use.nonzero()[:, 0]
        positive = (query * vectors[goal]).sum(-1) + biases[goal, head]          # [m]
        others = torch.addmm(biases[negative, head] - log_q, query, vectors[negative].t())  # [m, K]
        others = torch.logsumexp(others.masked_fill_(blocked[row], -1e9), 1)
        out.append(F.softplus(others - positive).sum() / whole[head])  # = -log(e^p / (e^p + sum e^others))
    use = uses[:, :, 2]
    personal = (queries[:, :, 2] * vectors[target[:, :, 2]]).sum(-1)             # [b, L]
    logits = personal[use] + biases[target[:, :, 2][use], 2]
    truth = torch.as_tensor(labels).to(device)[use]
    out.append(F.binary_cross_entropy_with_logits(logits, truth, reduction="sum") / whole[2])
    # A person's mean level (generosity) is free; how their taste departs from everyone's is regularised: from few events
    # most of it is noise, and the item's average rating alone is hard to beat.
    centre = (personal * use).sum(1, keepdim=True) / use.sum(1, keepdim=True).clamp(min=1)
    taste = (((personal - centre) * use) ** 2).sum() / whole[2]
    decay = (model.row_vectors[item_rows.clamp(min=0)].pow(2).sum(1) * (item_rows >= 0) / sharers).sum()
    return torch.stack(out), config.vector_decay / config.batch * decay + config.taste_decay * taste


def whole_batch(targets, items, size, processes):
    """How many targets [3] each head has in the whole batch (at least 1), and how many processes meet each of this one's
    items: targets [3] of this process, items int [n] of the `size` items of a set"""
    present = torch.zeros(len(targets) + size, device=targets.device)
    present[:len(targets)] = targets
    places = torch.as_tensor(items, device=targets.device) + len(targets)
    present[places] = 1.0
    present = processes.sum(present)
    return present[:len(targets)].clamp(min=1), present[places]
