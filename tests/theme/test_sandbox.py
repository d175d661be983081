import pytest
from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import escape

from ppidgen.model.pages.page import Badge, Link
from ppidgen.theme.sandbox import Sandbox


def shown(source: str, **values: object) -> str:
    return Sandbox({"x.html": source}).get_template("x.html").render(**values)


def test_everything_is_escaped() -> None:
    assert shown("{{ a.text }}|{{ b }}", a=Link("<b>", "/"), b='"&') == "&lt;b&gt;|&#34;&amp;"


@pytest.mark.parametrize(
    "source",
    [
        "{{ a.__class__.__mro__ }}",
        "{{ a.text.__class__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ f.__globals__ }}",
        "{{ f.__code__ }}",
        "{{ '{0.__class__}'.format(a) }}",
        "{{ a._field }}",
    ],
)
def test_no_template_reaches_the_insides_of_python(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        shown(source, a=Link("x", "/"), f=shown)


def test_a_missing_value_is_a_fault_and_not_a_gap() -> None:
    for source in ("{{ missing }}", "{{ a.missing }}", "{{ a.text.missing }}", "{{ a.class }}"):
        with pytest.raises(UndefinedError):
            shown(source, a=Link("x", "/"))


def test_what_a_value_does_not_have_can_be_asked_for() -> None:
    source = "{% if a.tone is defined %}{{ a.tone }}{% else %}{{ a.text }}{% endif %}"
    assert [shown(source, a=one) for one in (Link("x", "/"), Badge("x", "info"))] == ["x", "info"]


def test_text_that_looks_like_a_template_stays_text() -> None:
    assert shown("{{ a.text }}", a=Link("{{ 7 * 7 }}{% raw %}", "/")) == "{{ 7 * 7 }}{% raw %}"


@pytest.mark.parametrize("word", ["Buka", "A & B <i>", "{{ 7 * 7 }}", "{% raw %}", "{# x #}", " tepi ", "it's"])
def test_a_word_of_the_theme_is_text_however_it_is_put_in(word: str) -> None:
    source = "a {{ kata.buka }}{%- if kata.buka %}\n{{ (kata.buka ~ '') }}{% endif %}"
    room = Sandbox({"x.html": source}, {"buka": word})
    assert room.get_template("x.html").render() == f"a {escape(word)}{escape(word)}"


def test_indentation_costs_no_bytes() -> None:
    assert shown("<ul>\n    <li>a</li>\n\n    <li>b</li>\n</ul>\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


@pytest.mark.parametrize(
    "source",
    [
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{% import '/etc/passwd' as a %}{{ a }}",
        "{% extends '/etc/passwd' %}",
        "{{ open('/etc/passwd').read() }}",
        "{{ '/etc/passwd'|open }}",
        "{{ lipsum.__globals__.os.popen('id').read() }}",
        "{{ cycler.__init__.__globals__.os.environ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context.environment.loader }}",
        "{% set x = namespace() %}{{ x.__class__.__init__.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ a.\uff3f\uff3fclass\uff3f\uff3f }}",
    ],
)
def test_no_template_reads_a_file_or_the_settings_of_this_machine(source: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        shown(source, a=Link("x", "/"))


def test_what_one_portal_answers_is_not_compiled_into_the_template_of_the_next() -> None:
    for base in ("/", "/ppid/"):
        room = Sandbox({"x.html": "{{ 'a.css'|asset }}{% for one in ['b.css'|asset] %} {{ one }}{% endfor %}"})
        room.offer({"asset": lambda _, name, base=base: base + str(name)})
        assert room.get_template("x.html").render() == f"{base}a.css {base}b.css"
