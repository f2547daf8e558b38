"""JupyterLab as `make lab` starts it: on the index, and cleaning a notebook of this repository as it is saved, so that git shows what changed."""
import subprocess
from pathlib import Path

from nbdev.clean import clean_jupyter

ROOT = Path(__file__).resolve().parent.parent


def is_ours(path, root):
    "Whether the file at `path` is a notebook of the repository at `root`: below nbs/, and known to git."
    path, root = Path(path).resolve(), Path(root).resolve()
    if not path.is_relative_to(root / "nbs"): return False
    command = ["git", "-C", str(root), "ls-files", "--error-unmatch", "--", str(path)]
    try: return subprocess.run(command, capture_output=True).returncode == 0
    except OSError: return False                      # no git: nothing is known to be ours


def clean_ours(path, model, contents_manager=None, **kwargs):
    "Clean a notebook of the repository before it is saved; leave everybody else's as it is, with its outputs and counts."
    file = Path(getattr(contents_manager, "root_dir", ROOT), path.lstrip("/"))
    if is_ours(file, ROOT): clean_jupyter(path=str(file), model=model, contents_manager=contents_manager, **kwargs)


if "get_config" in globals():                         # Jupyter reads this file as its configuration; tests import it
    c = get_config()  # noqa: F821
    c.LabApp.default_url = "/lab/tree/nbs/index.ipynb"
    c.ContentsManager.pre_save_hook = clean_ours
