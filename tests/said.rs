//! What buyers and agents say, and what it is taken for: the packs' own sentences,
//! and the orders of the corpus, each with the decision that a careful lead takes.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fmt::Write as _;

use deti::desk::Packs;
use deti::order::{
    Amount, Buyer, Buyers, Decision, Facts, History, Known, Order, Past, Sent, Status, parse, plan,
    read_moment,
};
use deti::zone::Zone;
use expect_test::expect;

fn packs() -> Packs {
    let mut packs = Packs::default();
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir("packs/reminders").unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (pack, problems) = parse(&path.to_string_lossy(), &text);
        wrong.extend(problems.iter().map(ToString::to_string));
        packs.take_orders(pack);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    packs
}

/// The decision about each order of the corpus at the moment that it names, beside
/// what a careful lead would do. Contested ones are marked with a question mark.
#[test]
fn the_corpus_is_decided_as_a_careful_lead_would() {
    let packs = packs();
    let zone = Zone::fixed(480);
    let (mut table, mut wrong) = (String::new(), String::new());
    for line in include_str!("corpus/orders.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let moment = |text: &str| read_moment(text, 0, &zone);
        let expected = &record["expect"];
        let now = moment(expected["at"].as_str().unwrap()).unwrap();
        let order = Order {
            number: text("order_no"),
            platform: text("platform"),
            buyer: Buyer { key: String::new(), name: text("buyer") },
            status: Status::of(&text("status")),
            amount: Amount::read(&format!("¥{}", record["amount"])),
            created: moment(&text("created_at")),
            closes: moment(&text("closes_at")),
            seen: now,
            ..Order::default()
        };
        let contact = moment(&text("last_contact_at")).filter(|at| *at <= now).unwrap_or(0);
        let facts = Facts {
            heard: packs.ear.listen(&text("buyer_said"), contact),
            contact,
            ..Facts::default()
        };
        let sent = record["nudges"].as_array().unwrap().iter();
        let sent = sent
            .map(|at| Sent { at: moment(at.as_str().unwrap()).unwrap(), reminder: String::new() });
        let past = Past { sent: sent.collect(), ..Past::default() };
        let buyers = Buyers::from([(order.buyer.id(&order.platform).unwrap(), facts)]);
        let history = History::from([(order.number.clone(), past)]);
        let orders = [order];
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &packs.limits,
            zone: &zone,
        };
        let planned = &plan(known, now)[0];
        let nudge = planned.decision == Decision::Remind;
        let why = expected["why"].as_str().unwrap();
        let reasons: Vec<&str> = planned.reasons.iter().map(|reason| reason.slug()).collect();
        let cause = planned.cause.name();
        let line = format!(
            "{} {} | {} | {}",
            if nudge { "remind" } else { "-" },
            cause,
            reasons.join(" "),
            why
        );
        if nudge != expected["nudge"].as_bool().unwrap() {
            writeln!(wrong, "{line} | {}", text("buyer_said")).unwrap();
        }
        writeln!(table, "{line}").unwrap();
    }
    expect![[""]].assert_eq(&wrong);
    expect![[r#"
        remind forgot | due unusual-hours | ordered in the evening, checked after quiet hours
        - forgot | quiet-hours | quiet-hours
        - forgot | too-early | contested: ten minutes old
        - forgot | recent-contact too-early | contested: still chatting, ordered 12 minutes ago
        - forgot | said-later | contested: buyer waits for a coupon, conditional refusal
        remind payment | due | contested: payment failed, so help is due rather than a plain nudge
        - forgot | complaint-open | complaint-open
        - forgot | complaint-open | complaint-open (earlier order)
        remind forgot | due | contested: buyer said after work, checked at 18:40
        remind forgot | due | first nudge two hours after the order
        - unwanted | declined | buyer-declined (polite)
        - unwanted | declined | buyer-declined
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, never nudged, daytime
        - forgot | said-later | contested: buyer named a time (tomorrow)
        remind hesitating | due | contested: open instalment question, answer it inside the nudge
        remind hesitating | due | contested: open size question, answer it inside the nudge
        - unwanted | declined | buyer-declined (soft)
        - forgot | complaint-open | complaint-open
        - forgot | closes-first ceiling-day ceiling-buyer not-last recent-reminder | two-nudges-today
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, half a day left
        remind forgot | due | one nudge today, 3.5 hours ago
        - unwanted | declined | buyer-declined (duplicate order)
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, never nudged
        remind forgot | due | one nudge today, closes tonight
        - forgot | not-last ceiling-day ceiling-buyer recent-reminder | two-nudges-today
        - forgot | unknown-status | contested: pre-sale balance, the payment window is not open yet
        remind forgot | due | one nudge, almost seven hours ago
        - unwanted | declined | buyer-declined
        - forgot | quiet-hours | quiet-hours (morning)
        remind forgot | due | ordered in quiet hours, checked in the morning
        - forgot | quiet-hours | quiet-hours
        - forgot | quiet-hours | quiet-hours
        - forgot | said-later | contested: buyer named a time (the evening of 11-06), not before it
        - forgot | paid | paid
        - forgot | paid | paid
        - forgot | closes-first ceiling-day ceiling-buyer not-last recent-reminder | two-nudges-today
        remind forgot | due | one nudge yesterday and one today, deadline in 90 minutes
        - forgot | not-last ceiling-day ceiling-buyer | two-nudges-today
        - forgot | paid | paid (group formed)
        - forgot | expired | deadline already passed although the panel still says 等待付款
        - forgot | closed | closed
        - forgot | refund-open complaint-open | refund-open
        - forgot | closed | closed
        - forgot | closed | closed by timeout
        - forgot | paid | paid
        - forgot | refund-open complaint-open | refund-open / complaint-open
        - forgot | paid | paid
        - forgot | closed | closed (cancelled)
        - wrong | closed | closed and buyer-declined
        - forgot | paid | paid (shipped)
        - forgot | paid | paid (completed)
        - forgot | closed | refunded
        - unwanted | closed declined | closed and buyer-declined
        - unwanted | closed declined | closed
        - forgot | paid | paid (completed)
        - forgot | paid | paid
        - forgot | refund-open | refund-open
    "#]].assert_eq(&table);
}

/// By when the agent of these words, sent on a Friday at 15:00, has to answer.
#[test]
fn what_a_message_promises() {
    let packs = packs();
    let zone = Zone::fixed(480);
    let at = read_moment("2026-11-06 15:00", 0, &zone).unwrap();
    let mut table = String::new();
    for sent in [
        "好的，我核实一下，稍后回复您",
        "我问下仓库，有消息第一时间告诉您",
        "10分钟内回复您",
        "半小时内给您答复",
        "两小时内回复您",
        "专员会在48小时内联系您",
        "今晚给您答复",
        "明天给您答复",
        "明天晚上给您答复",
        "3个工作日内给您答复",
        "我帮您催促",
        "我幫您催一下快遞，明天給您答覆",
        "您好，很高兴为您服务",
        "已经给您答复了",
        "48小时内发货",
    ] {
        let offer = packs.pledges.offer(sent, at, &zone, packs.limits.of("taobao"));
        let by = offer.map(|offer| {
            let minute = zone.minute(offer.by);
            let (day, hour) = (zone.day(offer.by), minute / 60);
            format!("{day} {hour:02}:{:02} “{}”", minute % 60, offer.words)
        });
        writeln!(table, "{}: {sent}", by.unwrap_or_else(|| "-".to_owned())).unwrap();
    }
    expect![[r#"
        2026-11-06 15:30 “稍后回复您”: 好的，我核实一下，稍后回复您
        2026-11-06 15:30 “有消息第一时间告诉您”: 我问下仓库，有消息第一时间告诉您
        2026-11-06 15:10 “10分钟内回复”: 10分钟内回复您
        2026-11-06 15:30 “半小时内给您”: 半小时内给您答复
        2026-11-06 17:00 “两小时内回复”: 两小时内回复您
        2026-11-08 15:00 “48小时内联系”: 专员会在48小时内联系您
        2026-11-06 19:00 “今晚给您”: 今晚给您答复
        2026-11-07 09:00 “明天给您答复”: 明天给您答复
        2026-11-07 19:00 “明天晚上给您”: 明天晚上给您答复
        2026-11-09 09:00 “3个工作日内给您”: 3个工作日内给您答复
        2026-11-06 19:00 “帮您催促”: 我帮您催促
        2026-11-07 09:00 “明天給您答覆”: 我幫您催一下快遞，明天給您答覆
        -: 您好，很高兴为您服务
        -: 已经给您答复了
        -: 48小时内发货
    "#]]
    .assert_eq(&table);
}
