"""Packaging, read from settings.ini (nbdev's own template needs pkg_resources, which setuptools no longer ships)."""
import re
import shlex
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
config = ConfigParser(delimiters=["="])
config.read(HERE / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]

PACKAGE = cfg["lib_path"]
EXTRAS = ("dev", "eval", "devices", "scale", "hub", "log", "explore", "atlas")
CLASSIFIERS = [
    "Development Status :: 3 - Alpha",
    "Intended Audience :: Science/Research",
    "License :: OSI Approved :: Apache Software License",
    "Natural Language :: English",
    "Operating System :: POSIX :: Linux",
    "Programming Language :: Python :: 3",
    *(f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)),
    "Topic :: Scientific/Engineering :: Artificial Intelligence",
    "Topic :: Scientific/Engineering :: Bio-Informatics",
    "Typing :: Typed",
]


def with_addresses(text):
    "README.md for the package index, which has no files beside it: relative links and pictures lead to the repository."
    text = re.sub(r"(!\[[^]]*\]\()(?![a-z]+:|#)", rf"\g<1>{cfg['git_url']}/raw/main/", text)
    return re.sub(r"(\]\()(?![a-z]+:|#)", rf"\g<1>{cfg['git_url']}/blob/main/", text)


class WithoutIndex(build_py):
    "What a wheel is built from: all modules but nbdev's index of symbols, which serves the repository only."

    def find_package_modules(self, package, package_dir):
        "The modules of a package as `(package, module, path)`."
        return [found for found in super().find_package_modules(package, package_dir) if found[1] != "_modidx"]


setup(
    name=cfg["lib_name"],
    version=cfg["version"],
    description=cfg["description"],
    keywords=cfg["keywords"],
    author=cfg["author"],
    author_email=cfg["author_email"],
    url=cfg["git_url"],
    project_urls={
        "Documentation": cfg["doc_host"] + cfg["doc_baseurl"],
        "Source": cfg["git_url"],
        "Changes": cfg["git_url"] + "/blob/main/CHANGELOG.md",
        "Issues": cfg["git_url"] + "/issues",
        "Paper": "https://arxiv.org/abs/2603.25240",
    },
    license="Apache-2.0",
    classifiers=CLASSIFIERS,
    long_description=with_addresses((HERE / "README.md").read_text(encoding="utf-8")),
    long_description_content_type="text/markdown",
    packages=find_packages(include=[PACKAGE, PACKAGE + ".*"], exclude=[PACKAGE + ".tests", PACKAGE + ".tests.*"]),
    package_data={PACKAGE: ["py.typed", "cells/*.json"]},
    zip_safe=False,
    cmdclass={"build_py": WithoutIndex},
    python_requires=">=" + cfg["min_python"],
    install_requires=shlex.split(cfg["requirements"]),
    extras_require={name: shlex.split(cfg[f"{name}_requirements"]) for name in EXTRAS},
    entry_points={"console_scripts": shlex.split(cfg["console_scripts"])},
)
