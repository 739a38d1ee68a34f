"""Writes Tests/SoftmaxCoreTests/Cases/references.json: exact answers for random and extreme logits.

Every number is computed with mpmath at 400 digits (enough for exp of differences of 1e3 beside 1)
and rounded once, to the nearest double. The logits are exact in float32 where they fit, so that the
same answers serve both precisions. Rows too long to write down are named by the seed of their
logits, and answered at some of their places. Run it with a Python that has mpmath:

    python scripts/references.py > Tests/SoftmaxCoreTests/Cases/references.json
"""

import json
import random
import struct

from mpmath import exp, fsum, log, mp, mpf

mp.dps = 400
source = random.Random(20)


def float32(x):
    return struct.unpack("f", struct.pack("f", x))[0] if abs(x) < 3e38 else x


def answers(logits, label, target):
    z = [mpf(x) for x in logits]
    y = [mpf(x) for x in target]
    peak = max(z)
    # What is 1e5 below the peak is 0 beside it at any precision looked at here.
    e = [exp(x - peak) if x - peak > -100000 else mpf(0) for x in z]
    total = fsum(e)
    log_sum = log(total)
    log_p = [x - peak - log_sum for x in z]
    p = [x / total for x in e]
    weight = fsum(y)
    one_hot = [mpf(i == label) for i in range(len(z))]
    return {
        "softmax": p,
        "logSoftmax": log_p,
        "logSumExp": peak + log_sum,
        "loss": -log_p[label],
        "gradient": [a - b for a, b in zip(p, one_hot)],
        "softLoss": -fsum(a * b for a, b in zip(y, log_p)),
        "softGradient": [a * weight - b for a, b in zip(p, y)],
        "entropy": -fsum(a * b for a, b in zip(p, log_p) if a),
        "divergence": fsum(a * (log(a) - b) for a, b in zip(y, log_p) if a),
    }


def case(logits):
    logits = [float32(x) for x in logits]
    label = source.randrange(len(logits))
    target = [float32(source.random()) for _ in logits]
    found = answers(logits, label, target)
    rounded = {
        name: [float(x) for x in value] if isinstance(value, list) else float(value)
        for name, value in found.items()
    }
    return {"logits": logits, "label": label, "target": target, **rounded}


MASK = 2**64 - 1


class SplitMix64:
    """The generator of SoftmaxCore."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def real(self, spread):
        """One of 2^24 numbers in -spread ... spread, the same in float32 and in Swift."""
        return float32(((self.next() >> 40) / 2**23 - 1) * spread)


def long_case(seed, count, spread):
    generator = SplitMix64(seed)
    logits = [generator.real(spread) for _ in range(count)]
    target = [abs(generator.real(1)) for _ in range(count)]
    label = generator.next() % count
    # 60 digits are enough for sums of positive terms that do not reach further apart than this.
    mp.dps = 60
    found = answers(logits, label, target)
    mp.dps = 400
    places = sorted({0, count - 1, label, logits.index(max(logits)), logits.index(min(logits))}
                    | {source.randrange(count) for _ in range(40)})
    return {
        "seed": seed, "count": count, "spread": spread, "label": label, "places": places,
        **{name: [float(value[place]) for place in places] if isinstance(value, list)
           else float(value) for name, value in found.items()},
    }


def vectors():
    # Every length around those of the vectors, their remainders and their blocks.
    for count in range(1, 71):
        yield [source.uniform(-5, 5) for _ in range(count)]
    for count in (2, 3, 10, 33, 64):
        # Mixed magnitudes: from 1e-12 to 1e3 in one row.
        yield [source.choice((-1, 1)) * 10 ** source.uniform(-12, 3) for _ in range(count)]
    for count in (1, 2, 3, 4, 5, 7, 8, 10, 16, 33):
        for spread in (1e-8, 1e-3, 1, 10, 100, 700):
            yield [source.uniform(-spread, spread) for _ in range(count)]
    for count, spread in ((100, 5), (257, 30), (1000, 3)):
        yield [source.uniform(-spread, spread) for _ in range(count)]
    for offset in (1e4, -1e4, 123456.75):
        yield [offset + source.uniform(-5, 5) for _ in range(6)]
    yield from (
        [0, -40], [50, 0, -50], [0] + [-40] * 40, [18.5, 0, 1], [37, 0], [0, 0], [0] * 10,
        [700, 0], [0, -87], [88, 0, 1], [1e10, 1e10 + 1024, 0], [1000, 1001, 1002], [-1000, 0, 1000],
        [0, 1e-30], [1e-30, -1e-30], [0.5, 0.5, -0.6931472], [-0.6931472, -0.6931472],
    )


short = [case(logits) for logits in vectors()]
# The longest as a vocabulary, eight rows, and with scores far apart.
long = [long_case(seed, 50257, 5) for seed in range(1, 9)] + [long_case(9, 50257, 300)]
print(json.dumps({"short": short, "long": long}, separators=(",", ":")).replace("},{", "},\n{"))
