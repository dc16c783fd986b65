"""Writes src/text/syllables.txt: which characters are read with which syllable.

Needs pypinyin (MIT, https://github.com/mozillazg/python-pinyin), whose data
comes from the Unihan database. One line a syllable, sorted: the syllable
without its tone, a space, and the characters of GB 2312's first plane whose
usual reading it is. A syllable that has no such character has no line. After
another space come the rare characters of that reading: those that neither
GB 2312 nor the tables of traditional writing have, so that they are hardly
written but to hide another one.

    python3 xtask/tables/syllables.py
"""

import pathlib

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT

text = pathlib.Path(__file__).parents[2] / "src/text"
target = text / "syllables.txt"
# Readings that a shop's words use, where the usual one differs.
readings = {"行": "xing", "还": "hai", "得": "de", "了": "le", "着": "zhe", "给": "gei", "折": "zhe"}


def reading(character):
    return readings.get(character) or lazy_pinyin(character, style=Style.NORMAL, v_to_u=False)[0]


def is_common(character):
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


characters = [
    bytes([row, cell]).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
] + list("您嘛呗亲邮呵囉啰咱甭腚溦")
lines = {}
for character in dict.fromkeys(characters):
    lines.setdefault(reading(character), ([], []))[0].append(character)
# Traditional characters are simplified before they are heard; Cantonese is written with some of its own.
pairs = (text / "simplified.txt").read_text("utf-8").splitlines()[0][::2]
known = {*characters, *pairs, *"妳祂牠哋咗嘅嗰喺冇咁佢嚟啲攞瞓嘢嘥唔咩啱囝囡粿蚵魷魩"}
for code in range(0x4E00, 0x9FA6):
    character = chr(code)
    if code in PINYIN_DICT and character not in known and not is_common(character):
        syllable = reading(character)
        if syllable in lines:
            lines[syllable][1].append(character)
rows = (f"{s} {' '.join(filter(None, map(''.join, lines[s])))}\n" for s in sorted(lines))
target.write_text("".join(rows), "utf-8")
print(f"{len(lines)} syllables, {sum(len(a) for a, _ in lines.values())} characters, {sum(len(b) for _, b in lines.values())} rare ones")
