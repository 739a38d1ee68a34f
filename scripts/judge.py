"""Reads what the Accuracy program prints and says how far each answer is from the exact one.

Every answer is computed anew with mpmath at 400 digits from the numbers that went in. The unit is an
ulp (of Double or Float) of the exact answer; or, where an answer is a sum whose positive and negative
terms cancel, of the larger of the two parts. Below the normal numbers it is the spacing there; and a
gradient of an array that is a multiple of a probability below them, such as p g for a g of 1000, is
counted in that multiple of the spacing, and a sum of n such probabilities in n spacings: the digits
were gone in p.
"""

import collections
import json
import math
import sys

from mpmath import exp, log, mp, mpf

mp.dps = 400
BOUND = 4
UNIT = {"nats": mpf(1), "bits": log(2), "hartleys": log(10)}


class Part:
    """A number and the larger of the positive and the negative part of the sum it came from."""

    def __init__(self, value, size=None):
        self.value = value
        self.size = abs(value) if size is None else max(size, abs(value))

    def times(self, factor):
        return Part(self.value * factor, self.size * abs(factor))


def total(terms):
    """The sum of numbers or of parts."""
    parts = [t if isinstance(t, Part) else Part(t) for t in terms]
    positive = sum((p.value for p in parts if p.value > 0), mpf(0))
    negative = sum((-p.value for p in parts if p.value < 0), mpf(0))
    inner = max((p.size for p in parts), default=mpf(0))
    return Part(sum((p.value for p in parts), mpf(0)), max(positive, negative, inner))


def xlog(weight, logarithm):
    return mpf(0) if weight == 0 else weight * logarithm


class Row:
    """softmax(z/T) with all that belongs to it."""

    def __init__(self, z, T):
        self.q = [x / T for x in z]
        self.m = max(self.q)
        e = [exp(x - self.m) for x in self.q]
        s = sum(e)
        self.log_sum = log(s)
        self.p = [x / s for x in e]
        self.log_p = [x - self.m - self.log_sum for x in self.q]
        self.entropy = -sum(a * b for a, b in zip(self.p, self.log_p))


def deviations(p, g):
    """g_i - sum p g, from the two parts of all its terms."""
    terms = [-a * b for a, b in zip(p, g)]
    return [total([x] + terms) for x in g]


def log_ratio(a, b):
    return total([log(a), -log(b)])


def divergence(p, log_p, log_q):
    return total([xlog(a, b - c) for a, b, c in zip(p, log_p, log_q)])


def logs(values):
    return [log(x) if x else mpf("-inf") for x in values]


def negative(values):
    return [-abs(x) for x in values]


def cross_entropy(y, log_p):
    return total([xlog(a, -b) for a, b in zip(y, log_p)])


def pulled(y, p):
    """p sum(y) - y."""
    return [total([x * w for w in y] + [-own]) for x, own in zip(p, y)]


def one_hot(c):
    return [mpf(i == c["label"]) for i in range(len(c["z"]))]


def scaled(parts, factor):
    return [(p if isinstance(p, Part) else Part(p)).times(factor) for p in parts]


def masked(c, T):
    kept = [x for x, m in zip(c["z"], c["mask"]) if m]
    row = iter(zip(*(lambda r: (r.p, r.log_p))(Row(kept, T)))) if kept else iter(())
    return [next(row) if m else (mpf(0), mpf("-inf")) for m in c["mask"]]


def binary(x, y, w):
    positive, opposite = 1 / (1 + exp(-x)), 1 / (1 + exp(x))
    return total([-w * y * log(positive), -(1 - y) * log(opposite)]), total(
        [(1 - y) * positive, -w * y * opposite])


def loss(c, y, T, base, relative=False):
    row = Row(c["z"], T)
    value = cross_entropy(y, row.log_p)
    if relative:
        value = total([value] + [xlog(a, log(a)) if a else mpf(0) for a in y])
    return [value.times(1 / base)] + scaled(pulled(y, row.p), 1 / (T * base))


def smoothed(c):
    n = len(c["z"])
    return [w * (mpf(3) / 4 * t + mpf(1) / 4 / n) for w, t in zip(c["y"], one_hot(c))]


def log_sum_exp(z, T, base=mpf(1)):
    row = Row(z, T)
    return [Part(row.m + row.log_sum, abs(row.m)).times(1 / base)]


def weighted_log_sum(z, y):
    kept = [(a, w) for a, w in zip(z, y) if w]
    if not kept:
        return [Part(mpf("-inf"))]
    terms = [w * exp(a) for a, w in kept]
    peak = max(zip(terms, kept))[1][0]
    # Near 1 the logarithm is what is left of the sum when 1 is taken away.
    near = [w * (exp(a) - 1) for a, w in kept] + [sum(w for _, w in kept) - 1]
    is_near = max(abs(a) for a, _ in kept) <= 0.5
    return [Part(log(sum(terms)), total(near).size if is_near else abs(peak))]


