"""EDGE: links to other sites, tried politely: a few at a time, once each, with the last good answer kept for a week."""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from ppidgen import __version__
from ppidgen.pipeline import Study
from ppidgen.reading import CACHE
from ppidgen.scoring.documents import links_of

_AT_ONCE = 8
_PATIENCE = 15
_TRIES = 2
_PAUSE = 1.0
_KEPT = 7 * 24 * 3600
_FILE = "links.json"
_GONE = frozenset({404, 410})


def tried(folder: Path, study: Study) -> Mapping[str, bool]:
    """Try every address that a public record names; those of one host one after another."""
    portal = study.context.portal
    records = (*portal.published_information, *portal.news, *portal.articles, *portal.procurement)
    wanted = sorted({link for record in records for link in links_of(record)})
    known, now = _load(folder), time.time()
    fresh = {link: known[link] for link in wanted if link in known and now - known[link] < _KEPT}
    by_host: dict[str, list[str]] = {}
    for link in wanted:
        if link not in fresh:
            by_host.setdefault(urlsplit(link).netloc, []).append(link)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = {link: good for found in pool.map(_host, by_host.values()) for link, good in found}
    good = {**fresh, **{link: now for link, is_good in answers.items() if is_good}}
    _save(folder, good)
    return {**dict.fromkeys(fresh, True), **answers}


def _host(links: Iterable[str]) -> list[tuple[str, bool]]:
    return [(link, _answers(link)) for link in links]


def _answers(link: str) -> bool:
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        for method in ("HEAD", "GET"):
            request = urllib.request.Request(link, method=method, headers={"User-Agent": f"ppidgen/{__version__}"})  # noqa: S310 - the model takes http and https only
            try:
                with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - as above
                    return bool(answer.status < 400)  # noqa: PLR2004 - errors begin there
            except urllib.error.HTTPError as error:
                if error.code in _GONE:
                    return False
            except (OSError, http.client.HTTPException, ValueError):
                continue
    return False


def _load(folder: Path) -> dict[str, float]:
    try:
        held = json.loads((folder / CACHE / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    pairs = held.items() if isinstance(held, dict) else ()
    return {str(link): float(moment) for link, moment in pairs if isinstance(moment, int | float)}


def _save(folder: Path, good: Mapping[str, float]) -> None:
    try:
        (folder / CACHE).mkdir(exist_ok=True)
        (folder / CACHE / _FILE).write_text(json.dumps(good, sort_keys=True), encoding="utf-8")
    except OSError:
        return
