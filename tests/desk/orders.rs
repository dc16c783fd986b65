//! Orders are seen, planned, reminded when the agent asks for it, and counted.

use deti::desk::view::{Filter, OrderRow};
use deti::desk::wire::{Ask, SeenOrder, WriteOutcome};
use deti::desk::{Event, PanelEvent};
use deti::order::{Decision, Mark, Status};
use expect_test::expect;

use crate::scene::Scene;

const UNPAID: [&str; 4] = ["261106-583920174836328", "待付款", "童鞋 28码", "¥66.00"];
const OTHER: [&str; 4] = ["261106-583920174836329", "未付款", "童袜", "¥9.90"];
const PAID: [&str; 4] = ["261106-583920174836330", "已付款", "童帽", "¥19.90"];

fn remind(number: &str) -> PanelEvent {
    PanelEvent::WriteReminder(number.to_owned())
}

/// A desk at noon, with a conversation and these orders, half an hour later.
fn noon(languages: &[&str], cards: &[[&str; 4]]) -> Scene {
    let mut scene = Scene::ready(languages);
    scene.day("2026-11-08").chat("k", "林**", &[]).orders(cards);
    scene.wait(30).event(Event::Tick).fresh();
    scene
}

/// The board in a few words.
fn board(scene: &Scene) -> String {
    let board = scene.desk.view().board;
    let row = |row: &OrderRow| {
        let reasons: Vec<&str> = row.reasons.iter().map(|reason| reason.slug()).collect();
        format!("{} ({})", row.item, reasons.join(" "))
    };
    let names = ["due", "later", "never", "paid"];
    let lists = [&board.due, &board.later, &board.never, &board.paid];
    let lines = names.iter().zip(lists).filter(|(_, rows)| !rows.is_empty());
    let line = |(name, rows): (&&str, &Vec<OrderRow>)| {
        format!("{name}: {}\n", rows.iter().map(row).collect::<Vec<_>>().join(", "))
    };
    lines.map(line).collect()
}

