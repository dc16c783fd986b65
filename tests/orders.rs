//! Orders: the reminders that the shop has, what a pack of them may not say, and
//! the status words of the corpus.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use deti::desk::wire::SeenOrder;
use deti::order::{Buyer, Cause, Occasion, Order, Reminder, Sight, Status, Tone, parse};
use deti::text::Script;
use deti::zone::Zone;
use expect_test::{Expect, expect};

fn handbook() -> Vec<Reminder> {
    let text = include_str!("../packs/reminders/handbook.toml");
    let (pack, problems) = parse("handbook.toml", text);
    assert_eq!(problems, []);
    pack.reminders
}

/// A card as it is read in Beijing on 6 November 2026 at 15:00.
fn read(card: &SeenOrder) -> Order {
    let (buyer, zone) = (Buyer::default(), Zone::fixed(480));
    Order::read(
        card,
        Sight { platform: "sandbox", buyer: &buyer, at: 1_793_948_400_000, zone: &zone },
    )
}

fn card() -> SeenOrder {
    SeenOrder {
        number: "订单编号：261106-583920174836328".to_owned(),
        buyer: String::new(),
        status: "待付款".to_owned(),
        item: "心悦 手工牛皮杯套 通用款".to_owned(),
        amount: "实付 ¥99.00".to_owned(),
        created: "2026-11-06 14:50".to_owned(),
        closes: "剩余 23小时10分".to_owned(),
        tracking: String::new(),
    }
}

#[test]
fn a_reminder_has_the_orders_own_values() {
    let reminder = &handbook()[0];
    let order = read(&card());
    let written = [Script::Hans, Script::Hant].map(|script| reminder.fill(&order.values(), script));
    expect!["您好，您拍下的心悦 手工牛皮杯套 通用款（订单号 261106-583920174836328，金额¥99.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。"]
        .assert_eq(&written[0].text);
    expect!["您好，您拍下的心悦 手工牛皮杯套 通用款（訂單號 261106-583920174836328，金額¥99.00）目前在等待付款。付款時遇到任何問題，您隨時告訴我，我來幫您。若已不需要，請忽略。"]
        .assert_eq(&written[1].text);
    assert!(written.iter().all(|filled| filled.missing.is_empty()));
}

#[test]
fn what_the_card_does_not_show_is_named() {
    for (change, missing) in [
        (SeenOrder { number: String::new(), ..card() }, "order_no"),
        (SeenOrder { number: "+0".to_owned(), ..card() }, "order_no"),
        (SeenOrder { item: "\n ".to_owned(), ..card() }, "item"),
        (SeenOrder { amount: "99.00".to_owned(), ..card() }, "amount"),
        (SeenOrder { amount: "¥99.00 优惠 ¥10.00".to_owned(), ..card() }, "amount"),
    ] {
        let filled = handbook()[0].fill(&read(&change).values(), Script::Hans);
        assert_eq!(filled.missing.join(" "), missing, "{change:?}");
    }
}

