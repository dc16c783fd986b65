"""Writes src/text/syllables.txt: which characters are read with which syllable.

Needs pypinyin (MIT, https://github.com/mozillazg/python-pinyin), whose data
comes from the Unihan database. One line a syllable, sorted: the syllable
without its tone, a space, and the characters of GB 2312's first plane whose
usual reading it is. A syllable that has no such character has no line.

    python3 xtask/tables/syllables.py
"""

import pathlib

from pypinyin import Style, lazy_pinyin

target = pathlib.Path(__file__).parents[2] / "src/text/syllables.txt"
# Readings that a shop's words use, where the usual one differs.
readings = {"行": "xing", "还": "hai", "得": "de", "了": "le", "着": "zhe", "给": "gei", "折": "zhe"}
characters = [
    bytes([row, cell]).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
] + list("您嘛呗亲邮呵囉啰咱甭腚溦")
lines = {}
for character in dict.fromkeys(characters):
    syllable = readings.get(character) or lazy_pinyin(character, style=Style.NORMAL, v_to_u=False)[0]
    lines.setdefault(syllable, []).append(character)
target.write_text("".join(f"{s} {''.join(lines[s])}\n" for s in sorted(lines)), "utf-8")
print(f"{len(lines)} syllables, {sum(map(len, lines.values()))} characters")
