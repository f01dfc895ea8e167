"""What `factlint init` writes: the files of a new project, as they stand in `files/`."""

from __future__ import annotations

from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final = "pyproject.toml"
WORKFLOW: Final = ".github/workflows/factlint.yml"

FRAME: Final[Mapping[str, str]] = MappingProxyType(
    {
        SETTINGS: "settings.toml",
        "checks/README.md": "checks.md",
        "reports/README.md": "reports.md",
        ".pre-commit-config.yaml": "pre-commit.yaml",
        WORKFLOW: "workflow.yaml",
    }
)
"""The files that every project gets: the path in it, and the file here."""

EXAMPLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "seeds/example.txt": "example.txt",
        "facts/example.yaml": "example.yaml",
        **{
            f"facts/registry/{kind}.yaml": f"{kind}.yaml"
            for kind in ("people", "offices", "measures", "events", "places")
        },
    }
)
"""The invented article with its facts and registry, for a project that has nothing yet."""

FOLDERS: Final = ("seeds", "facts/registry", "checks", "reports")


def content(name: str) -> str:
    """The text of one of the files here."""
    return (files(__package__) / "files" / name).read_text("utf-8")
