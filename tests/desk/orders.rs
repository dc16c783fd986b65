//! Orders are seen, planned, entered, taken in from files, and marked.

use deti::desk::view::{Filter, Notice, OrderRow, Say};
use deti::desk::wire::{Ask, SeenOrder, WriteOutcome};
use deti::desk::{Event, PanelEvent};
use deti::order::{Buyer, Cause, Decision, Order, Row, Source, Sources, Status, id_of};
use expect_test::expect;

use crate::scene::Scene;

pub const UNPAID: [&str; 4] = ["261106-583920174836328", "待付款", "童鞋 28码", "¥66.00"];

pub const OTHER: [&str; 4] = ["261106-583920174836329", "未付款", "童袜", "¥9.90"];

pub const PAID: [&str; 4] = ["261106-583920174836330", "已付款", "童帽", "¥19.90"];

pub fn remind(number: &str) -> PanelEvent {
    PanelEvent::WriteReminder(id(number))
}

/// An hour before the noon of [`noon`].
pub const AN_HOUR_AGO: u64 = 1_794_106_800_000;

/// What tells the order of this number apart.
pub fn id(number: &str) -> String {
    id_of("sandbox", number)
}

/// A desk at noon, with a conversation and these orders, half an hour later.
pub fn noon(languages: &[&str], cards: &[[&str; 4]]) -> Scene {
    let mut scene = Scene::ready(languages);
    scene.day("2026-11-08").chat("k", "林**", &[]).orders(cards);
    scene.wait(30).event(Event::Tick).fresh();
    scene
}

/// The board in a few words.
pub fn board(scene: &Scene) -> String {
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

/// What the agent says about the first order.
pub fn say(say: Say) -> PanelEvent {
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
