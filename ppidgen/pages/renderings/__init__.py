"""Pages in other forms: large print, plain language, text, braille."""
