"""JupyterLab as `make lab` starts it: a notebook is cleaned as it is saved, so that its difference in git is its content."""
from nbdev.clean import clean_jupyter

c.ContentsManager.pre_save_hook = clean_jupyter  # noqa: F821  (Jupyter provides c)
