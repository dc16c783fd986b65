//! Whose an order is: the card, the conversation, the number in a message, the file.

use deti::desk::view::{Notice, OrderRow};
use deti::desk::wire::{FromPage, SeenOrder, SeenRow};
use deti::desk::{Event, PanelEvent};
use deti::order::{Amount, Buyer, Order, Row, Source, Sources, Status};
use expect_test::expect;

use crate::orders::{AN_HOUR_AGO, UNPAID, board, noon, remind};
use crate::scene::Scene;

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
