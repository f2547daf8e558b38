"""JupyterLab as `make lab` starts it: on the index, and cleaning a notebook of this repository as it is saved, so that git shows what changed."""
import subprocess
from pathlib import Path

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
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


def as_lab_has_it(metadata):
    """The metadata of a cleaned notebook as JupyterLab writes them once a kernel runs. Cleaning takes the kernel's name and language out, and
    JupyterLab marks a notebook as changed when it puts them back; so they are there when it opens one."""
    from ipykernel.ipkernel import IPythonKernel
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
    name = metadata.get("kernelspec", {}).get("name", "python3")
    try: spec = KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel: return metadata
    kernel = dict(name=name, display_name=spec.display_name, language=spec.language)
    return {**metadata, "kernelspec": kernel, "language_info": metadata.get("language_info") or dict(IPythonKernel.language_info)}


class FilledManager(AsyncLargeFileManager):
    "Opens notebooks of the repository so that they do not count as changed before anybody changed them."
    async def get(self, path, content=True, *args, **kwargs):
        model = await super().get(path, content, *args, **kwargs)
        file = Path(self.root_dir, path.lstrip("/"))
        if content and model["type"] == "notebook" and is_ours(file, ROOT):
            model["content"]["metadata"] = as_lab_has_it(model["content"]["metadata"])
        return model


if "get_config" in globals():                         # Jupyter reads this file as its configuration; tests import it
    c = get_config()  # noqa: F821
    c.LabApp.default_url = "/lab/tree/nbs/index.ipynb"
    c.ServerApp.contents_manager_class = FilledManager
    c.ContentsManager.pre_save_hook = clean_ours
