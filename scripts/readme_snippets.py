"""Run every Python snippet of README.md as it stands, each in a fresh process and an empty folder.

    python scripts/readme_snippets.py

One rule makes them short: `max_steps=` becomes 3, and any other whole number from 500 up becomes 100. The files that the snippets name
(mine.h5ad, k562.h5ad, rpe1.h5ad) are simulated, with the columns that the text beside the snippet asks for. Nothing else is changed.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def snippets(text):
    "The Python blocks of a Markdown text."
    return re.findall(r"```python\n(.*?)```", text, flags=re.S)


def shortened(code):
    "The same code with fewer steps and cells."
    code = re.sub(r"max_steps=[\d_]+", "max_steps=3", code)
    def smaller(match): return "100" if int(match[0].replace("_", "")) >= 500 else match[0]
    return re.sub(r"(?<![\w.])\d[\d_]*(?![\w.])", smaller, code)


def example_files(folder):
    "The files that the snippets name."
    import lingshu_cell as lc
    for name in ("mine.h5ad", "k562.h5ad", "rpe1.h5ad"):
        cells = lc.simulate(240, 60, n_types=2, n_lines=2, n_perturbations=3, seed=0)
        cells.obs = cells.obs[["cell_type"]].assign(
            donor=cells.obs["identity"], perturbation=cells.obs["perturbation"].cat.rename_categories(dict(control="ctrl", pert_01="IFNB")),
            target_gene=cells.obs["perturbation"].cat.rename_categories(dict(control="non-targeting")))
        for part in ("obsm", "varm", "uns"): getattr(cells, part).clear()
        cells.layers["counts"] = cells.X.copy()
        cells.write_h5ad(folder / name)


def run(code):
    "Run one snippet in a folder of its own; what it printed of its error, empty if there was none."
    env = os.environ | {"MPLBACKEND": "agg", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        example_files(Path(folder))
        done = subprocess.run([sys.executable, "-c", shortened(code)], cwd=folder, env=env, capture_output=True, text=True)
    return f"{code}\nfailed:\n{done.stderr[-3000:]}" if done.returncode else ""


def main():
    "Run them all, two at a time; exit with the first that fails."
    found = snippets((ROOT / "README.md").read_text(encoding="utf-8"))
    if not found: sys.exit("Expected Python snippets in README.md; found none.")
    with ThreadPoolExecutor(2) as pool:
        for number, error in enumerate(pool.map(run, found), 1):
            if error: sys.exit(f"README.md, snippet {number}:\n{error}")
    print(f"README.md: {len(found)} snippets run")


if __name__ == "__main__":
    main()
