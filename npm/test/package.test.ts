import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, describe, test } from "node:test";

import type * as api from "../index.d.ts";
import { Installed } from "./installed.ts";

const installed = new Installed();
after(() => installed.remove());
const { Checker, builtIn } = await installed.module();

/** Findings as `level rule@start-end[found]`. */
const told = (findings: readonly api.Finding[]) =>
  findings.map(({ level, rule, start, end, found }) => `${level} ${rule}@${start}-${end}[${found}]`);

/** A pack as a team would write it. */
const mine = `
pack = "mine"
version = "1.0.0"
source = "test"

[[rule]]
id = "no-gifts"
level = "warn"
why = { hans = "不送赠品。", hant = "不送贈品。", en = "No gifts." }
source = "team"
seed = "team"
find = [{ any = ["送您赠品"] }]
rewrite = [{ hans = "帮您看看活动", hant = "幫您看看活動" }]
bad = { hans = ["送您赠品"], hant = ["送您贈品"] }
good = { hans = ["您好"], hant = ["謝謝您"] }
`;

describe("the package", () => {
  test("has what it says, and nothing to run on installing", async () => {
    for (const file of ["README.md", "NOTICE", "index.d.ts", "node.js", "browser.js", "deti_checker_bg.wasm", "packs.json"]) {
      assert.ok(installed.has(file), file);
    }
    const about = JSON.parse(await readFile("dist/npm/package.json", "utf8")) as Record<string, unknown>;
    assert.equal(about["scripts"], undefined);
    assert.equal(about["dependencies"], undefined);
    assert.match(String(about["version"]), /^\d+\.\d+\.\d+$/);
  });

  test("types: a program in strict TypeScript", () => {
    const program = `
      import { Checker, builtIn, type Edit, type Finding, type Level } from "deti-checker";
      const checker: Checker = await Checker.load([builtIn, "pack", { name: "a.toml", toml: "" }, { rule: "r", phrases: ["a"] }], { cod: true });
      const findings: Finding[] = checker.check("text", { buyer: "hello" });
      const level: Level | undefined = findings[0]?.level;
      const edits: readonly Edit[] = checker.rewrite("text").edits;
      {
        using other = await Checker.load();
        other.check("text");
      }
      checker.free();
      export { level, edits };
    `;
    assert.equal(installed.typesOf(program), "");
  });

  test("types: what they refuse", () => {
    const said = installed.typesOf(`
      import { Checker } from "deti-checker";
      await Checker.load([{ rule: "r", phrases: "a" }]);
      const checker = await Checker.load([], { codd: true });
      checker.check(1);
      checker.check("text").push("more");
    `);
    assert.deepEqual([...said.matchAll(/use\.ts\((\d+),/g)].map((match) => match[1]), ["3", "4", "5", "6"]);
  });
});

describe("check", () => {
  test("the built-in packs, with everything that a finding has", async () => {
    using checker = await Checker.load();
    const [finding, ...others] = checker.check("亲，加我薇信");
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.deepEqual(told([finding]), ["block off-platform-contact@2-6[加我薇信]"]);
    assert.ok(finding.why.hans && finding.why.hant && finding.why.en && finding.source);
    assert.ok(finding.rewrites.length > 0);
    const { toJSON: _, ...plain } = finding;
    assert.deepEqual(JSON.parse(JSON.stringify(finding)), {
      ...plain,
      found: "加我薇信",
      why: finding.why,
      source: finding.source,
      rewrites: finding.rewrites,
    });
  });

  test("offsets are those of JavaScript strings, lone surrogates included", async () => {
    using checker = await Checker.load();
    const drafts = ["不好意思", "😀😀不好意思", "\ud83d不好意思", "\udc00\ud800，不好意思\ud800", "\u0000不好意思"];
    for (const draft of drafts) {
      const [finding] = checker.check(draft);
      assert.ok(finding, JSON.stringify(draft));
      assert.equal(finding.start, draft.indexOf("不好意思"));
      assert.equal(finding.found, "不好意思");
      assert.equal(finding.found, draft.slice(finding.start, finding.end));
    }
    assert.deepEqual(checker.check(""), []);
    assert.deepEqual(checker.check("\ud800".repeat(5000)), []);
  });

  test("the buyer's words count for one check, and only for that one", async () => {
    using checker = await Checker.load();
    const draft = "订单已经帮您关闭了";
    const alone = told(checker.check(draft));
    assert.match(alone.join(), /^block close-order@/);
    assert.deepEqual(told(checker.check(draft, { buyer: "帮我取消订单" })), []);
    assert.deepEqual(told(checker.check(draft)), alone);
    assert.deepEqual(told(checker.check(draft, {})), alone);
  });

  test("a finding keeps to its own draft, however late its rewrites are read", async () => {
    using checker = await Checker.load();
    const [first] = checker.check("不好意思");
    const [second] = checker.check("您好，妳好");
    checker.check("好".repeat(100_000));
    assert.deepEqual(first?.rewrites[0], { start: 0, end: 4, text: "非常抱歉" });
    assert.equal(second?.rewrites[0]?.text, "您");
    assert.equal(second?.found, "妳");
  });

  test("two checkers at once are two", async () => {
    using one = await Checker.load([{ rule: "one", phrases: ["甲乙"] }]);
    using two = await Checker.load([{ rule: "two", level: "block", phrases: ["丙丁"] }]);
    const draft = "甲乙丙丁";
    assert.deepEqual(told(one.check(draft)), ["warn one@0-2[甲乙]"]);
    assert.deepEqual(told(two.check(draft)), ["block two@2-4[丙丁]"]);
  });
});

describe("rewrite", () => {
  test("settles, in the draft's script, and leaves the rest as it was", async () => {
    using checker = await Checker.load();
    const table: [string, string][] = [
      ["\ud800😀\n不好意思", "\ud800😀\n非常抱歉"],
      ["妳的包裹", "您的包裹"],
      ["您好", "您好"],
      ["", ""],
    ];
    for (const [draft, expected] of table) {
      const { text, edits, left } = checker.rewrite(draft);
      assert.equal(text, expected);
      assert.deepEqual(left, []);
      let edited = draft;
      for (const edit of [...edits].reverse()) edited = edited.slice(0, edit.start) + edit.text + edited.slice(edit.end);
      assert.equal(edited, text);
      assert.equal(checker.rewrite(text).text, text);
    }
  });

  test("says what is left", async () => {
    using checker = await Checker.load([{ rule: "list", phrases: ["甲乙"] }]);
    const { text, settled, left } = checker.rewrite("好，甲乙");
    assert.deepEqual([text, settled, told(left)], ["好，甲乙", 0, ["warn list@2-4[甲乙]"]]);
  });
});

describe("packs and the shop", () => {
  test("a team's pack in TOML, alone and beside the built-in ones", async () => {
    const draft = "不好意思，送您赠品";
    using alone = await Checker.load([mine]);
    assert.deepEqual(told(alone.check(draft)), ["warn no-gifts@5-9[送您赠品]"]);
    assert.equal(alone.rewrite(draft).text, "不好意思，帮您看看活动");
    using both = await Checker.load([builtIn, { name: "mine.toml", toml: mine, tried: true }]);
    assert.deepEqual(told(both.check(draft)), ["warn negative-bu@0-4[不好意思]", "warn no-gifts@5-9[送您赠品]"]);
  });

  test("a list is found as it is written, in either script and any width", async () => {
    using checker = await Checker.load([{ rule: "list", level: "tip", phrases: ["刷单", "3.5折", "vip"] }]);
    assert.deepEqual(told(checker.check("刷單，刷\u200b单，3.5折，ＶＩＰ")), [
      "tip list@0-2[刷單]",
      "tip list@3-6[刷\u200b单]",
      "tip list@7-11[3.5折]",
      "tip list@12-15[ＶＩＰ]",
    ]);
  });

  test("a setting of the shop changes the verdict", async () => {
    const draft = "请到 shop.example.com 下单";
    using assumed = await Checker.load();
    using own = await Checker.load(undefined, { "own-links": ["shop.example.com"] });
    assert.ok(assumed.check(draft).length > 0);
    assert.deepEqual(told(own.check(draft)), []);
  });

  test("a shop's file changes rules", async () => {
    using checker = await Checker.load(undefined, 'cod = true\n[rule.negative-bu]\nlevel = "tip"\n');
    assert.deepEqual(told(checker.check("不好意思")), ["tip negative-bu@0-4[不好意思]"]);
  });

  test("a pack whose own sentence fails is refused", async () => {
    const wrong = mine.replace('hans = ["您好"]', 'hans = ["送您赠品吧"]');
    await assert.rejects(Checker.load([builtIn, { name: "mine.toml", toml: wrong }]), /^Error: mine\.toml:15: .*送您赠品/);
    using tried = await Checker.load([builtIn, { name: "mine.toml", toml: wrong, tried: true }]);
    assert.deepEqual(told(tried.check("送您赠品吧")), ["warn no-gifts@0-4[送您赠品]"]);
    await assert.rejects(Checker.load([{ name: "mine.toml", toml: "[[rule", tried: true }]), /^Error: mine\.toml:1: /);
  });

  test("a problem is an error that says what and where", async () => {
    const loads: [Parameters<typeof Checker.load>, RegExp][] = [
      [["mine" as never], /^TypeError: packs must be an array, not string$/],
      [[[1 as never]], /^TypeError: packs\[0\] must be builtIn, TOML text, .*, not number$/],
      [[[builtIn, null as never]], /^TypeError: packs\[1\] must be .*, not null$/],
      [[["[[rule"]], /^Error: packs\[0\]:1: /],
      [[[{ name: "a.toml", toml: mine.replace("level", "levle") }]], /^(Error: )?a\.toml:8: .*`levle`; did you mean `level`/m],
      [[[{ name: "a.toml", toml: 1 as never }]], /^TypeError: packs\[0\]\.toml must be a string, not number$/],
      [[[{ rule: "r", phrases: ["好", 2 as never] }]], /^TypeError: packs\[0\]\.phrases\[1\] must be a string, not number$/],
      [[[{ rule: "r", phrases: ["好", "..."] }]], /^Error: packs\[0\]:2: /],
      [[[{ rule: "r", phrases: ["一\n二"] }]], /^TypeError: packs\[0\]\.phrases\[0\] has a line break/],
      [[[{ rule: "r", phrases: [], weight: 3 } as never]], /^TypeError: packs\[0\] has no "weight"; it may have rule, /],
      [[[{ rule: "r", phrases: [], level: "grave" as never }]], /^Error: packs\[0\]: .*`grave`.*`block`/],
      [[[mine, mine]], /^(Error: )?packs\[1\]:7: .*`no-gifts` is there already/m],
      [[undefined, { cod: "yes" as never }], /^Error: shop: .*boolean/],
      [[undefined, { codd: true } as never], /^TypeError: shop has no "codd"; it may have own-links, /],
      [[undefined, 3 as never], /^TypeError: shop must be an object, not number$/],
      [[undefined, "codd = true"], /^Error: shop:1: .*`codd`/],
    ];
    for (const [given, expected] of loads) {
      await assert.rejects(Checker.load(...given), (error: Error) => {
        assert.match(String(error), expected);
        return true;
      });
    }
    const checker = await Checker.load([]);
    assert.throws(() => checker.check(1 as never), /^TypeError: check: text must be a string, not number$/);
    assert.throws(() => checker.check("好", "好" as never), /^TypeError: check: the context must be an object, not string$/);
    assert.throws(() => checker.rewrite("好", { buyer: 1 as never }), /^TypeError: rewrite: buyer must be a string, not number$/);
    checker.free();
    checker.free();
    assert.throws(() => checker.check("好"), /^Error: check: this checker has been freed$/);
  });
});

describe("the entry for browsers", () => {
  test("fetches its files, says which one failed, and tries again", async (context) => {
    const { Checker } = await installed.browserModule();
    let served = false;
    context.mock.method(globalThis, "fetch", async (address: URL) => {
      if (!served && address.pathname.endsWith(".wasm")) return new Response(null, { status: 404 });
      const type = address.pathname.endsWith(".wasm") ? "application/wasm" : "application/json";
      return new Response(await readFile(address), { headers: { "content-type": type } });
    });
    await assert.rejects(Checker.load(), /deti_checker_bg\.wasm: the server answered 404/);
    served = true;
    using checker = await Checker.load();
    assert.deepEqual(told(checker.check("不好意思")), ["warn negative-bu@0-4[不好意思]"]);
  });
});
