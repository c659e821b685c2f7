"""Cases to judge a model by, from the people whom no training meets: the form that evaluate.py and `npm run benchmark` read.

 - next: a person's history before the last thing they liked, which is to be found among everything.
 - share: one person's liked things, of which another's first k events are known: which did they like later? share-rated:
   among those that they later rated at all.
Who is paired with whom follows from FNV-1a-32 of SET/PERSON. Where a set has no order (goodbooks, anime, Book-Crossing,
what was heard), "last" and "first" mean nothing but some.
"""
from data import LIKED, REGISTRY
from features import fnv1a32

MOST = 2000          # cases of a variant
KNOWN = (1, 2, 3, 5, 10, 20)
WINDOW = 100         # events; earlier ones are only excluded
TRIES = 20           # people whose things are tried for a friend
LEAST = {"share": 10, "share-rated": 2}  # candidates


def histories(name, events):
    """{person: [(thing, rating, seconds or None)] oldest first}, people by hash"""
    found = {}
    for user, thing, rating, time in events:
        found.setdefault(user, []).append((thing, round(rating, 4), int(time) if REGISTRY[name].time == "seconds" else None))
    return dict(sorted(found.items(), key=lambda entry: (fnv1a32(f"{name}/{entry[0]}".encode("utf-8")), entry[0])))


def liked(name, events):
    """Things that were liked, in order; a code for "met, not rated" is no liking"""
    met = REGISTRY[name].met
    return [thing for thing, rating, _ in events if rating >= LIKED and rating != met]


def next_cases(name, people):
    for user, events in people.items():
        wanted = liked(name, events)
        place = next((n for n in range(len(events) - 1, 0, -1) if events[n][0] == wanted[-1]), 0) if wanted else 0
        if place:
            yield {"id": f"next-{name}-{user}", "task": "next", "variant": "next", "events": events[max(0, place - WINDOW):place],
                   "candidates": "all", "relevant": [wanted[-1]], "exclude": [thing for thing, _, _ in events[:max(0, place - WINDOW)]]}


def share_cases(name, people, variant):
    users, met = list(people), REGISTRY[name].met
    for number, friend in enumerate(users):
        events = people[friend]
        for known in (k for k in KNOWN if k < len(events)):
            before, after = {thing for thing, _, _ in events[:known]}, events[known:]
            good = set(liked(name, after))
            judged = {thing for thing, rating, _ in after if rating != met}
            for further in range(1, min(TRIES, len(users) - 1) + 1):
                curator = users[(number + further) % len(users)]
                candidates = [thing for thing in dict.fromkeys(liked(name, people[curator])) if thing not in before
                              and (variant == "share" or thing in judged)]
                relevant = [thing for thing in candidates if thing in good]
                if len(candidates) >= LEAST[variant] and 0 < len(relevant) < len(candidates):
                    yield {"id": f"{variant}-{name}-{friend}-{curator}-k{known}", "task": "share", "variant": variant, "k": known,
                           "curator": curator, "friend": friend, "events": events[:known], "candidates": sorted(candidates),
                           "relevant": relevant}
                    break


def cases(name, events):
    """Events of the people who judge, by person and oldest first -> cases, at most MOST of a variant"""
    people, out = histories(name, events), []
    made = [next_cases(name, people), share_cases(name, people, "share")]
    if REGISTRY[name].rated:
        made.append(share_cases(name, people, "share-rated"))
    for variant in made:
        out += [case for _, case in zip(range(MOST), variant)]
    return out