#[test]
fn every_cause_has_words_of_its_own_for_every_occasion() {
    let handbook = handbook();
    let occasions = [
        Occasion::Order,
        Occasion::Again,
        Occasion::Last,
        Occasion::Several,
        Occasion::SeveralAgain,
    ];
    let mut table = String::new();
    for cause in Cause::ALL {
        for tone in Tone::ALL {
            let choose = |it| Reminder::choose(&handbook, cause, it, tone).unwrap();
            let chosen = occasions.map(choose);
            let ids: Vec<&str> = chosen.iter().map(|it| it.id.as_str()).collect();
            writeln!(table, "{}", ids.join(" ")).unwrap();
            for (it, occasion) in chosen.iter().zip(occasions) {
                let several = matches!(occasion, Occasion::Several | Occasion::SeveralAgain);
                let thanks = cause == Cause::Unwanted;
                assert_eq!(it.is_for_all(), several && !thanks, "{}", it.id);
                let last = it.body.hans.contains("{closes}");
                assert_eq!(last, occasion == Occasion::Last && !thanks, "{}", it.id);
            }
        }
    }
    expect![[r#"
        waiting again closing several several-again
        waiting-formal again-formal closing-formal several-formal several-again-formal
        waiting-brief again-brief closing-brief several-brief several-again-brief
        hesitating hesitating-again hesitating-last hesitating-several several-again
        hesitating-formal hesitating-again-formal hesitating-last-formal hesitating-several-formal several-again-formal
        hesitating-brief hesitating-again-brief hesitating-last-brief hesitating-several-brief several-again-brief
        comparing comparing-again comparing-last comparing-several several-again
        comparing-formal comparing-again-formal comparing-last-formal comparing-several-formal several-again-formal
        comparing-brief comparing-again-brief comparing-last-brief comparing-several-brief several-again-brief
        payment payment-again payment-last payment-several several-again
        payment-formal payment-again-formal payment-last-formal payment-several-formal several-again-formal
        payment-brief payment-again-brief payment-last-brief payment-several-brief several-again-brief
        wrong wrong-again wrong-last wrong-several several-again
        wrong-formal wrong-again-formal wrong-last-formal wrong-several-formal several-again-formal
        wrong-brief wrong-again-brief wrong-last-brief wrong-several-brief several-again-brief
        unwanted unwanted unwanted unwanted unwanted
        unwanted-formal unwanted-formal unwanted-formal unwanted-formal unwanted-formal
        unwanted-brief unwanted-brief unwanted-brief unwanted-brief unwanted-brief
    "#]].assert_eq(&table);
}

/// A buyer who is reminded again reads something new, but for how a reminder begins and ends.
#[test]
fn a_second_and_a_third_reminder_repeat_no_words_of_the_first() {
    let handbook = handbook();
    let usual = |clause: &str| {
        clause.chars().count() < 6
            || clause.contains(['{', '}'])
            || ["再来和您确认一下", "再來和您確認一下", "目前还在等待付款", "目前還在等待付款"]
                .contains(&clause)
            || ["若已不需要", "请忽略", "請忽略", "之后就少打扰您了", "之後就少打擾您了"]
                .contains(&clause)
    };
    let mut twice = String::new();
    for cause in Cause::ALL.into_iter().filter(|it| *it != Cause::Unwanted) {
        for (tone, hant) in Tone::ALL.into_iter().flat_map(|tone| [(tone, false), (tone, true)]) {
            let mut said: BTreeMap<String, &str> = BTreeMap::new();
            for occasion in [Occasion::Order, Occasion::Again, Occasion::Last] {
                let chosen = Reminder::choose(&handbook, cause, occasion, tone).unwrap();
                let body = if hant { &chosen.body.hant } else { &chosen.body.hans };
                for clause in body.split(['，', '。', '；', '？', '：']).filter(|it| !usual(it))
                {
                    if let Some(before) = said.insert(clause.to_owned(), &chosen.id) {
                        writeln!(twice, "{before} and {}: {clause}", chosen.id).unwrap();
                    }
                }
            }
        }
    }
    expect![[""]].assert_eq(&twice);
}

#[test]
fn who_no_longer_wants_it_is_thanked_and_nobody_else_is() {
    let handbook = handbook();
    let thanks: Vec<Reminder> =
        handbook.iter().filter(|it| it.cause == Cause::Unwanted).cloned().collect();
    let tone = Tone::Warm;
    assert!(Reminder::choose(&thanks, Cause::Forgot, Occasion::Order, tone).is_none());
    for occasion in [Occasion::Order, Occasion::Again, Occasion::Several] {
        let chosen = Reminder::choose(&handbook, Cause::Unwanted, occasion, tone);
        assert_eq!(chosen.unwrap().id, "unwanted");
    }
}

#[test]
fn a_long_name_is_cut() {
    let item = "新款".repeat(40);
    let order = read(&SeenOrder { item, ..card() });
    let values = order.values();
    assert_eq!(values.get("item"), Some(format!("{}…", "新款".repeat(15)).as_str()));
}

fn problems(body: &str, table: Expect) {
    let pack = format!(
        "pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n[[reminder]]\nid = \"r\"\n\
         body = {{ hans = \"{body}\", hant = \"若已不需要，請忽略。\" }}\nsource = \"own\"\n"
    );
    let (pack, problems) = parse("own.toml", &pack);
    assert_eq!(pack.reminders.is_empty(), !problems.is_empty());
    let mut lines = String::new();
    for problem in problems {
        writeln!(lines, "{problem}").unwrap();
    }
    table.assert_eq(&lines);
}

#[test]
fn a_reminder_neither_presses_nor_asks_why_and_leaves_a_way_out() {
    problems("您的{item}在等待付款。若已不需要，请忽略。", expect![[""]]);
    problems(
        "您的{item}在等待付款。",
        expect![[r#"
        own.toml:4: `r` must end with a way out, such as 若已不需要，请忽略
    "#]],
    );
    problems(
        "若已不需要，请忽略。您的{item}在等待付款。",
        expect![[r#"
        own.toml:4: `r` must end with a way out, such as 若已不需要，请忽略
    "#]],
    );
    problems(
        "您为什么还没付款？若已不需要，请忽略。",
        expect![[r#"
        own.toml:4: `r` says “为什么还”: a reminder neither presses nor asks why
    "#]],
    );
    problems(
        "只剩3件了，赶紧付款。若已不需要，请忽略。",
        expect![[r#"
        own.toml:4: `r` says “赶紧”: a reminder neither presses nor asks why
        own.toml:4: `r` says “只剩”: a reminder neither presses nor asks why
    "#]],
    );
    problems(
        "{item 在等待付款。若已不需要，请忽略。",
        expect![[r#"
        own.toml:4: `r` has a brace that is no field: write {name}
    "#]],
    );
}

#[test]
fn the_status_words_of_the_corpus_are_understood() {
    let mut words: BTreeMap<String, Status> = BTreeMap::new();
    for line in include_str!("corpus/orders.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let status = record["status"].as_str().unwrap();
        words.insert(status.to_owned(), Status::of(status));
    }
    let mut table = String::new();
    for (words, status) in words {
        writeln!(table, "{status:?}: {words}").unwrap();
    }
    expect![[r#"
        Closed: Cancelled
        Paid: Completed
        Paid: To Ship
        Unpaid: Unpaid
        Paid: 买家已付款
        Closed: 交易关闭
        Paid: 交易成功
        Paid: 卖家已发货
        Refunding: 售后处理中
        Paid: 备货中
        Unpaid: 尚未付款
        Paid: 已付款
        Closed: 已关闭
        Closed: 已取消
        Unpaid: 待付款
        Paid: 待发货
        Unpaid: 待支付
        Unpaid: 等待买家付款
        Unknown: 等待买家付款(定金已付)
        Unpaid: 等待付款
        Paid: 等待出库
        Refunding: 退款中
        Refunding: 退款审核中
        Closed: 退款成功
    "#]]
    .assert_eq(&table);
}

/// A name that no platform has would give its limits to nobody.
#[test]
fn a_platform_that_nobody_knows_is_refused_in_limits() {
    for (name, said) in [
        ("taobao", ""),
        ("京东", ""),
        ("jd-dongdong", ""),
        ("at-chat-example-com", ""),
        ("taobap", "no platform is called `taobap`; did you mean `taobao`?"),
        ("pinduodou", "no platform is called `pinduodou`; did you mean `pinduoduo`?"),
        ("我的店", "no platform is called `我的店`"),
    ] {
        let text = format!(
            "pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n[[limits]]\nplatform = \"{name}\"\nfirst = 5\n"
        );
        let (pack, problems) = parse("own.toml", &text);
        let told: Vec<&str> = problems.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(told.join("\n"), said, "{name}");
        let taken: Vec<&str> = pack.limits.iter().map(|it| it.platform.as_str()).collect();
        let id = if name == "京东" { "jd" } else { name };
        assert_eq!(taken, if said.is_empty() { vec![id] } else { Vec::new() }, "{name}");
    }
}
