"""EDGE: links to other sites, tried politely: one after another for each host, with the last good answer kept.

An answer is good (it opens), dead (it does not), or lacking: a link that was not tried is never good, and one into a
private network is never tried.
"""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from ppidgen import __version__
from ppidgen.cli.network.public_hosts import PrivateHostError, opener
from ppidgen.model.rubrics.scorecard import LinkState
from ppidgen.reading.study import Study
from ppidgen.scoring.documents import links_of
from ppidgen.source.caches import cache_file
from ppidgen.source.caches.cache_file import CACHE

_DAY = 24 * 3600
_FILE = "links.json"
_REFUSED = 400
_BUSY = frozenset({408, 425, 429})
_FAULT_OF_SERVER = 500


@dataclass(frozen=True, slots=True)
class Manners:
    """How links are tried; times are in seconds.

    A good answer is not asked for again while `fresh`, and stands in for a silent server while `kept`. A host that was
    silent `most_silences` times on end is left. `allowed` names hosts that may be reached although they are private.
    """

    at_once: int = 8
    patience: float = 15
    tries: int = 2
    pause: float = 1
    most_silences: int = 2
    fresh: float = _DAY
    kept: float = 14 * _DAY
    allowed: frozenset[str] = frozenset()


MANNERS = Manners()


class Result(StrEnum):
    """What trying a link gave."""

    GOOD = "good"
    KEPT = "kept"
    DEAD = "dead"
    SILENT = "silent"
    UNTRIED = "untried"
    PRIVATE = "private"


def named_links(study: Study) -> tuple[str, ...]:
    """Give every address that a public record names for its content."""
    portal = study.context.portal
    records = (*portal.published_information, *portal.news, *portal.articles, *portal.procurement)
    return tuple(sorted({link for record in records for link in links_of(record)}))


def tried(folder: Path, links: Iterable[str], now: float, manners: Manners = MANNERS) -> Mapping[str, Result]:
    """Try links and say what became of each; good answers are remembered beside the portal with their moment."""
    known = {link: moment for link, moment in _load(folder).items() if 0 <= now - moment < manners.kept}
    results: dict[str, Result] = {}
    by_host: dict[str, list[str]] = {}
    for link in sorted(set(links)):
        if link in known and now - known[link] < manners.fresh:
            results[link] = Result.GOOD
        else:
            by_host.setdefault(urlsplit(link).hostname or "", []).append(link)
    with ThreadPoolExecutor(manners.at_once) as pool:
        found = {
            link: one for pairs in pool.map(lambda own: _host(own, manners), by_host.values()) for link, one in pairs
        }
    good = {link for link, one in found.items() if one is Result.GOOD}
    dead = {link for link, one in found.items() if one is Result.DEAD}
    results |= {link: Result.KEPT if one is Result.SILENT and link in known else one for link, one in found.items()}
    _save(folder, {link: moment for link, moment in known.items() if link not in dead} | dict.fromkeys(good, now))
    return results


_STATES: Mapping[Result, LinkState] = MappingProxyType(
    {
        Result.GOOD: LinkState.OPEN,
        Result.KEPT: LinkState.OPEN,
        Result.DEAD: LinkState.DEAD,
        Result.SILENT: LinkState.DEAD,
        Result.PRIVATE: LinkState.PRIVATE,
    }
)


def answers(results: Mapping[str, Result]) -> dict[str, LinkState]:
    """Say what each link proves; one that was not tried is left out, so that it proves nothing."""
    return {link: _STATES[one] for link, one in results.items() if one in _STATES}


def _host(links: Iterable[str], manners: Manners) -> list[tuple[str, Result]]:
    """Try the links of one host one after another; when it stays silent again and again, leave it in peace."""
    return list(_one_by_one(links, manners))


def _one_by_one(links: Iterable[str], manners: Manners) -> Iterator[tuple[str, Result]]:
    silent = 0
    for place, link in enumerate(links):
        if silent >= manners.most_silences:
            yield link, Result.UNTRIED
            continue
        if place:
            time.sleep(manners.pause)
        result = _result(link, manners)
        silent = silent + 1 if result is Result.SILENT else 0
        yield link, result


def _result(link: str, manners: Manners) -> Result:
    result = Result.SILENT
    for attempt in range(manners.tries):
        if attempt:
            time.sleep(manners.pause)
        for method in ("HEAD", "GET"):
            result = _asked(link, method, manners)
            if result in {Result.GOOD, Result.PRIVATE}:
                return result
        if result is Result.DEAD:
            break
    return result


def _asked(link: str, method: str, manners: Manners) -> Result:
    try:
        request = urllib.request.Request(link, method=method, headers={"User-Agent": f"ppidgen/{__version__}"})  # noqa: S310 - the opener knows http and https only
        with opener(manners.allowed).open(request, timeout=manners.patience) as answer:
            return Result.GOOD if answer.status < _REFUSED else Result.DEAD
    except PrivateHostError:
        return Result.PRIVATE
    except urllib.error.HTTPError as error:
        error.close()
        return Result.SILENT if error.code in _BUSY or error.code >= _FAULT_OF_SERVER else Result.DEAD
    except (OSError, http.client.HTTPException, ValueError):
        return Result.SILENT


def _load(folder: Path) -> dict[str, float]:
    held = cache_file.recalled(folder / CACHE / _FILE)
    pairs = held.items() if isinstance(held, dict) else ()
    return {link: float(moment) for link, moment in pairs if isinstance(moment, int | float)}


def _save(folder: Path, good: Mapping[str, float]) -> None:
    cache_file.keep(folder / CACHE / _FILE, dict(sorted(good.items())))
