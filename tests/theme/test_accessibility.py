"""The checker judges one of many texts that look alike; one that looks otherwise is found wherever it stands."""

import pytest
from playwright.sync_api import Browser

from tests.theme.accessibility import CONTRAST, faults
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

ALIKE = "<tr class='baris'><td>Laporan</td></tr>"
PALE = "color: #bbb"


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(f"<tr class='baris'><td style='{PALE}'>Laporan</td></tr>", id="in a colour of its own"),
        pytest.param("<tr class='baris' style='background: #333'><td>Laporan</td></tr>", id="on a ground of its own"),
        pytest.param("<tr class='baris' style='opacity: 0.3'><td>Laporan</td></tr>", id="let through"),
        pytest.param(
            f"<tr class='baris'><td style='{PALE}' hidden>Satu</td><td style='{PALE}'>Dua</td></tr>",
            id="after a hidden",
        ),
        pytest.param(
            f"<tr class='baris'><td><button disabled style='{PALE}'>Satu</button></td></tr>"
            f"<tr class='baris'><td><button style='{PALE}; background: #fff'>Dua</button></td></tr>",
            id="after a control that need not be read",
        ),
    ],
)
def test_one_text_too_pale_among_many_alike_is_found(odd: str, browser: Browser) -> None:
    page_of = "<!doctype html><html lang='id'><title>Daftar</title><main><h1>Daftar</h1><table>{}</table></main></html>"
    for rows, told in ((ALIKE * 40, []), (ALIKE * 20 + odd + ALIKE * 20, ["color-contrast"])):
        with visit(browser, {"/index.html": page_of.format(rows).encode()}) as (page, _):
            page.goto(f"{HOST}/")
            assert [name for name, _ in faults(page, CONTRAST)] == told
