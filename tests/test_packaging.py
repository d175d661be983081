"""What an officer's machine receives: a wheel that carries the themes, the specimen and the data."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_wheel_carries_all_that_the_program_reads(repository: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=repository, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    homes = {"ppidgen": "ppidgen", "themes": "ppidgen/_themes", "content": "ppidgen/_specimen"}
    wanted = {
        f"{home}/{file.relative_to(repository / folder).as_posix()}"
        for folder, home in homes.items()
        for file in (repository / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted - carried == set()
    assert "ppidgen/_themes/baku/theme.yaml" in carried
    assert "ppidgen/_specimen/badan-publik.yaml" in carried
