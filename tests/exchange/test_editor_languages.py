"""A translation stands beside its entry in the web editor, and offers what a translation may hold."""

from typing import Any

from ppidgen.exchange.editor.configuration import NOWHERE, Forge, Repository, configuration

ENTRY = "content/informasi/bpkad/lkpd-2024.yaml"


def configured(*paths: str) -> dict[str, Any]:
    return dict(configuration(paths, Repository(Forge.GITHUB, NOWHERE, "main"), "Penyunting"))


def test_a_portal_of_one_language_is_told_of_no_other() -> None:
    made = configured(ENTRY)
    assert "i18n" not in made
    assert not any("i18n" in one for one in made["collections"])


def test_only_words_are_translated_and_only_the_original_must_be_filled() -> None:
    made = configured(ENTRY, ENTRY.replace(".yaml", ".en.yaml"))
    assert made["i18n"]["locales"] == ["id", "en"]
    (entries,) = (one for one in made["collections"] if one["name"] == "informasi")
    fields = {field["name"]: field for field in entries["fields"]}
    assert (fields["judul"]["i18n"], fields["judul"]["required"]) == (True, ["id"])
    assert "i18n" not in fields["kategori"]
    assert fields["kategori"]["required"] is True
    inner = {field["name"]: field.get("i18n") for field in fields["dokumen"]["fields"]}
    assert (inner["judul"], inner["berkas"]) == (True, None)