def add(a, b):
    return Part(max(a, b) + log(1 + exp(-abs(a - b))), max(abs(max(a, b)), mpf(0)))


def exact(c):
    z, w, g, y, p, T, f = c["z"], c["w"], c["g"], c["y"], c["p"], c["T"], c["f"]
    base = UNIT[c["unit"]]
    row = lambda: Row(z, T)
    n = range(len(z))
    if f in ("softmax", "arraySoftmax"):
        return row().p
    if f == "longSoftmax":
        return Row(z + w, mpf(1)).p
    if f == "logSoftmax":
        return [x / base for x in row().log_p]
    if f == "arrayLogSoftmax":
        return row().log_p
    if f == "logSumExp":
        return log_sum_exp(z, T, base)
    if f == "arrayLogSumExp":
        return log_sum_exp(z, T)
    if f == "stream":
        return log_sum_exp(z, mpf(1))
    if f == "weightedLogSumExp":
        return weighted_log_sum(z, y)
    if f in ("logAddExp", "arrayLogAddExp"):
        return [add(a, b) for a, b in zip(z, w)]
    if f in ("maskedSoftmax", "arrayMaskedSoftmax"):
        return [a for a, _ in masked(c, T)]
    if f == "maskedLogSoftmax":
        return [b / base for _, b in masked(c, T)]
    if f in ("softmaxJacobian", "arrayJacobian"):
        T = T if f == "softmaxJacobian" else mpf(1)
        q = Row(z, T).p
        return [q[i] * (sum(q[:i]) + sum(q[i + 1:]) if i == j else -q[j]) / T for i in n for j in n]
    if f in ("softmaxVJP", "softmaxJVP", "softmaxBackward"):
        q = row().p
        return [d.times(a / T) for a, d in zip(q, deviations(q, g))]
    if f == "logSoftmaxVJP":
        return scaled(pulled(g, row().p), -1 / (T * base))
    if f == "logSoftmaxJVP":
        return scaled(deviations(row().p, g), 1 / (T * base))
    if f == "crossEntropy":
        return [cross_entropy(y, row().log_p).times(1 / base)]
    if f == "crossEntropyOfLabel":
        return [-row().log_p[c["label"]] / base]
    if f == "crossEntropyGradient":
        return scaled(pulled(y, row().p), 1 / (T * base))
    if f == "crossEntropyGradientOfLabel":
        # The two terms of p - 1 are the complement of p, which does not cancel.
        return [(sum(v for j, v in enumerate(row().p) if j != i) * -1 if i == c["label"] else x)
                / (T * base) for i, x in enumerate(row().p)]
    if f == "hessianVectorProduct":
        q = row().p
        return [d.times(a * sum(y) / (T * T * base)) for a, d in zip(q, deviations(q, g))]
    if f == "information":
        return [-x / base for x in logs(p)]
    if f == "entropy":
        return [-sum(xlog(a, b) for a, b in zip(p, logs(p))) / base]
    if f == "entropyOfLogits":
        return [row().entropy / base]
    if f == "entropyTerms":
        return [-a * b / base for a, b in zip(row().p, row().log_p)]
    if f == "entropyGradient":
        r = row()
        return [total([-b, -r.entropy]).times(a / (T * base)) for a, b in zip(r.p, r.log_p)]
    if f == "klDivergence":
        return [divergence(y, logs(y), logs(p)).times(1 / base)]
    if f == "klToLogits":
        return [divergence(p, logs(p), row().log_p).times(1 / base)]
    if f == "klTermsToLogits":
        return [total([xlog(a, b), xlog(a, -q)]).times(1 / base)
                for a, b, q in zip(p, logs(p), row().log_p)]
    if f == "klOfLogits":
        return [divergence(row().p, row().log_p, logs(p)).times(1 / base)]
    if f == "klGradientOfLogits":
        r = row()
        terms = [a - b for a, b in zip(r.log_p, logs(p))]
        means = [-a * t for a, t in zip(r.p, terms)]
        return [total([total([a, -b])] + means).times(q / (T * base))
                for q, a, b in zip(r.p, r.log_p, logs(p))]
    if f == "klOfLogitsToLogits":
        return [divergence(row().p, row().log_p, Row(w, T).log_p).times(1 / base)]
    if f == "klOfLogProbabilities":
        a, b = negative(z), negative(w)
        return [divergence([exp(x) for x in a], a, b).times(1 / base)]
    if f == "crossEntropyOfProbabilities":
        return [cross_entropy(y, logs(p)).times(1 / base)]
    if f == "sigmoid":
        return [1 / (1 + exp(-x)) for x in z]
    if f == "logSigmoid":
        return [-log(1 + exp(-x)) / base for x in z]
    if f == "binaryCrossEntropy":
        return [binary(a, b, 2)[0].times(1 / base) for a, b in zip(z, p)]
    if f == "binaryCrossEntropyGradient":
        return [binary(a, b, 2)[1].times(1 / base) for a, b in zip(z, p)]
    if f == "logSoftmaxBackward":
        return scaled(pulled(g, [exp(x) for x in negative(z)]), -1 / T)
    if f == "logSumExpBackward":
        return [g[0] * a / T for a in row().p]
    if f == "labelLoss":
        y = one_hot(c)
        gradient = exact({**c, "f": "crossEntropyGradientOfLabel"})
        return [-row().log_p[c["label"]] / base] + gradient
    if f == "smoothedLoss":
        return loss(c, smoothed(c), T, mpf(1))
    if f == "targetLoss":
        return loss(c, y, T, base)
    if f == "divergenceLoss":
        return loss(c, y, T, mpf(1), relative=True)
    if f in ("logDivergence", "logLogDivergence"):
        is_log = f == "logLogDivergence"
        log_y = negative(w) if is_log else logs(y)
        y = [exp(x) for x in log_y] if is_log else y
        terms = [xlog(a, b) for a, b in zip(y, log_y)] + [xlog(a, -b) for a, b in zip(y, negative(z))]
        return [total(terms)] + [-a for a in y]
    if f == "probabilityLoss":
        return [cross_entropy(y, logs(p)).times(1 / base)] + [-a / b / base for a, b in zip(y, p)]
    if f == "negativeLogLikelihood":
        return [abs(z[c["label"]])] + [-x for x in one_hot(c)]
    if f == "batchEntropy":
        return [row().entropy] + exact({**c, "f": "entropyGradient", "unit": "nats"})
    if f == "batchBinary":
        both = [binary(a, b, 2) for a, b in zip(z, p)]
        return [a for a, _ in both] + [b for _, b in both]
    raise SystemExit(f"judge.py knows no {f}")


