//! The scoring, on hand-made drafts whose scores are known.
//!
//! The pack below finds one word a rule, so that every line of a table says by
//! itself what should be counted.

use deti::rule::{Checker, Pack};
use deti::shop::Shop;
use deti_quality::{BadLine, Score, Share, read, score, targets};
use expect_test::expect;

/// `rule level word rewrite`, a line each.
const RULES: &str = "
coercion             block 告您     好
privacy-leak         block 住址     好
shipping-promise     warn  今天发   好
unfulfillable-promise warn 保证降   好
negative-bu          warn  不能     好
filler-tone          tip   喔       好
impatience           warn  快点     催
interrogation        warn  催       催
";

fn checker() -> Checker {
    let mut toml = "pack = \"tiny\"\nversion = \"1\"\nsource = \"test\"\n".to_owned();
    for line in RULES.trim().lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [id, level, word, rewrite] = words[..] else { panic!("{line}") };
        toml += &format!(
            "[[rule]]\nid = \"{id}\"\nlevel = \"{level}\"\nsource = \"test\"\nseed = \"test\"\n\
             why = {{ hans = \"词\", hant = \"詞\", en = \"word\" }}\n\
             find = [{{ any = [\"{word}\"] }}]\n\
             rewrite = [{{ hans = \"{rewrite}\", hant = \"{rewrite}\" }}]\n\
             bad = {{ hans = [\"{word}\"], hant = [\"{word}\"] }}\n\
             good = {{ hans = [\"您好\"], hant = [\"您好\"] }}\n"
        );
    }
    let (pack, problems) = Pack::parse("tiny.toml", &toml);
    assert_eq!(problems, []);
    let (checker, problems) = Checker::new(&[pack], &Shop::default());
    assert_eq!(problems, []);
    checker
}

/// Scores drafts written as `text | rule:level:span, … | note`.
fn scored(drafts: &[&str]) -> Score {
    let lines: Vec<String> = drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| {
            let mut parts = draft.split('|').map(str::trim);
            let text = parts.next().unwrap_or_default();
            let labels: Vec<serde_json::Value> = parts
                .next()
                .unwrap_or_default()
                .split(',')
                .filter(|label| !label.trim().is_empty())
                .map(|label| {
                    let mut fields = label.trim().split(':');
                    let mut field = || fields.next().unwrap_or_default();
                    serde_json::json!({"rule": field(), "severity": field(), "span": field()})
                })
                .collect();
            let note = parts.next().unwrap_or_default();
            serde_json::json!({"id": format!("T{at}"), "text": text, "labels": labels, "note": note})
                .to_string()
        })
        .collect();
    score(&checker(), &read(lines.join("\n").as_bytes()).expect("drafts"))
}

/// `labels found missed; alarms; over; rewrites`, in this order.
fn told(score: &Score) -> String {
    let labels: usize = score.by_rule.values().map(|count| count.labels).sum();
    let found: usize = score.by_rule.values().map(|count| count.found).sum();
    let share = |share: Share| format!("{}/{}", share.part, share.whole);
    format!(
        "found {found}/{labels}, alarms {}, over {}, clean {}",
        share(score.false_alarms),
        share(score.overflagging),
        share(score.rewrites_clean)
    )
}

#[test]
fn each_draft_counts_as_the_definition_says() {
    let table = [
        (
            "a label found",
            "今天发 | shipping-promise:warn:今天发",
            "found 1/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "one character of the span is enough",
            "就今天发货 | shipping-promise:warn:发货",
            "found 1/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "touching is not overlapping",
            "今天发货 | shipping-promise:warn:货",
            "found 0/1, alarms 0/0, over 1/1, clean 1/1",
        ),
        (
            "a label missed",
            "明天发 | shipping-promise:warn:明天发",
            "found 0/1, alarms 0/0, over 0/0, clean 0/0",
        ),
        (
            "another rule on the label",
            "今天发 | ignorance:warn:今天发",
            "found 0/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "a confusable rule",
            "今天发 | unfulfillable-promise:warn:今天发",
            "found 1/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "confusable the other way",
            "保证降 | shipping-promise:warn:保证降",
            "found 1/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "what confuses with one does not with the other",
            "住址 | review-cashback:block:住址",
            "found 0/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "a tip counts for recall",
            "好喔 | filler-tone:tip:喔",
            "found 1/1, alarms 0/0, over 0/0, clean 1/1",
        ),
        (
            "a tip on the wrong words is no overflag",
            "明天发喔 | shipping-promise:warn:明天发",
            "found 0/1, alarms 0/0, over 0/0, clean 1/1",
        ),
        (
            "subsumed: a refusal within the label",
            "不能开 | invoice-refusal:block:不能开",
            "found 0/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        (
            "overflagging beside a label",
            "今天发,不能改 | shipping-promise:warn:今天发",
            "found 1/1, alarms 0/0, over 1/2, clean 1/1",
        ),
        (
            "any place of the span counts",
            "喔,好喔 | filler-tone:tip:喔",
            "found 1/1, alarms 0/0, over 0/0, clean 1/1",
        ),
        (
            "offsets count UTF-16",
            "😀😀今天发 | shipping-promise:warn:今天发",
            "found 1/1, alarms 0/0, over 0/1, clean 1/1",
        ),
        ("clean and left alone", "您好", "found 0/0, alarms 0/1, over 0/0, clean 0/0"),
        ("a false alarm", "今天发", "found 0/0, alarms 1/1, over 0/0, clean 1/1"),
        (
            "two findings, one false alarm",
            "今天发,不能",
            "found 0/0, alarms 1/1, over 0/0, clean 1/1",
        ),
        ("a tip is no false alarm", "好喔", "found 0/0, alarms 0/1, over 0/0, clean 1/1"),
        (
            "contested labels are left out",
            "今天发,不能 | shipping-promise:warn:今天发 | CONTESTED",
            "found 0/0, alarms 0/0, over 0/0, clean 0/0",
        ),
        (
            "a block or warn on a contested clean draft",
            "今天发 | | style; CONTESTED",
            "found 0/0, alarms 1/1, over 0/0, clean 0/0",
        ),
        (
            "a tip on a contested clean draft",
            "好喔 | | CONTESTED",
            "found 0/0, alarms 0/1, over 0/0, clean 0/0",
        ),
        (
            "a rewrite in which something is still found",
            "快点 | impatience:warn:快点",
            "found 1/1, alarms 0/0, over 0/1, clean 0/1",
        ),
    ];
    for (what, draft, expected) in table {
        assert_eq!(told(&scored(&[draft])), expected, "{what}: {draft}");
    }
}

