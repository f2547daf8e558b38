"""Chapter 5, evaluate: generated cells against real ones. What users need has one name here, such as `lc.evaluate.compare`.

Each name is imported when it is first used. Everything else has its full path: `lingshu_cell.evaluate.metrics.mmd`.
"""
from importlib import import_module

_NAMES = {                                                         # public name: its module
    "compare": "comparison", "memorisation": "comparison", "annotate": "comparison", "type_proportions": "comparison",
    "split_halves": "references", "independent_genes": "references", "resampled_cells": "references",
    "perturbation": "views", "single_cell_view": "views", "summary": "views",
    "delta_table": "response", "control_as_prediction": "response", "bootstrap": "response",
    "paper_table": "evaluators", "average_score": "evaluators",
    "challenge_2026": "evaluators", "challenge_score": "evaluators",
    "export_submission": "submission", "check_submission": "submission",
    "moved_by": "moving"}

__all__ = sorted(_NAMES)


def __getattr__(name):
    "Import a public name and keep it (PEP 562)."
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}", name=name)
    globals()[name] = getattr(import_module(f"{__name__}.{_NAMES[name]}"), name)
    return globals()[name]


def __dir__():
    "The public names, also those not imported yet: what tab completion offers."
    return sorted({*(n for n in globals() if n.startswith("__")), *__all__})
