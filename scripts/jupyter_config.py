"""JupyterLab as `make lab` starts it: on the index, and cleaning a notebook as it is saved, so that git shows what changed and no more."""
from nbdev.clean import clean_jupyter

c.LabApp.default_url = "/lab/tree/nbs/index.ipynb"  # noqa: F821  (Jupyter provides c)
c.ContentsManager.pre_save_hook = clean_jupyter  # noqa: F821
