"""Chapter 5, evaluate: generated cells against real ones. What most readers need is here by one name: `lc.evaluate.compare`, `lc.evaluate.perturbation`."""
from importlib import import_module

_NAMES = ("METRICS", "compare_pair", "equal_number", "gather_samples", "compare", "memorisation",
          "type_labels", "annotate", "type_proportions", "average_score", "bootstrap", "challenge_2026",
          "challenge_score", "check_submission", "control_as_prediction", "delta_table",
          "export_submission", "paper_table", "perturbation", "single_cell_view", "split_halves",
          "independent_genes", "resampled_cells")           # all that the notebook comparison offers

__all__ = sorted(_NAMES)


def __getattr__(name):
    "A public name of the notebook comparison, imported when it is first used (PEP 562)."
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}", name=name)
    globals()[name] = getattr(import_module(f"{__name__}.comparison"), name)
    return globals()[name]


def __dir__():
    "The public names, also those not imported yet: what tab completion offers."
    return sorted({*(n for n in globals() if n.startswith("__")), *__all__})
