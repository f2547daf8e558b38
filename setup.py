"""Packaging, read from settings.ini (nbdev's own template needs pkg_resources, which setuptools no longer ships)."""
import shlex
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

here = Path(__file__).parent
config = ConfigParser(delimiters=["="])
config.read(here / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]

setup(
    name=cfg["lib_name"], version=cfg["version"], description=cfg["description"], keywords=cfg["keywords"],
    author=cfg["author"], author_email=cfg["author_email"], url=cfg["git_url"], license="Apache-2.0",
    long_description=(here / "README.md").read_text(encoding="utf-8"), long_description_content_type="text/markdown",
    packages=find_packages(include=[cfg["lib_path"], cfg["lib_path"] + ".*"]), include_package_data=True, zip_safe=False,
    package_data={cfg["lib_path"]: ["cells/*.json"]},
    python_requires=">=" + cfg["min_python"],
    install_requires=shlex.split(cfg["requirements"]),
    extras_require={name: shlex.split(cfg[f"{name}_requirements"]) for name in ("dev", "eval", "devices", "scale", "hub", "log", "atlas")},
    entry_points={"console_scripts": shlex.split(cfg["console_scripts"]), "nbdev": [f"{cfg['lib_path']}={cfg['lib_path']}._modidx:d"]},
)
