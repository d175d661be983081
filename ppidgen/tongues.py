"""What ships with the program in a further language: interface, closed choices, law, what was tested."""

from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.context import Tongue
from ppidgen.model.data_words import CHOICES_FILE, SENTENCES_FILE, accessibility_in, law_in, parse_data_words
from ppidgen.model.law import Law
from ppidgen.model.words import Words, parse_words
from ppidgen.source import package_data


def tongue(language: str, main: Words, law: Law, test: AccessibilityTest) -> Tongue:
    """Read the words of a language; what it has no words for is said in the main one, and marked so."""
    own = parse_words(package_data.read_text(f"kata/{language}.yaml"), language)
    choices = parse_words(package_data.read_text(CHOICES_FILE.format(language)), language)
    data = parse_data_words(package_data.read_text(SENTENCES_FILE.format(language)), language)
    return Tongue(own.with_more(choices).above(main), law_in(law, data), accessibility_in(test, data), data)