#[test]
fn the_first_due_reminder_is_written_on_request_and_counted_when_sent() {
    let mut scene = noon(&["zh"], &[PAID, UNPAID]);
    assert_eq!(scene.desk.view().due.unwrap().number, UNPAID[0]);
    scene.key(Ask::WriteReminder);
    let reminder = scene.desk.view().due.unwrap().reminder;
    scene.draft(&reminder, 0).wrote(1, WriteOutcome::Arrived).shows();
    assert_eq!(scene.desk.view().due, None);
    scene.sent();
    scene.plays(expect![[r#"
        > key WriteReminder
            write 1 in “” 0..0 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）已经为您保留，目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 97
        > draft 2 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）已经为您保留，目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。”
            verdict 2:
        > wrote 1 Arrived
        = On; ReminderWritten
        > sent “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）已经为您保留，目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。”
        > draft 3 “”
            verdict 3:
    "#]]);
    let counts: Vec<usize> = scene.desk.view().orders.iter().map(|order| order.reminded).collect();
    assert_eq!(counts, [0, 1]);
    expect![[r#"
        later: 童鞋 28码 (recent-reminder first-seen)
    "#]]
    .assert_eq(&board(&scene));
}

#[test]
fn one_reminder_is_for_all_orders_of_a_buyer() {
    let mut scene = noon(&["zh"], &[UNPAID, OTHER]);
    expect![[r#"
        due: 童鞋 28码 (due first-seen several)
        later: 童袜 (same-buyer)
    "#]]
    .assert_eq(&board(&scene));
    scene.key(Ask::WriteReminder).wrote(1, WriteOutcome::Arrived);
    let words = scene.desk.view().board.due[0].reminder.clone();
    scene.draft(&words, 0).sent();
    let counts: Vec<usize> = scene.desk.view().orders.iter().map(|order| order.reminded).collect();
    assert_eq!(counts, [1, 1]);
    expect![[r#"
        later: 童鞋 28码 (recent-reminder first-seen), 童袜 (recent-reminder first-seen)
    "#]]
    .assert_eq(&board(&scene));
}

#[test]
fn a_reminder_that_was_not_sent_is_not_counted() {
    for (sent, count) in [("您好", 0), ("您的订单 261106-583920174836328 还在等您", 1)] {
        let mut scene = noon(&["zh"], &[UNPAID]);
        scene.key(Ask::WriteReminder);
        scene.wrote(1, WriteOutcome::Arrived).draft(sent, 0).sent();
        assert_eq!(scene.desk.view().orders[0].reminded, count, "{sent}");
    }
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.key(Ask::WriteReminder);
    scene.wrote(1, WriteOutcome::Arrived).chat("other", "陈先生", &[]);
    scene.draft("261106-583920174836328", 0).sent();
    assert_eq!(scene.desk.view().orders[0].reminded, 0);
}

#[test]
fn a_reminder_is_refused_without_a_buyer_a_field_or_a_debt() {
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08").orders(&[UNPAID]).wait(30).key(Ask::WriteReminder).shows();
    scene.chat("k", "林**", &[]).orders(&[[OTHER[0], "待付款", "", "66"]]);
    scene.panel(remind(OTHER[0])).shows();
    scene.orders(&[PAID, ["261106-583920174836331", "预售", "童袜", "¥9.90"]]);
    scene.panel(remind(PAID[0])).shows().panel(remind("1")).shows();
    scene.plays(expect![[r#"
        > clock 2026-11-08
        > orders 1
        … 30 minutes
        > key WriteReminder
        = On; NothingDue
        > chat k: 
            verdict 1:
        > orders 1
        > panel WriteReminder("261106-583920174836329")
        = On; missing item amount
        > orders 2
        > panel WriteReminder("261106-583920174836330")
        = On; NothingDue
        > panel WriteReminder("1")
        = On; NothingDue
    "#]]);
}

#[test]
fn an_order_is_reminded_in_its_own_buyers_conversation_only() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    // The panel of orders lags behind: the same card beside another buyer.
    scene.chat("m", "陈先生", &[]).orders(&[UNPAID]).panel(remind(UNPAID[0])).shows();
    scene.key(Ask::WriteReminder).shows();
    assert!(!scene.desk.view().board.due[0].here);
    scene.chat("k", "林**", &[]).key(Ask::WriteReminder);
    scene.plays(expect![[r#"
        > chat m: 
            verdict 1:
        > orders 1
        > panel WriteReminder("261106-583920174836328")
            Look
        = On; OtherBuyer("林**")
        > key WriteReminder
        = On; NothingDue
        > chat k: 
            verdict 1:
        > key WriteReminder
            write 1 in “” 0..0 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）已经为您保留，目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 97
    "#]]);
}

#[test]
fn a_card_that_names_another_buyer_is_not_of_the_one_on_screen() {
    let mut scene = Scene::ready(&["zh"]);
    let [number, status, item, amount] = UNPAID.map(str::to_owned);
    let buyer = "陈**".to_owned();
    let card = SeenOrder { number, buyer, status, item, amount, ..SeenOrder::default() };
    scene.day("2026-11-08").chat("k", "林**", &[]).cards(vec![card]);
    scene.wait(30).panel(remind(UNPAID[0])).shows();
    scene.plays(expect![[r#"
        > clock 2026-11-08
        > chat k: 
            verdict 1:
        > orders 1
        … 30 minutes
        > panel WriteReminder("261106-583920174836328")
            Look
        = On; OtherBuyer("陈**")
    "#]]);
}

#[test]
fn the_agent_chooses_the_order_and_may_be_early_but_not_late_at_night() {
    let mut scene = Scene::ready(&["zh-TW"]);
    scene.day("2026-11-08").chat("k", "林**", &[]).orders(&[UNPAID, OTHER]).draft("您好，", 3);
    scene.panel(remind(OTHER[0])).panel(remind(OTHER[0]));
    scene.wait(10 * 60 + 30).panel(remind(OTHER[0])).shows();
    scene.plays(expect![[r#"
        > clock 2026-11-08
        > chat k: 
            verdict 1:
        > orders 2
        > draft 2 “您好，”
            verdict 2:
        > panel WriteReminder("261106-583920174836329")
            write 1 in “您好，” 3..3 “您好，您拍下的童袜（訂單號 261106-583920174836329，金額¥9.90）已經為您保留，目前在等待付款。付款時遇到任何問題，您隨時告訴我，我來幫您。若已不需要，請忽略。” caret 95
            FocusComposer
        > panel WriteReminder("261106-583920174836329")
            write 2 in “您好，” 3..3 “您好，您拍下的童袜（訂單號 261106-583920174836329，金額¥9.90）已經為您保留，目前在等待付款。付款時遇到任何問題，您隨時告訴我，我來幫您。若已不需要，請忽略。” caret 95
            FocusComposer
        … 630 minutes
        > panel WriteReminder("261106-583920174836329")
        = On; NotNow(QuietHours { from: 1320, to: 480 })
    "#]]);
}

#[test]
fn what_the_buyer_says_decides_and_the_agents_mark_stands_above_it() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.chat("k", "林**", &["a: 您好"]).chat("k", "林**", &["a: 您好", "b: 不要了，别发消息"]);
    let first = board(&scene);
    let mark = |mark| PanelEvent::MarkOrder { number: UNPAID[0].to_owned(), mark };
    scene.panel(mark(Some(Mark::Open))).wait(60).event(Event::Tick);
    let marked = board(&scene);
    scene.panel(mark(None));
    expect![[r#"
        never: 童鞋 28码 (declined)
        due: 童鞋 28码 (due first-seen)
        never: 童鞋 28码 (declined)
    "#]]
    .assert_eq(&format!("{first}{marked}{}", board(&scene)));
}

#[test]
fn an_order_that_is_seen_paid_later_is_closed_with_how_long_it_took() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.key(Ask::WriteReminder).wrote(1, WriteOutcome::Arrived);
    scene.draft("261106-583920174836328", 0).sent().wait(25);
    scene.orders(&[[UNPAID[0], "已付款", UNPAID[2], UNPAID[3]]]);
    let board = scene.desk.view().board;
    assert_eq!((board.counts, board.paid[0].paid_after), ([0, 0, 0, 1], Some(25)));
}

#[test]
fn the_board_is_filtered_and_orders_are_entered_by_hand() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let card = |number: &str, status: &str| SeenOrder {
        number: number.to_owned(),
        status: status.to_owned(),
        item: "手写".to_owned(),
        amount: "¥5".to_owned(),
        closes: "剩余 40分钟".to_owned(),
        ..SeenOrder::default()
    };
    scene.chat("m", "陈先生", &[]);
    scene.panel(PanelEvent::EnterOrder(Box::new(card("8899001122", "待付款"))));
    let counts = |scene: &Scene| scene.desk.view().board.counts;
    assert_eq!(counts(&scene), [1, 1, 0, 0]);
    scene.panel(PanelEvent::Filter(Filter::Here));
    assert_eq!(counts(&scene), [0, 1, 0, 0]);
    let row = scene.desk.view().board.later[0].clone();
    assert_eq!((row.buyer.as_str(), row.here), ("陈先生", true));
    assert!(matches!(row.decision, Some(Decision::Wait { until: Some(_) })));
    assert!(row.closes_at.is_some() && scene.desk.view().board.next.is_some());
}

#[test]
fn an_order_shows_what_its_card_shows() {
    let mut scene = Scene::ready(&["zh"]);
    scene.orders(&[
        ["订单编号：240905-282748536433671", "已关闭（售后完成）", "草莓  3斤", "实付 ¥59.90"],
        ["+0", "暂无", "", ""],
    ]);
    let orders = scene.desk.view().orders;
    assert_eq!(orders[0].number, "240905-282748536433671");
    assert_eq!((orders[0].status, orders[0].amount.as_str()), (Status::Closed, "实付 ¥59.90"));
    assert_eq!((orders[1].status, orders[1].reminder.as_str()), (Status::Unknown, ""));
    assert_eq!(orders[1].number, "");
}
