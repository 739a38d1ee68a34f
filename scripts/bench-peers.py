"""Times The libraries and their peers in turns and prints medians and ratios. Run by scripts/bench."""

import functools
import importlib.metadata
import statistics
import subprocess
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit("numpy is not there: nothing to compare with")


def imported(name, *modules):
    try:
        for module in modules:
            __import__(module)
        return True
    except ImportError:
        print(f"{name} is not there: skipped")
        return False


HAS_SCIPY = imported("scipy", "scipy.special")
HAS_TORCH = imported("PyTorch", "torch")
HAS_JAX = imported("JAX", "jax")
if HAS_SCIPY:
    import scipy.special
if HAS_TORCH:
    import torch

    torch.set_num_threads(1)
if HAS_JAX:
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)

SHAPES = [(1, 3), (100, 10), (1797, 10), (60000, 10), (8, 50257), (1000, 1000)]
NEW = ("probability-loss", "divergence", "log-divergence", "distillation", "entropy", "binary-loss",
       "masked-softmax")
ROWS = (
    [f"{what} {kind} {n} {k}" for what in ("softmax", "log-softmax", "loss")
     for kind in ("f64", "f32") for n, k in SHAPES]
    # The loss of distributions and of smoothed labels.
    + [f"{what} {kind} {n} {k}" for what in ("soft-loss", "smoothed-loss")
       for kind in ("f64", "f32") for n, k in ((1797, 10), (60000, 10), (8, 50257))]
    # Beside the plain loss: divergences, entropy, yes or no, a mask, another axis.
    + [f"{what} {kind} {n} {k}" for what in NEW for kind in ("f64", "f32")
       for n, k in ((1797, 10), (60000, 10), (8, 50257))]
    + [f"axis-loss {kind} {n} {k}" for kind in ("f64", "f32") for n, k in ((100, 10), (8, 1000))]
    + ["vector-softmax f64 1 1000000"]
    + [f"jacobian {kind} {n}" for kind in ("f64", "f32") for n in (3, 10, 100, 1000)]
    + [f"epoch {kind} {sizes}" for kind in ("f64", "f32")
       for sizes in ("1797 64 10 50", "60000 784 10 100")]
)


def numpy_softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def numpy_log_softmax(x):
    shifted = x - x.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def numpy_loss(x, y):
    p = numpy_softmax(x)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean()
    p[rows, y] -= 1
    p /= len(y)
    return loss, p


def numpy_soft_loss(x, y):
    log_p = numpy_log_softmax(x)
    return -(y * log_p).sum() / len(x), (np.exp(log_p) - y) / len(x)


def numpy_smoothed_loss(x, labels):
    y = np.full_like(x, 0.1 / x.shape[1])
    y[np.arange(len(x)), labels] += 0.9
    return numpy_soft_loss(x, y)


def numpy_probability_loss(p, y):
    rows = np.arange(len(y))
    slope = np.zeros_like(p)
    slope[rows, y] = -1 / (p[rows, y] * len(y))
    return -np.log(p[rows, y]).mean(), slope


def numpy_divergence(x, y):
    log_p = numpy_log_softmax(x)
    return (y * (np.log(y) - log_p)).sum() / len(x), (np.exp(log_p) - y) / len(x)


def numpy_log_divergence(log_p, y):
    return (y * (np.log(y) - log_p)).sum() / len(y), -y / len(y)


def numpy_distillation(x, teacher):
    return numpy_divergence(x / 2, numpy_softmax(teacher / 2))


def numpy_entropy(x):
    log_p = numpy_log_softmax(x)
    p = np.exp(log_p)
    h = -(p * log_p).sum(-1, keepdims=True)
    return h.mean(), p * (-log_p - h) / len(x)


def numpy_binary_loss(x, y):
    e = np.exp(-np.abs(x))
    loss = np.maximum(x, 0) - x * y + np.log1p(e)
    return loss.mean(), (np.where(x < 0, e, 1) / (1 + e) - y) / x.size


def numpy_masked_softmax(x, mask):
    return numpy_softmax(np.where(mask, x, -np.inf))


