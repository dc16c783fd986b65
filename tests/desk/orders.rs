//! Unpaid orders are seen, and reminded when the agent asks for it.

use deti::desk::PanelEvent;
use deti::desk::wire::{Ask, WriteOutcome};
use deti::order::Status;
use expect_test::expect;

use crate::scene::Scene;

const UNPAID: [&str; 4] = ["261106-583920174836328", "待付款", "童鞋 28码", "¥66.00"];
const OTHER: [&str; 4] = ["261106-583920174836329", "未付款", "童袜", "¥9.90"];
const PAID: [&str; 4] = ["261106-583920174836330", "已付款", "童帽", "¥19.90"];

fn remind(number: &str) -> PanelEvent {
    PanelEvent::WriteReminder(number.to_owned())
}

#[test]
fn the_first_due_reminder_is_written_on_request_and_counted_when_sent() {
    let mut scene = Scene::ready(&["zh"]);
    scene.chat("k", "林**", &["b: 我看看"]).orders(&[PAID, UNPAID, OTHER]);
    assert_eq!(scene.desk.view().due.unwrap().number, UNPAID[0]);
    scene.key(Ask::WriteReminder);
    let reminder = scene.desk.view().due.unwrap().reminder;
    scene.draft(&reminder, 0).wrote(1, WriteOutcome::Arrived).shows();
    assert_eq!(scene.desk.view().due.unwrap().number, OTHER[0]);
    scene.sent();
    scene.plays(expect![[r#"
        > chat k: 我看看
            verdict 1:
        > orders 3
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
    assert_eq!(counts, [0, 1, 0]);
}

#[test]
fn a_reminder_that_was_not_sent_is_not_counted() {
    for (sent, count) in [("您好", 0), ("您的订单 261106-583920174836328 还在等您", 1)] {
        let mut scene = Scene::ready(&["zh"]);
        scene.chat("k", "林**", &[]).orders(&[UNPAID]).key(Ask::WriteReminder);
        scene.wrote(1, WriteOutcome::Arrived).draft(sent, 0).sent();
        assert_eq!(scene.desk.view().orders[0].reminded, count, "{sent}");
    }
    let mut scene = Scene::ready(&["zh"]);
    scene.chat("k", "林**", &[]).orders(&[UNPAID]).key(Ask::WriteReminder);
    scene.wrote(1, WriteOutcome::Arrived).chat("other", "陈先生", &[]);
    scene.draft("261106-583920174836328", 0).sent();
    assert_eq!(scene.desk.view().orders[0].reminded, 0);
}

#[test]
fn a_reminder_is_refused_without_a_buyer_a_field_or_a_debt() {
    let mut scene = Scene::ready(&["zh"]);
    scene.orders(&[UNPAID]).key(Ask::WriteReminder).shows();
    scene.chat("k", "林**", &[]).orders(&[[UNPAID[0], "待付款", "", "66"]]);
    scene.key(Ask::WriteReminder).shows();
    scene.orders(&[PAID, [OTHER[0], "预售", "童袜", "¥9.90"]]).key(Ask::WriteReminder).shows();
    scene.panel(remind(PAID[0])).shows().panel(remind("1")).shows();
    scene.plays(expect![[r#"
        > orders 1
        > key WriteReminder
        = On; NoBuyer
        > chat k: 
            verdict 1:
        > orders 1
        > key WriteReminder
        = On; missing item amount
        > orders 2
        > key WriteReminder
        = On; NothingDue
        > panel WriteReminder("261106-583920174836330")
        = On; NothingDue
        > panel WriteReminder("1")
        = On; NothingDue
    "#]]);
}

#[test]
fn the_agent_may_ask_again_and_chooses_the_order() {
    let mut scene = Scene::ready(&["zh-TW"]);
    scene.chat("k", "林**", &[]).orders(&[UNPAID, OTHER]).draft("您好，", 3);
    scene.panel(remind(OTHER[0])).panel(remind(OTHER[0]));
    scene.plays(expect![[r#"
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
    "#]]);
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
