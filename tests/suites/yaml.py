"""Hold the reader of registers against the YAML test suite: `python -m tests.suites.yaml FOLDER`.

FOLDER is the suite's, or its `src`. Registers are a small part of YAML on purpose; every case that ends otherwise than
the suite wants is in `yaml_deviations.txt` with its reason. The program fails when a case is not there, is there and
ends as the suite wants, or ends for another reason; and when one raises, takes 2 s or 256 MB.
"""

import sys
from collections import Counter
from functools import partial
from pathlib import Path

from ppidgen.source.register_text import text, yaml
from tests.fuzz.bounded import bounded
from tests.suites.asked import folder_asked
from tests.suites.cases import Case, cases, meant, told

DEVIATIONS = Path(__file__).with_name("yaml_deviations.txt")
AS_WANTED = ""
# What we do otherwise, and why; a case that is refused is named after the first of these codes that it yields.
REASONS = {
    "SUM020": "anchors and aliases are refused: what a register says must stand where it is read",
    "SUM021": "tags are refused: the field decides the type, never the file",
    "SUM022": "directives are refused: nothing in a register depends on the version of YAML",
    "SUM023": "one file is one document",
    "SUM024": "merge keys are refused: they expand without bound",
    "SUM025": "a key is a plain text, so that it can be one of the register's",
    "SUM012": "a key that stands twice is a fault: the reader cannot know which was meant",
    "SUM005": "control characters are refused everywhere",
    "SUM009": "a tab in front of a line is refused, since editors show it as any number of spaces",
    "SUM010": "a value that ` #` cuts off is a fault: officers write `Nomor #12`, not comments after values",
    "SUM008": "libyaml reads YAML 1.1, which takes this `: ` for a second key",
    "SUM013": "libyaml reads YAML 1.1, which wants a space after a closing quote",
    "SUM015": "libyaml reads YAML 1.1, which refuses this sign in front of a value",
    "SUM016": "libyaml reads YAML 1.1, which refuses this bracket",
    "SUM017": "libyaml reads YAML 1.1, which wants this line further in",
    "SUM019": "a colon without a space after a key of a register is taken for a slip of the finger",
    "SUM032": "an escape that stands for an invisible character is refused",
    "SUM029": "libyaml reads YAML 1.1, which refuses this",
}


def ending(case: Case) -> str:
    """Say how a case ends: "" as the suite wants, the code it is refused with, or what is read of it."""
    decoded = text.decode("content/a.yaml", case.text.encode("utf-8", "surrogatepass"))
    read = yaml.parse("content/a.yaml", decoded.value) if decoded.value is not None else decoded
    codes = {one.code for one in (*decoded.findings, *read.findings)}
    if case.refused:
        return AS_WANTED if codes else "accepted"
    if codes:
        return next((code for code in REASONS if code in codes), min(codes))
    node = yaml.parse("content/a.yaml", decoded.value or "").value
    return AS_WANTED if told(node) == meant(case.tree) else "read otherwise"


def listed() -> dict[str, tuple[str, str]]:
    """Read the table: each case with how it ends and why."""
    table: dict[str, tuple[str, str]] = {}
    for line in DEVIATIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, rest = line.partition(" ")
            how, _, own = rest.partition(": ")
            table[name] = how, own or REASONS.get(how, "")
    return table


def main() -> int:
    """Run all cases of the folder named on the command line."""
    table, endings = listed(), Counter[str]()
    faults, slowest, largest = 0, 0.0, 0.0
    for case in cases(folder_asked(__doc__)):
        said = bounded(partial(ending, case))
        slowest, largest = max(slowest, said.seconds), max(largest, said.megabytes)
        endings[said.fault] += 1
        how, why = table.pop(case.name, (AS_WANTED, "as the suite wants"))
        if said.fault != how or not why:
            faults += 1
            print(
                f"{case.name}: {said.fault or 'as the suite wants'}; the table says {how} {why or 'without a reason'}"
            )
    for name in table:
        print(f"{name}: in the table, not in the suite")
    for how, count in endings.most_common():
        print(f"{count:>3} {how or 'as the suite wants'}  {REASONS.get(how, '')}".rstrip())
    print(f"{endings.total()} cases; slowest {slowest:.2f} s of CPU, largest {largest:.0f} MB")
    return 1 if faults or table or not endings else 0


if __name__ == "__main__":
    sys.exit(main())
