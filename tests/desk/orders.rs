//! Orders are seen, planned, reminded when the agent asks for it, and counted.

use deti::desk::view::{AskedRow, Filter, Notice, OrderRow, Say};
use deti::desk::wire::{
    Ask, FromPage, SeenConversation, SeenMessage, SeenOrder, SeenRow, Who, WriteOutcome,
};
use deti::desk::{Event, PanelEvent};
use deti::order::{
    Amount, Buyer, Cause, Decision, Order, Row, Source, Sources, Status, Tone, id_of,
};
use expect_test::expect;

use crate::scene::{Scene, stock};

const UNPAID: [&str; 4] = ["261106-583920174836328", "待付款", "童鞋 28码", "¥66.00"];
const OTHER: [&str; 4] = ["261106-583920174836329", "未付款", "童袜", "¥9.90"];
const PAID: [&str; 4] = ["261106-583920174836330", "已付款", "童帽", "¥19.90"];

fn remind(number: &str) -> PanelEvent {
    PanelEvent::WriteReminder(id(number))
}

/// An hour before the noon of [`noon`].
const AN_HOUR_AGO: u64 = 1_794_106_800_000;

/// What tells the order of this number apart.
fn id(number: &str) -> String {
    id_of("sandbox", number)
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
            write 1 in “” 0..0 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 90
        > draft 2 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。”
            verdict 2:
        > wrote 1 Arrived
        = On; ReminderWritten
        > sent “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。”
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
fn one_reminder_for_several_orders_says_how_many_or_counts_for_the_one_that_it_names() {
    let mut told = String::new();
    let own = r#"
        pack = "own"
        version = "1"
        source = "own"
        [[reminder]]
        id = "one"
        body = { hans = "您好，{item}还在等您。若已不需要，请忽略。", hant = "您好，{item}還在等您。若已不需要，請忽略。" }
        source = "own"
    "#;
    for (name, packs, said) in [
        ("the shop's, forgotten", None, "b: 好的"),
        ("the shop's, comparing", None, "b: 别家便宜一点"),
        ("words that name one order only", Some(own), "b: 好的"),
    ] {
        let mut stock = stock();
        if let Some(text) = packs {
            let (pack, problems) = deti::order::parse("own.toml", text);
            assert_eq!(problems, []);
            stock.reminders = pack.reminders;
        }
        let mut scene = Scene::ready_with(stock, &["zh"]);
        scene.day("2026-11-08").chat("k", "林**", &["a: 您好"]).orders(&[UNPAID, OTHER]);
        scene.chat("k", "林**", &["a: 您好", said]).wait(60).event(Event::Tick);
        let mut words = Vec::new();
        for id in [1, 2] {
            words.push(scene.desk.view().due.unwrap().reminder);
            scene.key(Ask::WriteReminder).draft(words.last().unwrap(), 0);
            scene.wrote(id, WriteOutcome::Arrived).sent();
            let counts: Vec<usize> =
                scene.desk.view().orders.iter().map(|it| it.reminded).collect();
            told.push_str(&format!("{name}: {counts:?} {}\n", words.last().unwrap()));
            scene.wait(200).event(Event::Tick);
        }
        assert!(packs.is_some() || words[0] != words[1], "the second is the first: {words:?}");
    }
    expect![[r#"
        the shop's, forgotten: [1, 1] 您好，您有2笔订单在等待付款，其中有童鞋 28码（订单号 261106-583920174836328，金额¥66.00）。都在“我的订单”里，也可以一起付款；需要帮忙，随时告诉我。若已不需要，请忽略。
        the shop's, forgotten: [2, 2] 您好，再来和您确认一下：您的2笔订单目前还在等待付款，其中有童鞋 28码（订单号 261106-583920174836328，金额¥66.00）。您有任何顾虑都可以告诉我，我来为您解答。若已不需要，请忽略，之后就少打扰您了。
        the shop's, comparing: [1, 1] 您好，您有2笔订单在等待付款，其中有童鞋 28码（订单号 261106-583920174836328）。您可以多看看、多比较。目前能用的优惠都在商品页和付款页上，以页面显示的为准；需要的话，我陪您一起看一遍。若已不需要，请忽略。
        the shop's, comparing: [2, 2] 您好，再来和您确认一下：您的2笔订单目前还在等待付款，其中有童鞋 28码（订单号 261106-583920174836328，金额¥66.00）。您有任何顾虑都可以告诉我，我来为您解答。若已不需要，请忽略，之后就少打扰您了。
        words that name one order only: [1, 0] 您好，童鞋 28码还在等您。若已不需要，请忽略。
        words that name one order only: [2, 0] 您好，童鞋 28码还在等您。若已不需要，请忽略。
    "#]].assert_eq(&told);
}

#[test]
fn a_draft_that_a_reminder_was_written_into_counts_however_it_reads_when_it_is_sent() {
    let other = |scene: &mut Scene| {
        scene.chat("other", "陈先生", &["b: 在吗"]);
    };
    let back = |scene: &mut Scene| {
        scene.chat("k", "林**", &["b: 好的"]);
    };
    let number = "您的订单 261106-583920174836328 已改地址";
    let mut told = String::new();
    for name in [
        "as it is",
        "a word changed",
        "without its number",
        "deleted, another message",
        "deleted, a message that names the number",
        "replaced by one that names the number",
        "deleted and undone",
        "another conversation and back, the draft first",
        "another conversation and back, the draft last",
        "another conversation, and back without the draft",
        "sent in the other conversation",
    ] {
        let mut scene = noon(&["zh"], &[UNPAID]);
        scene.chat("k", "林**", &["b: 好的"]).key(Ask::WriteReminder);
        let words = scene.desk.view().due.unwrap().reminder;
        scene.draft(&words, 0).wrote(1, WriteOutcome::Arrived);
        match name {
            "a word changed" => _ = scene.draft(&words.replace("您好", "亲"), 0),
            "without its number" => {
                scene.draft(&words.replace("261106-583920174836328", ""), 0);
            }
            "deleted, another message" => _ = scene.draft("", 0).draft("您好", 0),
            "deleted, a message that names the number" => _ = scene.draft("", 0).draft(number, 0),
            "replaced by one that names the number" => _ = scene.draft(number, 0),
            "deleted and undone" => _ = scene.draft("", 0).draft(&words, 0),
            "another conversation and back, the draft first" => {
                scene.draft("", 0);
                other(&mut scene);
                scene.draft("在的", 0).draft(&words, 0);
                back(&mut scene);
            }
            "another conversation and back, the draft last" => {
                other(&mut scene);
                scene.draft("", 0);
                back(&mut scene);
                scene.draft(&words, 0);
            }
            "another conversation, and back without the draft" => {
                other(&mut scene);
                scene.draft("", 0);
                back(&mut scene);
                scene.draft("在的", 0);
            }
            "sent in the other conversation" => other(&mut scene),
            _ => {}
        }
        scene.sent();
        told.push_str(&format!("{name}: {}\n", scene.desk.view().orders[0].reminded));
    }
    expect![[r#"
        as it is: 1
        a word changed: 1
        without its number: 1
        deleted, another message: 0
        deleted, a message that names the number: 0
        replaced by one that names the number: 0
        deleted and undone: 1
        another conversation and back, the draft first: 1
        another conversation and back, the draft last: 1
        another conversation, and back without the draft: 0
        sent in the other conversation: 0
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_follow_up_counts_with_a_word_changed_and_after_a_look_at_another_conversation() {
    for look in [false, true] {
        let mut scene = Scene::ready(&["zh"]);
        scene.day("2026-11-08").chat("k", "林**", &["b: 有货吗", "a: 有的"]);
        scene.wait(120).event(Event::Tick);
        let row = scene.desk.view().board.asked[0].clone();
        scene.panel(PanelEvent::WriteFollowUp(row.id)).draft(&row.words, 0);
        scene.wrote(1, WriteOutcome::Arrived);
        let words = row.words.replace("您好", "亲");
        scene.draft(&words, 0);
        if look {
            scene.chat("m", "陈先生", &[]).draft("", 0);
            scene.chat("k", "林**", &["b: 有货吗", "a: 有的"]).draft(&words, 0);
        }
        scene.sent();
        assert_eq!(scene.desk.view().board.asked[0].sent, 1, "looked at another one: {look}");
    }
}

#[test]
fn a_reminder_is_written_once_behind_what_is_typed_and_again_when_it_was_deleted() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let words = scene.desk.view().due.unwrap().reminder;
    let whole = format!("亲，稍等\n{words}");
    scene.draft("亲，稍等", 0).fresh().key(Ask::WriteReminder);
    scene.draft(&whole, 0).wrote(1, WriteOutcome::Arrived);
    // It stands there: neither the key nor the board writes it a second time.
    scene.key(Ask::WriteReminder).shows().panel(remind(UNPAID[0])).shows();
    assert_eq!(scene.desk.view().due, None);
    // In another tone it takes its own place; changed by hand it stays as it is.
    scene.panel(PanelEvent::Tone(Tone::Brief)).panel(remind(UNPAID[0]));
    let brief = scene.desk.view().board.due[0].reminder.clone();
    scene.draft(&format!("亲，稍等\n{brief}"), 0).wrote(2, WriteOutcome::Arrived);
    scene.draft(&format!("亲，稍等\n亲，{brief}").replace("您好，", ""), 0);
    scene.panel(PanelEvent::Tone(Tone::Warm)).panel(remind(UNPAID[0])).shows();
    // Deleted, it is due again.
    scene.draft("亲，稍等", 4);
    assert!(scene.desk.view().due.is_some());
    scene.key(Ask::WriteReminder);
    scene.plays(expect![[r#"
        > key WriteReminder
            write 1 in “亲，稍等” 4..4 “
        您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 95
        > draft 3 “亲，稍等
        您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。”
            verdict 3:
        > wrote 1 Arrived
        > key WriteReminder
            FocusComposer
        = On; ReminderStands
        > panel WriteReminder("sandbox/261106-583920174836328")
            FocusComposer
        = On; ReminderStands
        > panel Tone(Brief)
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Brief })
        > panel WriteReminder("sandbox/261106-583920174836328")
            write 2 in “亲，稍等
        您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” 5..95 “您好，订单 261106-583920174836328（¥66.00）还在等待付款，在“我的订单”里就能完成。若已不需要，请忽略。” caret 71
            FocusComposer
        > draft 4 “亲，稍等
        您好，订单 261106-583920174836328（¥66.00）还在等待付款，在“我的订单”里就能完成。若已不需要，请忽略。”
            verdict 4:
        > wrote 2 Arrived
        > draft 5 “亲，稍等
        亲，订单 261106-583920174836328（¥66.00）还在等待付款，在“我的订单”里就能完成。若已不需要，请忽略。”
            verdict 5:
        > panel Tone(Warm)
            Remember(Preferences { placement: Placement { dock: Right, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
        > panel WriteReminder("sandbox/261106-583920174836328")
            FocusComposer
        = On; ReminderStands
        > draft 6 “亲，稍等”
            verdict 6:
        > key WriteReminder
            write 3 in “亲，稍等” 4..4 “
        您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 95
    "#]]);
}

#[test]
fn a_reminder_is_refused_without_a_buyer_a_field_or_a_debt() {
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08").orders(&[UNPAID]).wait(30).key(Ask::WriteReminder).shows();
    scene.chat("k", "林**", &[]).orders(&[[OTHER[0], "待付款", "", "66"]]);
    scene.wait(1).event(Event::Tick).panel(remind(OTHER[0])).shows();
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
        … 1 minutes
        > Tick
        > panel WriteReminder("sandbox/261106-583920174836329")
        = On; missing item amount
        > orders 2
        > panel WriteReminder("sandbox/261106-583920174836330")
        = On; NothingDue
        > panel WriteReminder("sandbox/1")
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
        > panel WriteReminder("sandbox/261106-583920174836328")
            Look
        = On; OtherBuyer("林**")
        > key WriteReminder
        = On; NothingDue
        > chat k: 
            verdict 1:
        > key WriteReminder
            write 1 in “” 0..0 “您好，您拍下的童鞋 28码（订单号 261106-583920174836328，金额¥66.00）目前在等待付款。付款时遇到任何问题，您随时告诉我，我来帮您。若已不需要，请忽略。” caret 90
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
        > panel WriteReminder("sandbox/261106-583920174836328")
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
        > panel WriteReminder("sandbox/261106-583920174836329")
            write 1 in “您好，” 3..3 “
        您好，您拍下的童袜（訂單號 261106-583920174836329，金額¥9.90）目前在等待付款。付款時遇到任何問題，您隨時告訴我，我來幫您。若已不需要，請忽略。” caret 89
            FocusComposer
        > panel WriteReminder("sandbox/261106-583920174836329")
            write 2 in “您好，” 3..3 “
        您好，您拍下的童袜（訂單號 261106-583920174836329，金額¥9.90）目前在等待付款。付款時遇到任何問題，您隨時告訴我，我來幫您。若已不需要，請忽略。” caret 89
            FocusComposer
        … 630 minutes
        > panel WriteReminder("sandbox/261106-583920174836329")
        = On; NotNow(QuietHours { from: 1320, to: 480 })
    "#]]);
}

/// What the agent says about the first order.
fn say(say: Say) -> PanelEvent {
    PanelEvent::Say { id: id(UNPAID[0]), say }
}

#[test]
fn what_the_buyer_says_decides_and_the_agents_mark_stands_above_it() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let said = ["a: 您好", "b: 不要了，别发消息", "b: 还是不要了，算了"];
    scene.chat("k", "林**", &said[..1]).chat("k", "林**", &said[..2]);
    let first = board(&scene);
    scene.panel(say(Say::Wanted)).wait(60).event(Event::Tick);
    let misheard = board(&scene);
    // Nor does it choose the words: nobody is thanked for what was not said.
    let row = scene.desk.view().board.due[0].clone();
    assert_eq!(row.cause, Cause::Forgot);
    assert!(row.reminder.contains("目前在等待付款"), "{}", row.reminder);
    // What is said from now on counts.
    scene.chat("k", "林**", &said);
    let again = board(&scene);
    scene.panel(say(Say::Wanted)).panel(say(Say::TakeBack));
    expect![[r#"
        never: 童鞋 28码 (declined)
        due: 童鞋 28码 (due first-seen)
        never: 童鞋 28码 (declined)
        never: 童鞋 28码 (declined)
    "#]]
    .assert_eq(&format!("{first}{misheard}{again}{}", board(&scene)));
}

#[test]
fn everything_that_the_agent_says_about_an_order_is_taken_back_by_one_word() {
    let mut told = String::new();
    for what in [
        None,
        Some(Say::Declined),
        Some(Say::Paid),
        Some(Say::Reminded),
        Some(Say::Tomorrow),
        Some(Say::Alone),
        Some(Say::Wanted),
    ] {
        let mut scene = noon(&["zh"], &[UNPAID]);
        if what == Some(Say::Wanted) {
            scene.chat("k", "林**", &["a: 您好"]).chat("k", "林**", &["a: 您好", "b: 不要了"]);
            scene.wait(40).event(Event::Tick);
        }
        let before = board(&scene);
        let reminded = |scene: &Scene| scene.desk.view().orders[0].reminded;
        if let Some(what) = what {
            // A key that is pressed twice says it once.
            scene.panel(say(what)).panel(say(what));
        }
        let row = scene.desk.view().orders[0].clone();
        let line =
            format!("{what:?}: {}times {}\n    {:?}\n", board(&scene), row.reminded, row.say);
        scene.panel(say(Say::TakeBack));
        assert_eq!((board(&scene), reminded(&scene)), (before, 0), "{what:?}");
        told.push_str(&line);
    }
    expect![[r#"
        None: due: 童鞋 28码 (due first-seen)
        times 0
            [Declined, Paid, Reminded, Tomorrow, Alone]
        Some(Declined): never: 童鞋 28码 (declined)
        times 0
            [TakeBack]
        Some(Paid): never: 童鞋 28码 (paid)
        times 0
            [TakeBack]
        Some(Reminded): later: 童鞋 28码 (recent-reminder first-seen)
        times 1
            [Declined, Paid, Tomorrow, Alone, TakeBack]
        Some(Tomorrow): later: 童鞋 28码 (said-later first-seen)
        times 0
            [Declined, Paid, Reminded, Alone, TakeBack]
        Some(Alone): never: 童鞋 28码 (left-alone)
        times 0
            [Declined, Paid, TakeBack]
        Some(Wanted): due: 童鞋 28码 (due first-seen)
        times 0
            [Declined, Paid, Reminded, Tomorrow, Alone, TakeBack]
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_reminder_by_another_way_counts_for_the_gap_and_the_ceilings() {
    let mut scene = noon(&["zh"], &[UNPAID, OTHER]);
    scene.panel(say(Say::Reminded)).wait(200).event(Event::Tick);
    let after_the_gap = board(&scene);
    scene.panel(say(Say::Reminded)).wait(200).event(Event::Tick);
    expect![[r#"
        due: 童鞋 28码 (due first-seen several)
        later: 童袜 (same-buyer)
        later: 童袜 (ceiling-buyer until-morning first-seen), 童鞋 28码 (not-last ceiling-day ceiling-buyer first-seen)
    "#]].assert_eq(&format!("{after_the_gap}{}", board(&scene)));
}

#[test]
fn an_order_that_is_seen_paid_later_is_closed_with_how_long_it_took() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.key(Ask::WriteReminder).wrote(1, WriteOutcome::Arrived);
    let words = scene.desk.view().board.due[0].reminder.clone();
    scene.draft(&words, 0).sent().wait(25);
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
    scene.panel(PanelEvent::Entry(true));
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

/// An order as it stands in the form.
fn entered([number, amount, created, closes]: [&str; 4]) -> PanelEvent {
    PanelEvent::EnterOrder(Box::new(SeenOrder {
        number: number.to_owned(),
        status: "待付款".to_owned(),
        item: "手写".to_owned(),
        amount: amount.to_owned(),
        created: created.to_owned(),
        closes: closes.to_owned(),
        ..SeenOrder::default()
    }))
}

#[test]
fn an_order_by_hand_is_of_the_buyer_whom_the_form_names() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.panel(PanelEvent::Entry(true)).chat("m", "陈先生", &[]);
    assert_eq!(scene.desk.view().entry.unwrap().buyer, "林**");
    scene.panel(entered(["301928472078111", "¥45", "", ""]));
    assert_eq!(scene.desk.view().entry, None);
    scene.panel(remind("301928472078111"));
    assert_eq!(scene.desk.view().notice, Some(Notice::OtherBuyer("林**".to_owned())));
    // Nobody is on screen: there is no buyer whose order it could be.
    let mut scene = Scene::ready(&["zh"]);
    scene.panel(PanelEvent::Entry(true));
    assert_eq!((scene.desk.view().entry, scene.desk.view().notice), (None, Some(Notice::NoBuyer)));
}

#[test]
fn what_cannot_be_read_in_the_form_is_said_and_the_form_stays() {
    let mut told = String::new();
    for line in [
        ["301928472078111", "¥45", "11:50", "剩余 2小时"],
        ["订单号：301928472078111", "¥", "", ""],
        ["", "", "", ""],
        ["12", "", "", ""],
        ["3019284 72078 222", "", "", ""],
        [UNPAID[0], "¥5", "", ""],
        ["301928472078111", "杯子架", "¥12.5", "昨天 10:20"],
        ["301928472078111", "99", "2026-11-08 25:00", "明天"],
        ["301928472078111", "¥1e9", "昨天下午", "2026-11-08 11:59"],
        ["301928472078111", "", "2027-11-08 10:00", ""],
    ] {
        let mut scene = noon(&["zh"], &[UNPAID]);
        let before = scene.desk.view().board.counts;
        scene.panel(PanelEvent::Entry(true)).panel(entered(line));
        let view = scene.desk.view();
        let taken = view.board.counts != before;
        let said = view.entry.map_or("closed".to_owned(), |form| format!("{:?}", form.wrong));
        told.push_str(&format!(
            "{}: {}{said}\n",
            line.join(" | "),
            if taken { "taken, " } else { "" }
        ));
    }
    expect![[r#"
        301928472078111 | ¥45 | 11:50 | 剩余 2小时: taken, closed
        订单号：301928472078111 | ¥ |  | : taken, closed
         |  |  | : [Number]
        12 |  |  | : [Number]
        3019284 72078 222 |  |  | : [Number]
        261106-583920174836328 | ¥5 |  | : [Known]
        301928472078111 | 杯子架 | ¥12.5 | 昨天 10:20: [Amount, Created, Closes]
        301928472078111 | 99 | 2026-11-08 25:00 | 明天: [Amount, Created, Closes]
        301928472078111 | ¥1e9 | 昨天下午 | 2026-11-08 11:59: [Amount, Created, Closes]
        301928472078111 |  | 2027-11-08 10:00 | : [Created]
    "#]]
    .assert_eq(&told);
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

/// Whose the board and the page say the orders are: `童鞋 林** here`.
fn owners(scene: &Scene) -> String {
    let view = scene.desk.view();
    let row = |row: &OrderRow| {
        let here = if row.here { " here" } else { "" };
        format!("{} {}{here}", row.item, if row.buyer.is_empty() { "nobody" } else { &row.buyer })
    };
    view.orders.iter().map(row).collect::<Vec<_>>().join(", ")
}

#[test]
fn cards_that_come_before_the_conversations_header_are_not_the_previous_buyers() {
    let b = ["261106-583920174836399", "待付款", "书包", "¥88.00"];
    let mut told = String::new();
    let mut tell = |name: &str, scene: &Scene| {
        told.push_str(&format!("{name}: {}\n", owners(scene)));
    };
    // The panel of orders is ahead of the header, in a conversation that had orders.
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.orders(&[b]);
    tell("ahead", &scene);
    scene.panel(remind(b[0]));
    assert_eq!(scene.desk.view().notice, Some(Notice::NobodysOrder));
    scene.chat("m", "陈先生", &[]);
    tell("the header came", &scene);
    scene.wait(1).event(Event::Tick);
    tell("and stayed", &scene);

    // The same in a conversation that had none.
    let mut scene = noon(&["zh"], &[]);
    scene.orders(&[b]);
    tell("ahead, where there were none", &scene);
    scene.chat("m", "陈先生", &[]).wait(1).event(Event::Tick);
    tell("and stayed", &scene);

    // The conversation came on screen a second ago, and so did the card; then another
    // one came. Nobody can say whose the card is until it has stayed.
    let mut scene = noon(&["zh"], &[]);
    scene.chat("n", "王女士", &[]).orders(&[b]);
    tell("both are new", &scene);
    scene.chat("m", "陈先生", &[]);
    tell("another one", &scene);
    scene.panel(remind(b[0]));
    assert_eq!(scene.desk.view().notice, Some(Notice::OtherBuyer("王女士".to_owned())));
    scene.wait(1).event(Event::Tick);
    tell("and stayed", &scene);

    // The agent looks in for a second: the card goes with the conversation.
    let mut scene = noon(&["zh"], &[]);
    scene.chat("n", "王女士", &[]).orders(&[b]).chat("m", "陈先生", &[]).orders(&[]);
    scene.wait(1).event(Event::Tick).chat("n", "王女士", &[]).orders(&[b]);
    tell("looked in and came back", &scene);

    // A new order of the buyer on screen, beside one that is known.
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.orders(&[UNPAID, b]);
    tell("beside a known one", &scene);
    expect![[r#"
        ahead: 书包 nobody
        the header came: 书包 nobody
        and stayed: 书包 陈先生 here
        ahead, where there were none: 书包 nobody
        and stayed: 书包 陈先生 here
        both are new: 书包 王女士 here
        another one: 书包 王女士
        and stayed: 书包 陈先生 here
        looked in and came back: 书包 王女士 here
        beside a known one: 童鞋 28码 林** here, 书包 林** here
    "#]]
    .assert_eq(&told);
}

#[test]
fn an_own_message_with_the_reminder_counts_it_once_however_it_was_sent() {
    let reminded = |scene: &Scene| scene.desk.view().orders[0].reminded;
    let asked = "b: 好的";
    let mut lines = String::new();
    for (name, sent, messages) in [
        ("not sent, not seen", 0, 0),
        ("sent with the guard's leave", 1, 0),
        ("seen only: the console's own button", 0, 1),
        ("sent, then seen", 1, 1),
        ("pressed twice", 2, 1),
        ("seen twice", 0, 2),
        ("seen, then told as sent", -1, 1),
    ] {
        let mut scene = noon(&["zh"], &[UNPAID]);
        scene.chat("k", "林**", &[asked]).key(Ask::WriteReminder);
        let words = scene.desk.view().due.unwrap().reminder;
        scene.wrote(1, WriteOutcome::Arrived).draft(&words, 0);
        let own = format!("a: {words}");
        let send = |scene: &mut Scene| {
            scene.page(FromPage::Sent { text: words.clone() });
        };
        (0..sent).for_each(|_| send(&mut scene));
        for count in 1..=messages {
            let lines: Vec<&str> =
                std::iter::once(asked).chain(std::iter::repeat_n(own.as_str(), count)).collect();
            scene.chat("k", "林**", &lines);
        }
        if sent < 0 {
            send(&mut scene);
        }
        lines.push_str(&format!("{name}: {}\n", reminded(&scene)));
    }
    // Another message of the agent is none, and the reminder still waits to be sent.
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.chat("k", "林**", &[asked]).key(Ask::WriteReminder);
    scene.wrote(1, WriteOutcome::Arrived).chat("k", "林**", &[asked, "a: 在的"]);
    lines.push_str(&format!("another message: {}\n", reminded(&scene)));
    let changed = "亲，您拍下的童鞋 28码（订单号 261106-583920174836328）目前在等待付款。付款时遇到任何问题，您随时告诉我。若已不需要，请忽略。";
    scene.draft(changed, 0).draft("", 0);
    scene.chat("k", "林**", &[asked, &format!("a: {changed}")]);
    lines.push_str(&format!("changed words: {}\n", reminded(&scene)));
    // What was said before it was written again is not said again.
    let mut scene = noon(&["zh"], &[UNPAID]);
    let words = scene.desk.view().due.unwrap().reminder;
    let old = format!("a: {words}");
    scene.chat("k", "林**", &[asked, &old]).key(Ask::WriteReminder);
    scene.wrote(1, WriteOutcome::Arrived).draft(&words, 0).chat("m", "陈先生", &[]);
    scene.draft("", 0).chat("k", "林**", &[asked, &old]).draft(&words, 0);
    lines.push_str(&format!("said before: {}\n", reminded(&scene)));
    scene.draft("", 0).chat("k", "林**", &[asked, &old, &old]);
    lines.push_str(&format!("said once more: {}\n", reminded(&scene)));
    expect![[r#"
        not sent, not seen: 0
        sent with the guard's leave: 1
        seen only: the console's own button: 1
        sent, then seen: 1
        pressed twice: 1
        seen twice: 1
        seen, then told as sent: 1
        another message: 0
        changed words: 1
        said before: 0
        said once more: 1
    "#]]
    .assert_eq(&lines);
}

#[test]
fn labelled_numbers_in_a_conversation_are_orders_of_its_buyer() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.chat(
        "k",
        "林**",
        &[
            "s: 咨询订单号：236810113731    商品ID：10026084786191",
            "b: 訂單編號 261106VX3CK8NM 還未付款",
            "b: 订单号：2847163950274170158 已完成了吗",
            "b: 我的电话 13912345678，快递单号 SF1024768396150",
            "a: 订单号 301928472078 是别人的",
            "b: 订单号 261106-583920174836328",
        ],
    );
    let board = scene.desk.view().board;
    let rows = [&board.due, &board.later, &board.never, &board.paid];
    let told: Vec<String> = rows
        .into_iter()
        .flatten()
        .map(|row| {
            let reason = row.reasons[0].slug();
            format!("{} {} {:?} {reason}", row.number, row.buyer, row.status)
        })
        .collect();
    expect![[r#"
        261106-583920174836328 林** Unpaid due
        261106VX3CK8NM 林** Unpaid too-early
        236810113731 林** Unknown unknown-status
        2847163950274170158 林** Unknown unknown-status"#]]
    .assert_eq(&told.join("\n"));
    // A card knows better, and a number that is known is not taken anew.
    scene.orders(&[UNPAID, ["236810113731", "已付款", "灯", "¥9.00"]]);
    scene.chat("k", "林**", &["b: 订单号：236810113731 未付款"]);
    let known = scene.desk.view().orders;
    assert_eq!((known[1].status, known[1].buyer.as_str()), (Status::Paid, "林**"));
}

#[test]
fn a_number_that_a_buyer_wrote_gives_way_to_the_card_beside_its_own_conversation() {
    let number = "2847163950281904417";
    let card = [number, "待付款", "四件套", "¥459.00"];
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.chat("k", "林**", &[&format!("b: 这是我朋友的订单号：{number} 未付款")]);
    scene.wait(30).event(Event::Tick);
    let mut told = format!("written: {}\n", board(&scene));
    scene.chat("m", "陈先生", &[]).orders(&[card]);
    scene.wait(30).event(Event::Tick);
    told.push_str(&format!("on its card: {}\n", owners(&scene)));
    // Back beside who wrote it, it is not hers.
    scene.chat("k", "林**", &[]).orders(&[UNPAID]).panel(remind(number));
    assert_eq!(scene.desk.view().notice, Some(Notice::OtherBuyer("陈先生".to_owned())));
    // A card that is ahead of the header is not given to who wrote its number.
    let mut scene = noon(&["zh"], &[UNPAID]);
    scene.chat("k", "林**", &[&format!("b: 订单号：{number} 未付款")]).orders(&[card]);
    told.push_str(&format!("ahead of the header: {}\n", owners(&scene)));
    scene.chat("m", "陈先生", &[]).wait(1).event(Event::Tick);
    told.push_str(&format!("and stayed: {}\n", owners(&scene)));
    expect![[r#"
        written: due: 童鞋 28码 (due first-seen several)
        later:  (same-buyer)

        on its card: 四件套 陈先生 here
        ahead of the header: 四件套 nobody
        and stayed: 四件套 陈先生 here
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_file_of_orders_is_taken_in_on_request_and_undone() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let row = |line: usize, number: &str| Row {
        line,
        order: Order {
            number: number.to_owned(),
            platform: "taobao".to_owned(),
            status: Status::Unpaid,
            status_text: "待付款".to_owned(),
            item: format!("第{line}行"),
            ..Order::default()
        },
        ..Row::default()
    };
    scene.panel(PanelEvent::PlanOrders(Some(vec![row(2, "1"), row(3, "2")])));
    assert_eq!(scene.desk.view().intake.unwrap().len(), 2);
    assert_eq!(scene.desk.view().board.counts, [1, 0, 0, 0], "nothing is taken in by looking");
    scene.panel(PanelEvent::TakeOrders);
    let view = scene.desk.view();
    assert_eq!((view.intake, view.taken), (None, Some(2)));
    assert_eq!(view.board.counts.iter().sum::<usize>(), 3);
    scene.panel(PanelEvent::UndoOrders);
    assert_eq!(scene.desk.view().board.counts, [1, 0, 0, 0]);
    assert_eq!(scene.desk.view().taken, None);
}

#[test]
fn an_order_of_another_platform_says_so_and_is_due_there() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let row = |line: usize, number: &str, platform: &str, name: &str| Row {
        line,
        order: Order {
            number: number.to_owned(),
            platform: platform.to_owned(),
            buyer: Buyer { key: String::new(), name: name.to_owned() },
            status: Status::Unpaid,
            status_text: "待付款".to_owned(),
            item: number.to_owned(),
            created: Some(AN_HOUR_AGO),
            from: Sources::all(Source::File),
            ..Order::default()
        },
        ..Row::default()
    };
    let rows = vec![row(2, "1001", "taobao", "小马"), row(3, "1002", "", "小鹿")];
    scene.panel(PanelEvent::PlanOrders(Some(rows))).panel(PanelEvent::TakeOrders);
    let view = scene.desk.view();
    let told: Vec<String> =
        view.board.due.iter().map(|row| format!("{} {:?}", row.item, row.elsewhere)).collect();
    expect![[r#"
        童鞋 28码 None
        1002 None
        1001 Some("taobao")"#]]
    .assert_eq(&told.join("\n"));
    assert_eq!(view.daily.due, 2);
}

#[test]
fn a_file_order_of_a_whole_name_has_what_its_conversation_says() {
    let mut scene = noon(&["zh"], &[]);
    let order = Order {
        number: "1002".to_owned(),
        buyer: Buyer { key: String::new(), name: "陈太太".to_owned() },
        status: Status::Unpaid,
        status_text: "待付款".to_owned(),
        item: "花瓶".to_owned(),
        amount: Amount::read("¥66.00"),
        created: Some(AN_HOUR_AGO),
        from: Sources::all(Source::File),
        ..Order::default()
    };
    let rows = vec![Row { line: 2, order, ..Row::default() }];
    scene.panel(PanelEvent::PlanOrders(Some(rows))).panel(PanelEvent::TakeOrders);
    let first = board(&scene);
    scene.chat("c", "陈太太", &[]).chat("c", "陈太太", &["b: 不要了"]);
    let declined = board(&scene);
    // Another conversation of that name: nobody knows whose the order is.
    scene.chat("d", "陈太太", &["b: 在吗"]).panel(remind("1002"));
    let refused = format!("{:?}", scene.desk.view().notice);
    expect![[r#"
        due: 花瓶 (due)
        never: 花瓶 (declined)
        Some(SameName { buyer: "陈太太", last: "花瓶" })"#]]
    .assert_eq(&format!("{first}{declined}{refused}"));
}

#[test]
fn a_limit_that_was_written_wrong_is_marked_until_it_is_written_right() {
    let mut scene = Scene::ready(&["zh"]);
    scene.panel(PanelEvent::Limits(Some(String::new())));
    let mut told = String::new();
    for (name, value) in
        [("first", "abc"), ("gap", "-5"), ("unread", "1"), ("gap", "120"), ("first", "")]
    {
        let value = Some(value.to_owned()).filter(|value| !value.is_empty());
        let limit = PanelEvent::Limit { platform: String::new(), name: name.to_owned(), value };
        scene.panel(limit);
        let wrong = scene.desk.view().limits.unwrap().wrong.join(" ");
        told.push_str(&format!("{name}: {wrong}\n"));
    }
    expect![[r#"
        first: first
        gap: first gap
        unread: first gap
        gap: first
        first: 
    "#]]
    .assert_eq(&told);
}

#[test]
fn reminders_that_nobody_reads_are_enough_and_a_returning_buyer_is_reminded_sooner() {
    let mut scene = noon(&["zh"], &[UNPAID]);
    let own = |id: &str, text: &str, time: &str, read: bool| SeenMessage {
        id: Some(id.to_owned()),
        who: Who::Agent,
        text: text.to_owned(),
        time: time.to_owned(),
        read: Some(read),
    };
    let see = |scene: &mut Scene, messages: Vec<SeenMessage>| {
        let (key, buyer) = ("k".to_owned(), "林**".to_owned());
        let conversation = SeenConversation { key, buyer, returning: Some(true), messages };
        scene.page(FromPage::Conversation { conversation });
    };
    scene.panel(PanelEvent::Limit {
        platform: String::new(),
        name: "unread".to_owned(),
        value: Some("1".to_owned()),
    });
    scene.key(Ask::WriteReminder).wrote(1, WriteOutcome::Arrived);
    let words = scene.desk.view().board.due[0].reminder.clone();
    scene.draft(&words, 0).sent();
    let slugs = |scene: &Scene| {
        let board = scene.desk.view().board;
        let row = board.later.first().or(board.due.first()).cloned().unwrap();
        row.reasons.iter().map(|it| it.slug()).collect::<Vec<_>>().join(" ")
    };
    see(&mut scene, vec![own("1", UNPAID[0], "2026-11-08 12:30", false)]);
    let unread = slugs(&scene);
    see(&mut scene, vec![own("1", UNPAID[0], "2026-11-08 12:30", true)]);
    expect![[r#"
        unread recent-reminder recent-contact first-seen
        recent-reminder recent-contact first-seen"#]]
    .assert_eq(&format!("{unread}\n{}", slugs(&scene)));
    // Placed by a buyer who has bought before: fifteen minutes, not twenty.
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08");
    see(&mut scene, Vec::new());
    scene.orders(&[UNPAID]).wait(16).event(Event::Tick);
    assert_eq!(scene.desk.view().board.counts, [1, 0, 0, 0]);
}

#[test]
fn who_asked_and_is_offline_gets_words_that_invite_an_answer() {
    let row = |key: &str, buyer: &str, online: bool| SeenRow {
        key: key.to_owned(),
        buyer: buyer.to_owned(),
        online: Some(online),
        returning: Some(true),
        ..SeenRow::default()
    };
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08");
    scene
        .page(FromPage::Rows { rows: vec![row("k", "林**", true), row("m", "陈先生", false)] });
    // Nobody is known yet; each is when their conversation was opened.
    scene.chat("k", "林**", &["b: 有货吗", "a: 有的"]).chat(
        "m",
        "陈先生",
        &["b: 有货吗", "a: 有的"],
    );
    scene.wait(61).event(Event::Tick);
    let told = |scene: &Scene| {
        let asked = scene.desk.view().board.asked.clone();
        let line = |row: &AskedRow| format!("{} {} {:?}\n", row.buyer, row.words, row.decision);
        asked.iter().map(line).collect::<String>()
    };
    let first = told(&scene);
    scene.panel(PanelEvent::LetAsked { id: "sandbox/m".to_owned(), alone: true });
    let left = told(&scene);
    scene.panel(PanelEvent::FollowHere);
    expect![[r#"
        陈先生 您好，您咨询的商品我已经记下了。您方便的时候回复我一句，想用在哪里、什么时候需要，我按您的情况给您建议。若已不需要，请忽略。 Remind
        林** 您好，之前您问到的那一点，我可以再为您核实得细一些。您最在意的是尺码、质量，还是发货和售后呢？若已不需要，请忽略。 Remind
        林** 您好，之前您问到的那一点，我可以再为您核实得细一些。您最在意的是尺码、质量，还是发货和售后呢？若已不需要，请忽略。 Remind
        陈先生 您好，您咨询的商品我已经记下了。您方便的时候回复我一句，想用在哪里、什么时候需要，我按您的情况给您建议。若已不需要，请忽略。 Never
        林** 您好，之前您问到的那一点，我可以再为您核实得细一些。您最在意的是尺码、质量，还是发货和售后呢？若已不需要，请忽略。 Remind
        陈先生 您好，您咨询的商品我已经记下了。您方便的时候回复我一句，想用在哪里、什么时候需要，我按您的情况给您建议。若已不需要，请忽略。 Wait { until: Some(1794117667000) }
    "#]]
    .assert_eq(&format!("{first}{left}{}", told(&scene)));
}

#[test]
fn another_buyer_of_the_same_name_is_told_apart() {
    let mut scene = noon(&["zh"], &[]);
    scene.chat("c-1", "t***8 小鹿", &[]);
    scene.orders(&[UNPAID]);
    scene.chat("c-2", "t***8 小鹿", &[]);
    scene.orders(&[]);
    scene.panel(remind(UNPAID[0]));
    let notice = scene.desk.view().notice;
    let same = |last: &str| Notice::SameName { buyer: "t***8 小鹿".into(), last: last.into() };
    assert_eq!(notice, Some(same("童鞋 28码")));
    let row = SeenRow {
        key: "c-1".to_owned(),
        buyer: "t***8 小鹿".to_owned(),
        preview: "好，另外那个杯套我还没付，晚上再看看吧".to_owned(),
        ..SeenRow::default()
    };
    scene.page(FromPage::Rows { rows: vec![row] });
    scene.panel(remind(UNPAID[0]));
    assert_eq!(scene.desk.view().notice, Some(same("好，另外那个杯套我还没付，晚上再…")));
}

#[test]
fn an_order_of_a_file_is_of_the_conversation_that_its_name_says() {
    let mut scene = noon(&["zh"], &[]);
    let row = Row {
        line: 2,
        order: Order {
            number: "2847163950274170155".to_owned(),
            platform: String::new(),
            buyer: Buyer { key: String::new(), name: "陈太太".to_owned() },
            status: Status::Unpaid,
            status_text: "待付款".to_owned(),
            item: "花瓶".to_owned(),
            ..Order::default()
        },
        ..Row::default()
    };
    scene.panel(PanelEvent::PlanOrders(Some(vec![row]))).panel(PanelEvent::TakeOrders);
    let site = scene.desk.view().board;
    assert_eq!(site.counts.iter().sum::<usize>(), 1);
    scene.chat("c-9", "陈太太", &["b: 花瓶不要了，谢谢"]);
    let board = scene.desk.view().board;
    let row = &board.never[0];
    assert_eq!((row.item.as_str(), row.reasons[0].slug()), ("花瓶", "declined"));
}
