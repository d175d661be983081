"""Links over https, tried on a server whose certificate an authority of the test's own has signed."""

import ssl
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ppidgen.assessment import assess
from ppidgen.cli.network.links import Manners, Result, answers, named_links, tried
from ppidgen.model.rubrics.scorecard import LinkState, Scorecard
from ppidgen.options import Options
from ppidgen.reading import rubric_files
from ppidgen.reading.study import read_portal
from tests.cli.conftest import SOUND, lay
from tests.cli.sites import Site

OWN = frozenset({"127.0.0.1", "127.0.0.2"})
QUICK = Manners(patience=20, pause=0, allowed=OWN)
NOW = 1_800_000_000.0
DAY = 24 * 3600.0


def openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an authority (`ca.pem`) and what it signed for 127.0.0.1 alone (`own.pem`, `own.key`)."""
    folder = tmp_path_factory.mktemp("authority")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n", encoding="ascii")
    openssl(
        folder,
        "req",
        "-x509",
        *key,
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-subj",
        "/CN=Otoritas Contoh",
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign",
    )  # without which Python 3.13 trusts no authority
    openssl(folder, "req", *key, "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=Situs Contoh")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-out", "own.pem")
    openssl(folder, "x509", "-req", "-in", "own.csr", *signed)
    return folder


@pytest.fixture
def site(authority: Path) -> Iterator[Site]:
    identity = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    identity.load_cert_chain(authority / "own.pem", authority / "own.key")
    made = Site(identity)
    yield made
    made.close()


@pytest.fixture
def trusting(authority: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))


@pytest.mark.usefixtures("trusting")
def test_a_page_over_https_is_good_and_the_answers_of_its_server_count_as_over_http(site: Site, tmp_path: Path) -> None:
    wanted = {"/baik": Result.GOOD, "/pindah": Result.GOOD, "/hilang": Result.DEAD, "/rusak": Result.SILENT}
    assert tried(tmp_path, map(site.at, wanted), NOW, QUICK) == {site.at(path): one for path, one in wanted.items()}
    assert site.asked.count("HEAD /rusak") == QUICK.tries


def test_a_certificate_that_nobody_vouches_for_proves_nothing(site: Site, tmp_path: Path) -> None:
    assert answers(tried(tmp_path, [site.at("/baik")], NOW, QUICK)) == {site.at("/baik"): LinkState.DEAD}
    assert site.asked == []


@pytest.mark.usefixtures("trusting")
def test_a_certificate_for_another_host_proves_nothing(site: Site, tmp_path: Path) -> None:
    link = site.at("/baik", "127.0.0.2")
    assert answers(tried(tmp_path, [link], NOW, QUICK)) == {link: LinkState.DEAD}
    assert site.asked == []


def test_a_link_over_https_earns_points_only_once_it_opened_and_keeps_them_while_its_server_is_away(
    site: Site, tmp_path: Path, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = f"judul: Rencana Strategis 2025-2029\nkategori: berkala\nmemenuhi: [S08]\ntautan: {site.at('/baik')}\n"
    lay(tmp_path, {**SOUND, "content/informasi/bpkad/renstra.yaml": f"{entry}tanggal_diperbarui: 2026-02-01\n"})
    study = read_portal(tmp_path, Options(date(2026, 2, 16), processes=1, base_url=site.at("/")))
    read = rubric_files.shipped("perki-1-2021")
    assert read is not None

    def scored(moment: float) -> Scorecard:
        return assess(study, read, links=answers(tried(tmp_path, named_links(study), moment, QUICK)))

    unchecked = assess(study, read)
    assert scored(NOW).recorded == unchecked.recorded
    assert scored(NOW).possible.value < unchecked.possible.value  # tried, and did not open
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    assert scored(NOW).recorded.value > unchecked.recorded.value
    site.close()
    assert scored(NOW + 2 * DAY).recorded.value > unchecked.recorded.value
    assert scored(NOW + 15 * DAY).recorded == unchecked.recorded