FROM_PROBABILITIES = {
    "softmaxBackward", "logSumExpBackward", "labelLoss", "smoothedLoss", "targetLoss",
    "divergenceLoss", "batchEntropy"}


def amplifications(case, answers):
    """By what each answer is larger than the probability it is a multiple of."""
    if case["f"] not in FROM_PROBABILITIES:
        # A sum of probabilities below the normal numbers has the rounding of each.
        return [mpf(len(case["z"]) if case["f"].startswith("array") else 1)] * len(answers)
    p = Row(case["z"], case["T"]).p
    sizes = [abs(a.size if isinstance(a, Part) else a) for a in answers[-len(p):]]
    # The entropy, and what is one term less it, are sums of such multiples.
    first = max(-log(q) for q in p) / min(case["T"], 1) if case["f"] == "batchEntropy" else mpf(1)
    return [first] * (len(answers) - len(p)) + [max(size / q, first) for size, q in zip(sizes, p)]


def ulps(got, part, kind, amplification=mpf(1)):
    part = part if isinstance(part, Part) else Part(part)
    digits, least, greatest = (53, -1074, 1024) if kind == "f64" else (24, -149, 128)
    if got == part.value or (math.isnan(got) and mp.isnan(part.value)):
        return 0.0
    if not math.isfinite(got) or mp.isinf(part.value):
        # What no number of the type holds is infinite.
        overflows = not mp.isinf(part.value) and abs(part.value) >= mpf(2) ** greatest * (1 - mpf(2) ** -25)
        return 0.0 if math.isinf(got) and overflows else math.inf
    size = part.size
    unit = mpf(2) ** (mp.frexp(size)[1] - digits) if size else mpf(0)
    return float(abs(mpf(got) - part.value) / max(unit, mpf(2) ** least * amplification))


def numbers(case):
    return {k: [mpf(str(x)) if isinstance(x, str) else mpf(x) for x in v]
            if k in ("z", "w", "g", "y", "p") else v for k, v in case.items()}


def main():
    worst = collections.defaultdict(float)
    count, found = 0, []
    for line in sys.stdin:
        raw = json.loads(line)
        case = numbers(raw)
        case["T"] = mpf(raw["T"])
        answers = exact(case)
        got = [float(x) for x in raw["out"]]
        if len(got) != len(answers):
            found.append((math.inf, line))
            continue
        error = max(
            (ulps(a, b, raw["type"], more)
             for a, b, more in zip(got, answers, amplifications(case, answers))), default=0.0)
        key = (raw["f"], raw["type"])
        worst[key] = max(worst[key], error)
        count += 1
        if error > BOUND:
            found.append((error, line))
    print("| worst error, ulps | Double | Float |")
    print("| --- | --- | --- |")
    for name in dict.fromkeys(f for f, _ in worst):
        print(f"| {name} | {worst[name, 'f64']:.2f} | {worst[name, 'f32']:.2f} |")
    print(f"{count} answers, {len(found)} beyond {BOUND} ulps")
    for error, line in sorted(found, key=lambda x: -x[0])[:10]:
        print(f"{error:.1f} ulps: {line.strip()[:600]}", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
