"""Writes Tests/SoftmaxCoreTests/Cases/references.json: exact answers for random and extreme logits.

Every number is computed with mpmath at 400 digits (enough for exp of differences of 1e3 beside 1)
and rounded once, to the nearest double. The logits are exact in float32 where they fit, so that the
same answers serve both precisions. Run it with a Python that has mpmath:

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


def vectors():
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


print(json.dumps([case(logits) for logits in vectors()], separators=(",", ":")).replace('},{', '},\n{'))