#[test]
fn the_targets_are_kept_unrounded() {
    // 32 of 33 is 96.97 %: shown as 97.0, and missed.
    let mut drafts = vec!["告您 | coercion:block:告您"; 32];
    drafts.push("威胁 | coercion:block:威胁");
    let figures = scored(&drafts);
    let block = targets(&figures)[0];
    assert_eq!((block.share, block.holds()), (Share { part: 32, whole: 33 }, false));
    assert!(!figures.holds());
    // One clean draft of fifty may be a false alarm, not one of forty-nine.
    for (clean, holds) in [(49, true), (48, false)] {
        let mut drafts = vec!["您好"; clean];
        drafts.push("今天发");
        assert_eq!(scored(&drafts).holds(), holds, "1 of {}", clean + 1);
    }
}

#[test]
fn the_report_says_it_by_rule_by_level_and_beside_the_targets() {
    let figures = scored(&[
        "告您 | coercion:block:告您",
        "今天发,不能改 | shipping-promise:warn:今天发",
        "明天发 | shipping-promise:warn:明天发",
        "不能",
        "您好",
    ]);
    expect![[r#"
        5 drafts: 2 clean, 3 with labels; 0 contested

                                 labels  found missed   recall  alarms   over
        coercion                      1      1      0  100.0 %       0      0
        negative-bu                   0      0      0        -       1      1
        shipping-promise              2      1      1   50.0 %       0      0

        block                         1      1      0  100.0 %       0      0
        warn                          2      1      1   50.0 %       1      1
        tip                           0      0      0        -       0      0

        recall of block               1 of 1      100.0 %   target ≥ 97 %: holds
        recall of warn                1 of 2       50.0 %   target ≥ 93 %: MISSED
        recall of tip                 0 of 0            -   target ≥ 80 %: holds
        false alarms                  1 of 2       50.0 %   target ≤ 2 %: MISSED
        overflagging                  1 of 3       33.3 %   target ≤ 3 %: MISSED
        rewrites clean                3 of 3      100.0 %   target ≥ 100 %: holds

        missed: T2 shipping-promise[明天发] in 明天发
        false alarm: T3 negative-bu[不能] in 不能
        overflagged: T1 negative-bu[不能] in 今天发,不能改
    "#]]
    .assert_eq(&format!("{figures}\n{}", figures.cases()));
}

#[test]
fn a_bad_line_is_named_with_its_reason() {
    let text = "\u{FEFF}{\"id\":\"a\",\"text\":\"好\",\"labels\":[]}\n\n\
        {\"id\":\"b\",\"text\":\"好\"}\n\
        {\"id\":\"c\",\"text\":\"好\",\"labels\":[{\"rule\":\"abuse\",\"span\":\"坏\",\"severity\":\"warn\"}]}\n\
        {\"id\":\"d\",\"text\":\"好\",\"labels\":[{\"rule\":\"abuse\",\"span\":\"好\",\"severity\":\"grave\"}]}\n\
        [\"e\",\"好\",[]]\nnot JSON\n\
        {\"id\":\"f\",\"text\":\"好\",\"labels\":[]}\r\n";
    let mut bytes = text.as_bytes().to_vec();
    bytes.extend(b"\xFF\n");
    let said: Vec<String> = match read(&bytes) {
        Ok(drafts) => vec![format!("{drafts:?}")],
        Err(bad) => {
            bad.iter().map(|BadLine { line, reason }| format!("{line}: {reason}")).collect()
        }
    };
    expect![[r#"
        3: column 23: missing field `labels`
        4: c: the span `坏` of `abuse` is not in the text
        5: column 80: unknown variant `grave`, expected one of `tip`, `warn`, `block`
        6: a draft is an object with `id`, `text` and `labels`, not a list
        7: column 2: not JSON: expected ident
        9: byte 1 is not UTF-8
    "#]]
    .assert_eq(&(said.join("\n") + "\n"));
}
