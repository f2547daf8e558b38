"""Lingshu-Cell: a generative model of the cell, by masked discrete diffusion over raw UMI counts.

`import lingshu_cell as lc` loads nothing else: each name below is imported when it is first used.
"""
from importlib import import_module

__version__ = "0.1.0"

_MODULES = ("core", "tokenizer", "diffusion", "layers", "compression", "conditions", "denoiser", "prior", "sampler", "data", "files",
            "splits", "streaming", "writing", "checkpoint", "training", "devices", "monitoring", "generation", "fitting", "hub",
            "model", "metrics", "response", "submission", "evaluation", "moving", "baselines", "peers", "peer_scvi", "peer_state",
            "peer_scdiffusion", "peer_scgpt", "plotting", "figures", "panels", "datasets", "quality", "atlases", "options", "sources", "cli")
_NAMES = {name: (name, None) for name in _MODULES} | {             # public name: (module, attribute or the module itself)
    "evaluate": ("evaluation", None), "pl": ("plotting", None),
    "LingshuCell": ("model", "LingshuCell"), "Tokenizer": ("tokenizer", "Tokenizer"),
    "Prior": ("prior", "Prior")}

__all__ = sorted(_NAMES)


def __getattr__(name):
    "Import the public name `name` and keep it (PEP 562)."
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}", name=name)
    module, attribute = _NAMES[name]
    found = import_module(f"{__name__}.{module}")
    globals()[name] = found if attribute is None else getattr(found, attribute)
    return globals()[name]


def __dir__():
    "All public names, also those not imported yet: what tab completion offers."
    return sorted({*globals(), *__all__})
