"""The web editor in a portal of several languages: an entry stands beside its translations, which hold words alone.

Without this a translation ("lkpd.en.yaml") would be listed as an entry of its own, and asked for keys that no
translation may have.
"""

from collections.abc import Iterable, Iterator, Mapping

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.language.translation import spoken_keys
from ppidgen.model.portal.registers import language_of
from ppidgen.model.portal.schema import Schema

_MAIN = SiteLanguage.INDONESIAN.value


def languages_among(paths: Iterable[str]) -> tuple[str, ...]:
    """Give the further languages in which register files are written."""
    return tuple(sorted({language_of(path) for path in paths} - {""}))


def language_settings(languages: tuple[str, ...]) -> Schema:
    """Give what the editor is told of languages; a translation is begun only by who asks for one."""
    if not languages:
        return {}
    return {
        "i18n": {
            "structure": "multiple_files",
            "locales": [_MAIN, *languages],
            "default_locale": _MAIN,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        }
    }


def spoken(fields: Iterable[Schema], model: type[Part]) -> Iterator[Schema]:
    """Give the fields of a form, those that hold words marked as translated; only the original has to be filled."""
    keys: Mapping[str, type[Part] | None] = spoken_keys(model)
    for field in fields:
        name = field["name"]
        if name not in keys:
            yield field
            continue
        marked = {**field, "i18n": True, "required": [_MAIN] if field.get("required") else False}
        part = keys[name]
        yield {**marked, "fields": list(spoken(field["fields"], part))} if part and "fields" in field else marked
