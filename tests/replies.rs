//! The replies: the built-in pack, what its parser says, and what a search finds.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fmt::Write as _;

use deti::reply::{Index, Query, Reply, Template, Values, parse};
use deti::text::{Script, simplify};
use expect_test::{Expect, expect};

const HANDBOOK: &str = include_str!("../packs/replies/handbook.toml");

fn handbook() -> Vec<Reply> {
    let (replies, problems) = parse("handbook.toml", HANDBOOK);
    assert_eq!(problems, []);
    replies
}

/// The places in brackets, for people.
fn marked(text: &str, ranges: &[(usize, usize)]) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if ranges.iter().any(|range| range.0 == at) {
            out.push('[');
        }
        out.push(c);
        if ranges.iter().any(|range| range.1 == at + 1) {
            out.push(']');
        }
    }
    out
}

fn found(query: &str, script: Script, table: Expect) {
    let replies = handbook();
    let mut lines = String::new();
    let index = Index::new(&replies);
    let typed = Query::read(query);
    for found in index.search(&typed, |_| true).iter().take(5) {
        let reply = &replies[found.place];
        let (title, body) = (reply.title.of(script), reply.body.of(script));
        let (called, said) = typed.marks(title, &reply.pinyin, body);
        write!(lines, "{} {}", reply.id, marked(title, &called)).unwrap();
        if called.is_empty() && !said.is_empty() {
            write!(lines, " | {}", marked(body, &said)).unwrap();
        }
        lines.push('\n');
    }
    table.assert_eq(&lines);
}

