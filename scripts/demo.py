"""From real counts to new cells, on two cores in minutes: what `make demo` runs.

    python scripts/demo.py                 trains as long as suits the data; Ctrl-C ends the training early, the rest still runs
    python scripts/demo.py --steps 20      a glance at everything, the model hardly trained

Writes a checkpoint folder and a figure, and says where. Every step is a call that a notebook would make too.
"""
import argparse
import resource
import time
import warnings
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import lingshu_cell as lc
from lingshu_cell.data.splits import split_cells

ROOT = Path(__file__).resolve().parent.parent
KEY = "cell_type"


def arguments():
    "What the command line says."
    parser = argparse.ArgumentParser(description="Train the tiny preset on real PBMC counts, generate cells, compare them with real ones.")
    parser.add_argument("--steps", type=int, help="training steps (default: about 40 passes over the cells, at most 1000)")
    parser.add_argument("--cells", type=int, default=1000, help="cells to generate (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=ROOT / "runs/demo", help="checkpoint folder (default: runs/demo)")
    parser.add_argument("--figure", type=Path, default=ROOT / "figures/demo.png", help="(default: figures/demo.png)")
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: %(default)s)")
    return parser.parse_args()


class Clock:
    "Says at each headline how long it has been."
    def __init__(self): self.begin = time.perf_counter()
    def __call__(self, headline): print(f"\n[{time.perf_counter() - self.begin:4.0f} s] {headline}", flush=True)


def load(seed):
    "Real counts, a tenth of the cells held out, and the column of cell types if there is one."
    adata, _ = lc.datasets.demo_data()
    key = KEY if KEY in adata.obs else None
    split_cells(adata, test_fraction=0.1, seed=seed, stratify=key)
    lc.LingshuCell.setup_anndata(adata, cell_type_key=key)
    return adata, key


def compare(adata, cells):
    "The table of generated v one half of the real cells; the ceiling and the two reference generators are made of the other half."
    real, other = lc.evaluate.split_halves(adata)
    table = lc.evaluate.compare(real, cells, ceiling=other, references=other)
    print(f"{table.attrs['n_cells']} cells of each column against as many real ones. 'ceiling': other real cells; 'real': what a row should match.")
    print(table.to_string(float_format="{:.4g}".format, na_rep=""))


def proportions(train, cells, key):
    "Share of each cell type, by a classifier trained on real cells."
    labels, accuracy = lc.evaluate.annotate(train, key, cells=cells)
    table = lc.evaluate.type_proportions(train.obs[key], labels)
    print(f"{table.to_string(float_format='{:.3f}'.format)}\nThe classifier is right for {accuracy:.1%} of the real cells held out from it.")
    return cells.obs.assign(**{key: pd.Categorical(labels)}), table


def draw(path, adata, cells, key, shares, history):
    "Three panels: UMAP, type proportions or library sizes, loss curve."
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(14, 4), layout="constrained", width_ratios=(5, 3, 4))
    lc.pl.umap_real_generated(adata, cells, color=key, ax=left)
    lc.pl.library_sizes(adata, cells, ax=middle) if key is None else lc.pl.type_proportions(shares, ax=middle)
    lc.pl.loss_curve(history, ax=right)
    name = adata.uns["dataset"]["name"]
    title = f"{name}: {adata.n_obs} real cells × {adata.n_vars} genes, {cells.n_obs} generated after {len(history)} training steps"
    figure.suptitle(title, fontsize=10)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=150)


def main(args):
    "The whole path."
    clock = Clock()
    clock("Real counts")
    adata, key = load(args.seed)
    train, test = (adata[adata.obs["lingshu_split"] == side] for side in ("train", "test"))

    clock("A model, not trained yet: each gene has its own frequencies and nothing more")
    model = lc.LingshuCell(adata, preset="tiny", seed=args.seed)
    print(model)
    before = model.nll_bound(test, n_draws=4)["nll_per_gene"].mean()

    steps = args.steps or min(1000, 40 * train.n_obs // 64)
    clock(f"Training, {steps} steps (Ctrl-C ends it early; what was learned is kept)")
    try: model.train(steps, seed=args.seed, validation=test, every=-(-steps // 5), checkpoint=args.out)
    except ValueError as error:                                    # the folder holds another run, or that of an earlier version
        raise SystemExit(f"{error}\nTo begin anew, delete {args.out} or name another folder with --out.") from None
    after = model.nll_bound(test, n_draws=4)["nll_per_gene"].mean()
    print(f"Bound on the {test.n_obs} held-out cells: {after:.4f} nats a gene; untrained {before:.4f}")

    clock(f"{args.cells} new cells in 16 steps")
    cells = model.generate(args.cells, n_steps=16, schedule="log", seed=args.seed)

    clock("Generated v real")
    compare(adata, cells)
    print("\nCopies of training cells would be nearer to them than held-out cells are:")
    print(lc.evaluate.memorisation(train, test, generated=cells).to_string(float_format="{:.3g}".format))
    shares = None
    if key:
        clock("Cell types")
        cells.obs, shares = proportions(train, cells, key)

    draw(args.figure, adata, cells, key, shares, model.history)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    clock(f"Done, with at most {peak:.1f} GB of memory.\nfigure      {args.figure}\ncheckpoint  {args.out}  (LingshuCell.load reads it)")


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=FutureWarning)     # of scanpy's and umap's own dependencies
    args = arguments()
    try: main(args)
    except KeyboardInterrupt: raise SystemExit(f"\nStopped. If the training had ended, its model is in {args.out}.") from None
