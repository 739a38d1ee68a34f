"""Times SoftmaxCore and its peers in turns and prints medians and ratios. Run by scripts/bench."""

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
ROWS = (
    [f"{what} {kind} {n} {k}" for what in ("softmax", "log-softmax", "loss")
     for kind in ("f64", "f32") for n, k in SHAPES]
    # The loss of distributions and of smoothed labels.
    + [f"{what} {kind} {n} {k}" for what in ("soft-loss", "smoothed-loss")
       for kind in ("f64", "f32") for n, k in ((1797, 10), (60000, 10), (8, 50257))]
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

    return {
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
        if what == "soft-loss":
            extra = (numpy_softmax(x),)
    numpy_functions = {
        "softmax": numpy_softmax, "log-softmax": numpy_log_softmax, "loss": numpy_loss,
        "soft-loss": numpy_soft_loss, "smoothed-loss": numpy_smoothed_loss, "jacobian": numpy_jacobian, "epoch": numpy_epoch,
    }
    found["numpy"] = functools.partial(numpy_functions[what], x, *extra)
    if HAS_SCIPY and what in ("softmax", "log-softmax"):
        function = getattr(scipy.special, what.replace("-", "_"))
        found["scipy"] = functools.partial(function, x, axis=-1)
    if HAS_TORCH:
        tensor = torch.from_numpy(x)
        rest = tuple(torch.from_numpy(e) if isinstance(e, np.ndarray) else e for e in extra)
        if what.endswith("loss"):
            tensor = tensor.clone().requires_grad_()
        functions = {
            "softmax": lambda x: torch.softmax(x, -1),
            "log-softmax": lambda x: torch.log_softmax(x, -1),
            "loss": torch_loss, "soft-loss": torch_loss, "smoothed-loss": torch_smoothed_loss,
            "jacobian": torch_jacobian, "epoch": torch_epoch,
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
    print("Milliseconds of processor time, medians of interleaved runs; ratio = fastest peer / SoftmaxCore.")
    print(f"| row | SoftmaxCore | {' | '.join(f'{name} {version(name)}' for name in names)} | ratio |")
    print("|---|" + "---|" * (len(names) + 2))
    lost = []
    for row in ROWS:
        if wanted and not any(all(w in row.split() for w in want.split()) for want in wanted):
            continue
        timers = {"SoftmaxCore": functools.partial(swift.seconds, row)}
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
        ratio = min(medians[name] for name in timers if name != "SoftmaxCore") / medians["SoftmaxCore"]
        if ratio < 1:
            lost.append(f"{row} ({ratio:.2f})")
        cells = [milliseconds(medians[name]) if name in medians else "–" for name in names]
        ours = milliseconds(medians["SoftmaxCore"])
        print(f"| {row} | {ours} | {' | '.join(cells)} | {ratio:.2f} |", flush=True)
    print("\nslower than a peer: " + (", ".join(lost) or "none"))


main(sys.argv[1], sys.argv[2:])
