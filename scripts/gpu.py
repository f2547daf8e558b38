"""All measurements on a GPU, in about eight minutes: `python scripts/gpu.py` writes figures/results/gpu.json.

`python scripts/gpu.py --device cpu --seconds 20` is a dry run without a GPU. Every part has a share of the time; one
that fails is recorded with its error, and the others go on. What is there is written after each part.
"""
import argparse
import json
import platform
import time
import traceback
from datetime import date
from pathlib import Path

import torch

from lingshu_cell.method.denoiser import build_denoiser, preset_config
from lingshu_cell.method.sampler import generate_tokens
from lingshu_cell.training.loop import Engine, TrainingState, training_step
from lingshu_cell.training.recipes import recipe

RESULTS = Path(__file__).parent.parent / "figures" / "results"
GENES = 18_080
NON_ZERO = 0.05


def tokens(n, n_genes):
    "Count tokens of n made-up cells, of which one gene in twenty is not zero."
    generator = torch.Generator().manual_seed(0)
    rate = torch.full((n, n_genes), NON_ZERO)
    return torch.poisson(rate, generator=generator).clamp(max=9).short()


def network(preset, n_genes, **sizes):
    "An untrained denoiser whose head draws about as many non-zeros as real cells have."
    net = build_denoiser(preset_config(preset, n_genes, **sizes))
    if net.config.form == "factorised": torch.nn.init.constant_(net.head.zero_bias, -3.0)
    return net


def wait(device):
    "Until the device has done all that it was given."
    if device.type == "cuda": torch.cuda.synchronize(device)


def rate(call, device, seconds):
    "Seconds a call, the mean over a stretch of time; after two calls to warm up."
    for _ in range(2): call()
    wait(device)
    n, begin = 0, time.perf_counter()
    while n < 2 or time.perf_counter() - begin < seconds:
        call()
        wait(device)
        n += 1
    return (time.perf_counter() - begin) / n


def peak_mb(device):
    "Most memory that tensors took on the GPU since it was last asked; None on a CPU."
    if device.type != "cuda": return None
    peak = torch.cuda.max_memory_allocated(device) / 2 ** 20
    torch.cuda.reset_peak_memory_stats(device)
    return peak


def agreement(device, seconds, n_genes):
    "Largest difference between a training step here and on the CPU, and whether the same cells come out."
    losses, cells = [], []
    for where in (torch.device("cpu"), device):
        net = network("tiny", n_genes).to(where)
        rows, none = tokens(16, n_genes).to(where), torch.zeros(16, 0, dtype=torch.int64, device=where)
        engine = Engine(where, "fp32")
        # the same masks on both: the streams of a GPU are others
        t, u = torch.linspace(0.1, 1, 16), torch.rand(16, n_genes, generator=torch.Generator().manual_seed(1))
        engine.begin(TrainingState(net, recipe("tiny")))
        losses.append((engine.loss(rows, none, t.to(where), u.to(where), 281, "count") / 16).item())
        cells.append(generate_tokens(net.eval(), none, n_genes, 281, 8).cpu())
    same = (cells[0] == cells[1]).float().mean().item()
    return dict(loss_on_cpu=losses[0], loss_here=losses[1], equal_tokens=same)


def training(device, seconds, n_genes, preset, precision, batch_size):
    "Cells a second of training steps, and memory."
    net = network(preset, n_genes).to(device)
    state = TrainingState(net, recipe(preset))
    engine = Engine(device, precision)
    engine.begin(state)
    rows, none = tokens(batch_size, n_genes).to(device), torch.zeros(batch_size, 0, dtype=torch.int64, device=device)
    peak_mb(device)
    took = rate(lambda: training_step(state, rows, none, 281, engine), device, seconds)
    parameters = sum(p.numel() for p in net.parameters())
    return dict(batch_size=batch_size, cells_s=batch_size / took, peak_mb=peak_mb(device), parameters=parameters)


def generation(device, seconds, n_genes, preset, batch_size, n_steps):
    "Cells a second, all steps together, and memory."
    net = network(preset, n_genes).to(device).eval()
    none = torch.zeros(batch_size, 0, dtype=torch.int64, device=device)
    peak_mb(device)
    took = rate(lambda: generate_tokens(net, none, n_genes, 281, n_steps), device, seconds)
    return dict(batch_size=batch_size, n_steps=n_steps, cells_s=batch_size / took, peak_mb=peak_mb(device))


def parts(small):
    "Name, function and arguments of each measurement; their shares of the time are equal."
    yield "agreement", agreement, dict()
    precisions = ("fp32",) if small else ("fp32", "bf16")
    for preset, sizes in dict(tiny=(64, 512), base=(128,), paper_85m=(64, 256)).items():
        if small and preset != "tiny": continue
        for batch_size in sizes[:1] if small else sizes:
            for precision in precisions:
                how = dict(preset=preset, precision=precision, batch_size=batch_size)
                yield f"training {preset} {precision} {batch_size}", training, how
    for preset in ("tiny",) if small else ("tiny", "base", "paper_85m"):
        for batch_size in (64,) if small else (64, 512):
            for n_steps in (1, 16):
                how = dict(preset=preset, batch_size=batch_size, n_steps=n_steps)
                yield f"generation {preset} {batch_size} {n_steps} steps", generation, how


def machine(device):
    "What the figures belong to."
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else platform.processor() or platform.machine()
    return dict(date=date.today().isoformat(), torch=torch.__version__, device=name, kind=device.type)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cuda", help="cuda, or cpu for a dry run")
    parser.add_argument("--seconds", type=float, default=480.0, help="for all measurements together")
    parser.add_argument("--genes", type=int, default=GENES)
    parser.add_argument("--out", type=Path, default=None, help="of the file; figures/results/gpu.json on a GPU")
    given = parser.parse_args()
    device = torch.device(given.device)
    if device.type == "cuda" and not torch.cuda.is_available(): parser.error("no GPU is here; --device cpu is a dry run")
    out = given.out or (RESULTS / "gpu.json" if device.type == "cuda" else None)
    todo, begin = list(parts(small=device.type != "cuda")), time.perf_counter()
    found = machine(device) | dict(genes=given.genes, parts={})
    for i, (name, call, how) in enumerate(todo):
        left = given.seconds - (time.perf_counter() - begin)
        if left <= 0:
            found["parts"][name] = dict(skipped="no time was left")
            continue
        try: found["parts"][name] = call(device, 0.5 * left / (len(todo) - i), given.genes, **how)
        except Exception as e:
            traceback.print_exc()
            found["parts"][name] = dict(error=f"{type(e).__name__}: {e}"[:300])
        if device.type == "cuda": torch.cuda.empty_cache()
        print(f"{time.perf_counter() - begin:5.0f} s  {name}: {found['parts'][name]}", flush=True)
        if out is not None: out.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__": main()