#[test]
fn by_the_title_in_either_script() {
    found(
        "发票",
        Script::Hans,
        expect![[r#"
        invoice 开[发票]
    "#]],
    );
    found(
        "發票",
        Script::Hans,
        expect![[r#"
        invoice 开[发票]
    "#]],
    );
    found(
        "发票",
        Script::Hant,
        expect![[r#"
        invoice 開[發票]
    "#]],
    );
}

#[test]
fn by_initials_and_by_whole_syllables() {
    found(
        "kfp",
        Script::Hans,
        expect![[r#"
        invoice [开发票]
    "#]],
    );
    found(
        "fapiao",
        Script::Hant,
        expect![[r#"
        invoice 開[發票]
    "#]],
    );
    found(
        "FQ",
        Script::Hans,
        expect![[r#"
            instalment 信用卡[分期]
            shortage 部分延迟 | 受{原因}影响，部[分区]域配送延迟，我们正在协调优先发货，预计{日期}能发出。
        "#]],
    );
    found(
        "wuliu",
        Script::Hans,
        expect![[r#"
            urge 催促[物流]
            eta 预计到达
            delay 延误说明 | 您买的{item}目前在{所在地}，{延误原因}。我们已经和[物流]协商，{处理办法}，预计{新的时间}到达。为表歉意，给您申请了{补偿}，{到货保障}。
            ship-time 发货时间 | 您好，我们会尽快安排，正常今天可以发出，具体以[物流]信息为准。
            busy 活动高峰 | 您好，活动期间订单较多，[物流]可能有所延迟。我们会尽快安排发货，有变动第一时间通知您。
        "#]],
    );
}

#[test]
fn by_abbreviation_by_tag_and_by_what_is_said() {
    found(
        "th3",
        Script::Hans,
        expect![[r#"
        return-3 [退换三]操作
    "#]],
    );
    found(
        "过敏",
        Script::Hans,
        expect![[r#"
        allergy 身体不适
    "#]],
    );
    found(
        "财务",
        Script::Hans,
        expect![[r#"
        invoice 开发票 | 您好，我们都会为您提供发票，由[财务]在一个月之内统一寄出，运费由我们承担。麻烦您告诉我发票抬头和税号。
    "#]],
    );
    found(
        "原包裝",
        Script::Hans,
        expect![[r#"
        return-2 退换二条件 | 退货需要商品保持[原包装]、配件齐全，不影响二次销售。
    "#]],
    );
}

#[test]
fn every_word_must_be_found() {
    found(
        "退货 照片",
        Script::Hans,
        expect![[r#"
            return-3 退换三操作 | 您可以在APP“我的订单”里点击“[退货]申请”，填写原因后上传商品[照片]，审核通过后会给您发送退货地址。
        "#]],
    );
    found("退货 月亮", Script::Hans, expect![[""]]);
}

#[test]
fn an_empty_query_shows_everything_in_the_packs_order() {
    let replies = handbook();
    for query in ["", "  ", "\u{3000}"] {
        let order: Vec<usize> = Index::new(&replies)
            .search(&Query::read(query), |_| true)
            .iter()
            .map(|it| it.place)
            .collect();
        assert_eq!(order, (0..replies.len()).collect::<Vec<_>>());
    }
}

#[test]
fn every_built_in_reply_is_found_by_its_title_in_both_scripts_and_by_its_reading() {
    let replies = handbook();
    let index = Index::new(&replies);
    for (place, reply) in replies.iter().enumerate() {
        let spelled: String = reply.pinyin.split_whitespace().collect();
        let initials: String = reply
            .pinyin
            .split_whitespace()
            .filter_map(|syllable| syllable.chars().next())
            .collect();
        for query in [&reply.title.hans, &reply.title.hant, &spelled, &initials] {
            let found = index.search(&Query::read(query), |_| true);
            assert!(
                found.iter().any(|found| found.place == place),
                "{query} does not find {}",
                reply.id
            );
        }
    }
}

#[test]
fn the_two_scripts_of_a_reply_say_the_same() {
    for reply in handbook() {
        // The scripts differ in a few words as well, so only the shape is compared.
        assert_eq!(simplify(&reply.body.hans), reply.body.hans, "{}", reply.id);
        let fields = |body: &str| Template::read(body).fields().count();
        assert_eq!(fields(&reply.body.hans), fields(&reply.body.hant), "{}", reply.id);
    }
}

#[test]
fn values_of_the_page_fill_in_a_reply() {
    let replies = handbook();
    let reply = replies.iter().find(|reply| reply.id == "confirm-order").unwrap();
    let template = Template::read(&reply.body.hans);
    let mut values = Values::default();
    values.set("item", "童鞋 28码");
    let half = template.fill(&values);
    assert_eq!(half.missing, ["order_no"]);
    values.set("order_no", "261106-583920174836328");
    expect!["跟您确认一下：订单号 261106-583920174836328，商品是童鞋 28码，请问对吗？"]
        .assert_eq(&template.fill(&values).text);
}

fn problems(text: &str, table: Expect) {
    let (replies, problems) = parse("own.toml", text);
    let mut lines = String::new();
    for reply in replies {
        writeln!(lines, "read {}", reply.id).unwrap();
    }
    for problem in problems {
        writeln!(lines, "{}:{}: {}", problem.file, problem.line, problem.message.trim()).unwrap();
    }
    table.assert_eq(&lines);
}

const HEAD: &str = r#"pack = "本店"
version = "1"
source = "本店"
"#;

#[test]
fn a_broken_reply_costs_only_itself() {
    let good = r#"
[[reply]]
id = "good"
folder = { hans = "售前", hant = "售前" }
title = { hans = "好", hant = "好" }
body = { hans = "好的", hant = "好的" }
source = "本店"
"#;
    let unknown = good.replace("\"good\"", "\"unknown\"") + "shortcut = \"h\"\n";
    let half = good.replace("\"good\"", "\"half\"").replace("source = \"本店\"\n", "");
    let brace =
        good.replace("\"good\"", "\"brace\"").replace("hans = \"好的\"", "hans = \"{ 好 }\"");
    let pinyin = good.replace("\"good\"", "\"pinyin\"") + "pinyin = \"hao de\"\n";
    problems(
        &format!("{HEAD}{unknown}{half}{brace}{pinyin}{good}{good}"),
        expect![[r#"
            read good
            own.toml:11: unknown field `shortcut`, expected one of `id`, `folder`, `title`, `pinyin`, `abbreviation`, `tags`, `body`, `platforms`, `valid_from`, `valid_until`, `updated`, `source`
            own.toml:13: missing field `source`
            own.toml:19: `brace` has a brace that is no field: write {name}
            own.toml:26: the pinyin of `pinyin` is not one syllable for each of its title
            own.toml:41: a second reply has the id `good`
        "#]],
    );
}

#[test]
fn a_file_that_is_no_pack_says_what_a_pack_has() {
    problems(
        "",
        expect![[r#"
            own.toml:0: a pack begins with `pack`, `version` and `source`
        "#]],
    );
    problems(
        "[[rule]]\nid = 1\n",
        expect![[r#"
            own.toml:0: a pack begins with `pack`, `version` and `source`
            own.toml:1: unknown key `rule`; beside its header this pack has [[reply]]
        "#]],
    );
    problems(
        "pack = 3\n[[reply]]\nid = \"x\n",
        expect![[r#"
            own.toml:0: a pack begins with `pack`, `version` and `source`
            own.toml:1: `pack` says nothing
            own.toml:2: missing field `folder`
            own.toml:3: invalid basic string, expected `"`
        "#]],
    );
    problems(
        "reply = 4\n",
        expect![[r#"
            own.toml:0: a pack begins with `pack`, `version` and `source`
            own.toml:1: write each entry as [[reply]]
        "#]],
    );
}
