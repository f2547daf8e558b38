"""Lingshu-Cell: a generative model of the cell, by masked discrete diffusion over raw UMI counts.

`import lingshu_cell as lc` loads nothing else: each name below is imported when it is first used. These few are the
door; everything else has its full path, chapter and notebook, such as `lingshu_cell.method.sampler`.
"""
from importlib import import_module

__version__ = "0.1.0"

# in the order of reading
_CHAPTERS = ("cells", "method", "data", "training", "model", "evaluate", "peers", "paper", "cli")
_NAMES = {  # public name: (module, attribute or the module itself)
    "LingshuCell": ("model.model", "LingshuCell"),
    "CellFiles": ("data.streaming", "CellFiles"),
    "convert": ("data.conversion", "convert"),
    "Tokenizer": ("method.tokenizer", "Tokenizer"),
    "Prior": ("method.fold_changes", "Prior"),
    "datasets": ("cells.datasets", None),
    "simulate": ("cells.simulator", "simulate"),
    "splits": ("data.splits", None),
    "quality": ("data.quality", None),
    "evaluate": ("evaluate", None),
    "explore": ("evaluate.explorer_panel", "explore"),
    "baselines": ("evaluate.baselines", None),
    "pl": ("evaluate.plotting", None),
}

__all__ = sorted(_NAMES)


def __getattr__(name):
    "Import a public name or a chapter and keep it (PEP 562)."
    if name not in _NAMES and name not in _CHAPTERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}", name=name)
    module, attribute = _NAMES.get(name, (name, None))
    found = import_module(f"{__name__}.{module}")
    globals()[name] = found if attribute is None else getattr(found, attribute)
    return globals()[name]


def __dir__():
    "The public names, also those not imported yet: what tab completion offers."
    return sorted({*(n for n in globals() if n.startswith("__")), *__all__})