def numpy_axis_loss(x, y):
    p = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    loss, gradient = numpy_loss(p, y.ravel())
    return loss, np.moveaxis(gradient.reshape(x.shape[0], x.shape[2], x.shape[1]), -1, 1)


def numpy_jacobian(x):
    p = numpy_softmax(x)
    return np.diag(p) - np.outer(p, p)


def numpy_epoch(X, y, k, batch):
    theta = np.zeros((X.shape[1], k), X.dtype)
    for start in range(0, len(y), batch):
        x, labels = X[start : start + batch], y[start : start + batch]
        z = numpy_softmax(x @ theta)
        z[np.arange(len(labels)), labels] -= 1
        theta -= 0.1 / len(labels) * (x.T @ z)
    return theta


def torch_loss(x, y):
    x.grad = None
    loss = torch.nn.functional.cross_entropy(x, y)
    loss.backward()
    return loss


def torch_smoothed_loss(x, y):
    x.grad = None
    loss = torch.nn.functional.cross_entropy(x, y, label_smoothing=0.1)
    loss.backward()
    return loss


def torch_backward(loss):
    """A function of the logits and more that gives the loss and sets the gradient."""

    def run(x, *rest):
        x.grad = None
        value = loss(x, *rest)
        value.backward()
        return value

    return run


def torch_functions():
    F = torch.nn.functional
    return {
        "probability-loss": torch_backward(lambda p, y: F.nll_loss(torch.log(p), y)),
        "divergence": torch_backward(
            lambda x, y: F.kl_div(F.log_softmax(x, -1), y, reduction="batchmean")),
        "log-divergence": torch_backward(lambda q, y: F.kl_div(q, y, reduction="batchmean")),
        "distillation": torch_backward(
            lambda x, t: 4 * F.kl_div(
                F.log_softmax(x / 2, -1), F.softmax(t / 2, -1), reduction="batchmean")),
        "entropy": torch_backward(
            lambda x: torch.distributions.Categorical(logits=x, validate_args=False)
            .entropy().mean()),
        "binary-loss": torch_backward(F.binary_cross_entropy_with_logits),
        "masked-softmax": lambda x, mask: torch.softmax(x.masked_fill(~mask, -torch.inf), -1),
        "axis-loss": torch_loss,
        "vector-softmax": lambda x: torch.softmax(x, -1),
    }


def torch_jacobian(x):
    p = torch.softmax(x, -1)
    return torch.diag(p) - torch.outer(p, p)


def torch_epoch(X, y, k, batch):
    theta = torch.zeros((X.shape[1], k), dtype=X.dtype)
    for start in range(0, len(y), batch):
        x, labels = X[start : start + batch], y[start : start + batch]
        z = torch.softmax(x @ theta, -1)
        z[torch.arange(len(labels)), labels] -= 1
        theta -= 0.1 / len(labels) * (x.T @ z)
    return theta


