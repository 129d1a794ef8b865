"""What is raised or lowered at a word's end: call-outs of notes, ordinals, powers, fractions."""

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fpdf import FPDF

from peelviewer.paths import bundled
from peelviewer.reading.pdf.document import opened
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Page, Style, Word, read_page

SIZE = 11.0
PLAIN = bundled("resources/fonts") / "SourceSerif4-Regular.ttf"


def put(text, *, left=70.0, baseline=700.0):
    """Words whose signs in {…} are small and raised, and in [...] small and lowered."""
    made, at = [], left
    for word in text.split(" "):
        for part in word.replace("{", "|^").replace("[", "|_").replace("}", "|").split("|"):
            piece = part.rstrip("]")
            lift = {"^": 4.3, "_": -3.0}.get(piece[:1], 0.0)
            letters = piece.lstrip("^_")
            size = SIZE if not lift else 6.5
            right = at + len(letters) * size / 2
            if letters:
                style = Style(size, bold=False, italic=False)
                made.append(Word(letters, at, right, baseline + lift, style))
            at = right
        at += 0.3 * SIZE
    return made


def text_of(*rows):
    """Lines of a page of such rows, below some plain ones."""
    plain = [f"The patrols of valley {n} were seen more often than before." for n in range(3)]
    words = [
        word
        for number, row in enumerate((*plain, *rows))
        for word in put(row, baseline=780 - 15.0 * number)
    ]
    return lines([Page(1, 595, 842, tuple(words), "")]).lines


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Met on the 1{st} and 22{nd} of May, its 3{rd} plan.", "1st and 22nd of May, its 3rd"),
        ("It was stopped from the 1{st} to the 7{th}.", "from the 1st to the 7th."),
        ("It emits less CO[2] than it did.", "less CO2 than it did"),
        ("Its estate of 1,200 m{2} is large.", "1,200 m² is large"),
        ("Its rooms have 90 m{3} each.", "90 m³ each"),
        ("They waited for {1}/2 an hour.", "for ¹/2 an hour"),
    ],
)
def test_what_is_raised_or_lowered_at_a_words_end_stays_in_its_word(printed, read):
    (found,) = rows_of(put(printed))

    assert read in found.text
    assert found.marks == ()


def test_a_raised_number_is_the_call_out_of_a_note():
    (found,) = rows_of(put("It fell.{2} It rose.{3,4}"))

    assert found.text == "It fell. It rose."
    assert [mark.target for mark in found.marks] == ["2", "3", "4"]


def test_a_raised_number_that_no_note_has_is_text():
    made = text_of("They go to Area{2} and see the 5{th} plan.")

    assert "They go to Area² and see the 5th plan." in made[-1].text
    assert made[-1].callouts == ()


NOTES = [f"{{{number}}} A note of page {number}." for number in range(1, 4)]


@pytest.mark.parametrize(
    ("printed", "called", "read"),
    [
        ("It fell.{1} It rose.{2} It fell.{3}", (1, 2, 3), "It fell. It rose. It fell."),
        ("It fell.{1} It rose.{23}", (1, 2, 3), "It fell. It rose."),
        ("It fell.{1} It rose.{2} It fell.{3} It rose.{17}", (1, 2, 3), "It rose.¹⁷"),
    ],
)
def test_call_outs_are_the_numbers_of_notes(printed, called, read):
    words = [*put(printed, baseline=700)]
    words += [
        w for n in range(5) for w in put("The patrols were seen often.", baseline=685 - 15 * n)
    ]
    for number, note in enumerate(NOTES):
        for word in put(note, baseline=100 - 12 * number):
            small = word._replace(style=word.style._replace(size=min(word.style.size, 8.0)))
            words.append(small)

    found = lines([Page(1, 595, 842, tuple(words), "")]).lines

    assert [line.note for line in found if line.note] == [1, 2, 3]
    assert read in found[0].text
    assert found[0].callouts == called


def test_digits_that_a_font_draws_raised_are_call_outs(tmp_path):
    """As with the feature "sups" of a font: same size, same height, another drawing."""
    font = TTFont(PLAIN)
    glyphs, glyph_set, names = font["glyf"], font.getGlyphSet(), font.getBestCmap()
    for digit in "12":
        pen = TTGlyphPen(None)
        whole = DecomposingRecordingPen(glyph_set)
        glyph_set[names[ord(digit)]].draw(whole)
        whole.replay(TransformPen(pen, (0.55, 0, 0, 0.55, 0, 380)))
        glyphs[names[ord(digit)]] = pen.glyph()
    font.save(tmp_path / "raised.ttf")
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_font("Plain", fname=PLAIN)
    pdf.add_font("Raised", fname=tmp_path / "raised.ttf")
    pdf.add_page()
    left = 70.0
    for family, text in (("Plain", "In 2012 it fell."), ("Raised", "12"), ("Plain", " It rose.")):
        pdf.set_font(family, size=11)
        pdf.text(left, 100, text)
        left += pdf.get_string_width(text)
    pdf.output(str(tmp_path / "raised.pdf"))

    with opened(tmp_path / "raised.pdf") as document:
        (found,) = rows_of(read_page(document, 1).words)

    assert found.text == "In 2012 it fell. It rose."
    assert [mark.target for mark in found.marks] == ["12"]


def test_signs_that_are_raised_digits_are_call_outs(tmp_path):
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.core_fonts_encoding = "windows-1252"
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.text(70, 100, "In 2012 it fell.¹² It has rooms of 90 m² now.")
    pdf.output(str(tmp_path / "signs.pdf"))

    with opened(tmp_path / "signs.pdf") as document:
        (found,) = rows_of(read_page(document, 1).words)

    assert found.text == "In 2012 it fell. It has rooms of 90 m² now."
    assert [mark.target for mark in found.marks] == ["12"]
