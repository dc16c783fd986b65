//! A reminder is written when the agent asks for it, and counted when it is sent.

use deti::desk::view::{AskedRow, Say};
use deti::desk::wire::{Ask, FromPage, SeenConversation, SeenMessage, SeenRow, Who, WriteOutcome};
use deti::desk::{Event, PanelEvent};
use deti::order::Tone;
use expect_test::expect;

use crate::orders::{OTHER, PAID, UNPAID, board, noon, remind, say};
use crate::scene::{Scene, stock};

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