def jax_functions():
    def loss(x, y):
        logp = jax.nn.log_softmax(x)
        return -jnp.take_along_axis(logp, y[:, None], 1).mean()

    def soft_loss(x, y):
        return -(y * jax.nn.log_softmax(x)).sum(-1).mean()

    def smoothed_loss(x, labels):
        y = 0.9 * jax.nn.one_hot(labels, x.shape[1], dtype=x.dtype) + 0.1 / x.shape[1]
        return soft_loss(x, y)

    def jacobian(x):
        p = jax.nn.softmax(x)
        return jnp.diag(p) - jnp.outer(p, p)

    def epoch(X, y, k, batch):
        whole = len(y) // batch * batch

        def step(theta, x, labels):
            z = jax.nn.softmax(x @ theta) - jax.nn.one_hot(labels, k, dtype=x.dtype)
            return theta - 0.1 / len(labels) * (x.T @ z)

        theta = jnp.zeros((X.shape[1], k), X.dtype)
        theta, _ = jax.lax.scan(
            lambda theta, b: (step(theta, *b), None), theta,
            (X[:whole].reshape(-1, batch, X.shape[1]), y[:whole].reshape(-1, batch)))
        return step(theta, X[whole:], y[whole:]) if whole < len(y) else theta

    def probability_loss(p, y):
        return -jnp.log(jnp.take_along_axis(p, y[:, None], 1)).mean()

    def divergence(x, y):
        return (y * (jnp.log(y) - jax.nn.log_softmax(x))).sum(-1).mean()

    def log_divergence(log_p, y):
        return (y * (jnp.log(y) - log_p)).sum(-1).mean()

    def distillation(x, t):
        log_t = jax.nn.log_softmax(t / 2)
        return 4 * (jnp.exp(log_t) * (log_t - jax.nn.log_softmax(x / 2))).sum(-1).mean()

    def entropy(x):
        log_p = jax.nn.log_softmax(x)
        return -(jnp.exp(log_p) * log_p).sum(-1).mean()

    def binary_loss(x, y):
        return -(y * jax.nn.log_sigmoid(x) + (1 - y) * jax.nn.log_sigmoid(-x)).mean()

    def axis_loss(x, y):
        log_p = jax.nn.log_softmax(x, axis=1)
        return -jnp.take_along_axis(log_p, y[:, None, :], 1).mean()

    return {
        "probability-loss": jax.jit(jax.value_and_grad(probability_loss)),
        "divergence": jax.jit(jax.value_and_grad(divergence)),
        "log-divergence": jax.jit(jax.value_and_grad(log_divergence)),
        "distillation": jax.jit(jax.value_and_grad(distillation)),
        "entropy": jax.jit(jax.value_and_grad(entropy)),
        "binary-loss": jax.jit(jax.value_and_grad(binary_loss)),
        "masked-softmax": jax.jit(lambda x, mask: jax.nn.softmax(x, where=mask)),
        "axis-loss": jax.jit(jax.value_and_grad(axis_loss)),
        "vector-softmax": jax.jit(jax.nn.softmax),
        "softmax": jax.jit(jax.nn.softmax),
        "log-softmax": jax.jit(jax.nn.log_softmax),
        "loss": jax.jit(jax.value_and_grad(loss)),
        "soft-loss": jax.jit(jax.value_and_grad(soft_loss)),
        "smoothed-loss": jax.jit(jax.value_and_grad(smoothed_loss)),
        "jacobian": jax.jit(jacobian),
        "epoch": jax.jit(epoch, static_argnums=(2, 3)),
    }


def peers(row):
    """Name -> function without arguments, for the peers that are there."""
    what, kind, *sizes = row.split()
    sizes = [int(size) for size in sizes]
    dtype = np.float64 if kind == "f64" else np.float32
    random = np.random.default_rng(1)
    found = {}
    if what == "epoch":
        n, d, k, batch = sizes
        x = random.random((n, d)).astype(dtype)
        extra = (np.arange(n) * 7 % k, k, batch)
    else:
        x = random.uniform(-5, 5, sizes).astype(dtype)
        extra = (np.arange(sizes[0]) * 7 % sizes[-1],) if what.endswith("loss") else ()
        extra = extra if what in ("loss", "smoothed-loss", "probability-loss") else ()
        if what in ("soft-loss", "divergence", "binary-loss"):
            extra = (numpy_softmax(x),)
        elif what == "log-divergence":
            x, extra = numpy_log_softmax(x), (numpy_softmax(x),)
        elif what == "probability-loss":
            x = numpy_softmax(x)
        elif what == "distillation":
            extra = (-x,)
        elif what == "masked-softmax":
            extra = ((np.arange(x.size) % 7 != 0).reshape(x.shape),)
        elif what == "vector-softmax":
            x = x[0]
        elif what == "axis-loss":
            x = random.uniform(-5, 5, (*sizes, 16)).astype(dtype)
            extra = ((np.arange(sizes[0] * 16) * 7 % sizes[1]).reshape(sizes[0], 16),)
    numpy_functions = {
        "softmax": numpy_softmax, "log-softmax": numpy_log_softmax, "loss": numpy_loss,
        "soft-loss": numpy_soft_loss, "smoothed-loss": numpy_smoothed_loss,
        "probability-loss": numpy_probability_loss, "divergence": numpy_divergence,
        "log-divergence": numpy_log_divergence, "distillation": numpy_distillation,
        "entropy": numpy_entropy, "binary-loss": numpy_binary_loss,
        "masked-softmax": numpy_masked_softmax, "axis-loss": numpy_axis_loss,
        "vector-softmax": numpy_softmax, "jacobian": numpy_jacobian, "epoch": numpy_epoch,
    }
    found["numpy"] = functools.partial(numpy_functions[what], x, *extra)
    if HAS_SCIPY and what in ("softmax", "log-softmax"):
        function = getattr(scipy.special, what.replace("-", "_"))
        found["scipy"] = functools.partial(function, x, axis=-1)
    if HAS_TORCH:
        tensor = torch.from_numpy(x)
        rest = tuple(torch.from_numpy(e) if isinstance(e, np.ndarray) else e for e in extra)
        if what.endswith("loss") or what in ("divergence", "log-divergence", "distillation", "entropy"):
            tensor = tensor.clone().requires_grad_()
        functions = {
            "softmax": lambda x: torch.softmax(x, -1),
            "log-softmax": lambda x: torch.log_softmax(x, -1),
            "loss": torch_loss, "soft-loss": torch_loss, "smoothed-loss": torch_smoothed_loss,
            "jacobian": torch_jacobian, "epoch": torch_epoch, **torch_functions(),
        }
        found["torch"] = functools.partial(functions[what], tensor, *rest)
    if HAS_JAX:
        array = jnp.asarray(x)
        rest = tuple(jnp.asarray(e) if isinstance(e, np.ndarray) else e for e in extra)
        function = jax_functions()[what]
        found["jax"] = lambda: jax.block_until_ready(function(array, *rest))
    return found


