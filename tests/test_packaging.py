"""An installed wheel works as the checkout does, with its templates, quotes and figures inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel holds, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *command: str) -> str:
    """What a command prints when the wheel's own files come first on the path."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_a_wheel_drafts_the_same_edition_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """Outside the checkout, the wheel alone writes the committed edition, byte for byte."""
    assert str(installed) in run(installed, tmp_path, "-c", "import storygen; print(storygen.__file__)")

    run(installed, tmp_path, "-m", "storygen", "draft")

    committed = ROOT / "output" / "2018-19"
    written = {path.name: path.read_bytes() for path in (tmp_path / "output" / "2018-19").iterdir()}
    assert written == {path.name: path.read_bytes() for path in committed.iterdir()}


def test_a_wheel_carries_the_licence_of_its_figures(installed: Path) -> None:
    """The attribution travels with the figures."""
    attribution = installed / "storygen" / "topics" / "drug_seizures" / "figures" / "ATTRIBUTION.md"

    assert "Open Government Licence" in attribution.read_text(encoding="utf-8")


def test_any_folders_of_tests_are_collected_together() -> None:
    """Files of one name in two folders are two modules: whoever works on two rooms runs the tests of both."""
    folders = [f"tests/{name}" for name in ("wire", "quoting", "local", "formats")]
    ask = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *folders]

    done = subprocess.run(ask, cwd=ROOT, check=False, capture_output=True, text=True)

    assert 0 == done.returncode, done.stdout
