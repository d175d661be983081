"""Run every test of accessibility and, when all pass, write the day into what portals state of themselves.

python -m tests.site.state_accessibility; it takes some ten minutes and leaves the file as it was when a test fails.
"""

import argparse
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

PROGRAM = Path(__file__).parents[2]
STATEMENT = PROGRAM / "ppidgen/data/uji-aksesibilitas.yaml"
# What the statement says was tested, by the tests that do it.
TESTS = (
    "tests/site/test_browser.py", "tests/site/test_html.py", "tests/site/test_reading_it.py",
    "tests/site/test_system_settings.py", "tests/site/test_tree.py", "tests/theme/test_gallery.py",
    "tests/theme/test_system_settings.py",
)  # fmt: skip
DAY = re.compile(r"^dijalankan: .*$", re.MULTILINE)


def main() -> int:
    """Run the tests; give the exit code of the run."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    code = subprocess.run([sys.executable, "-m", "pytest", "-q", *TESTS], cwd=PROGRAM, check=False).returncode
    if code == 0:
        text = STATEMENT.read_text(encoding="utf-8")
        STATEMENT.write_text(DAY.sub(f"dijalankan: {datetime.now(UTC).date().isoformat()}", text), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