class Swift:
    """The Benchmarks executable, asked line by line."""

    def __init__(self, binary):
        self.process = subprocess.Popen(
            [binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, row, repetitions):
        self.process.stdin.write(f"{row} {repetitions}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def seconds(function, repetitions):
    """Processor time, as the Benchmarks executable counts it: what else runs is not in it."""
    start = time.process_time()
    for _ in range(repetitions):
        function()
    return (time.process_time() - start) / repetitions


def milliseconds(value):
    return f"{value * 1e3:.4f}" if value < 1e-3 else f"{value * 1e3:.2f}"


def version(name):
    return importlib.metadata.version(name)


def main(binary, arguments):
    quick = "--quick" in arguments
    wanted = [argument for argument in arguments if argument != "--quick"]
    rounds, sample = (5, 0.005) if quick else (11, 0.02)
    swift = Swift(binary)
    names = ["numpy"] + ["scipy"] * HAS_SCIPY + ["torch"] * HAS_TORCH + ["jax"] * HAS_JAX
    print("Milliseconds of processor time, medians of interleaved runs; ratio = fastest peer / ours.")
    print(f"| row | ours | {' | '.join(f'{name} {version(name)}' for name in names)} | ratio |")
    print("|---|" + "---|" * (len(names) + 2))
    lost = []
    for row in ROWS:
        if wanted and not any(all(w in row.split() for w in want.split()) for want in wanted):
            continue
        timers = {"ours": functools.partial(swift.seconds, row)}
        for name, function in peers(row).items():
            function()
            timers[name] = functools.partial(seconds, function)
        # As many repetitions as fill a sample, each timer warmed by the first.
        repetitions = {}
        for name, timer in timers.items():
            timer(1)
            repetitions[name] = max(1, int(sample / max(timer(3), 1e-7)))
        samples = {name: [] for name in timers}
        for _ in range(rounds):
            for name, timer in timers.items():
                samples[name].append(timer(repetitions[name]))
        medians = {name: statistics.median(values) for name, values in samples.items()}
        ratio = min(medians[name] for name in timers if name != "ours") / medians["ours"]
        if ratio < 1:
            lost.append(f"{row} ({ratio:.2f})")
        cells = [milliseconds(medians[name]) if name in medians else "–" for name in names]
        ours = milliseconds(medians["ours"])
        print(f"| {row} | {ours} | {' | '.join(cells)} | {ratio:.2f} |", flush=True)
    print("\nslower than a peer: " + (", ".join(lost) or "none"))


main(sys.argv[1], sys.argv[2:])
