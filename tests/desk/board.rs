//! The board: what is looked for on it, and when its orders close.

use deti::desk::view::Board;
use deti::desk::wire::{FromPage, SeenOrder, SeenRow};
use deti::desk::{Event, PanelEvent};
use expect_test::expect;

use crate::scene::Scene;

/// Many unpaid orders of the buyer on screen, and somebody who only asked.
fn desk(orders: usize) -> Scene {
    let mut scene = Scene::ready(&["zh"]);
    let cards = (0..orders).map(|place| SeenOrder {
        number: format!("261106-{:012}", 583_920_000_000_u64 + place as u64),
        status: "待付款".to_owned(),
        item: if place % 50 == 7 { "手工牛皮杯套" } else { "落地灯" }.to_owned(),
        amount: format!("¥{}.00", 100 + place),
        ..SeenOrder::default()
    });
    scene.day("2026-11-08").chat("k", "林**", &["a: 您好"]).cards(cards.collect());
    let row = SeenRow {
        key: "m".to_owned(),
        buyer: "陈先生".to_owned(),
        preview: "这款落地灯有黑色吗".to_owned(),
        waiting: Some(true),
        ..SeenRow::default()
    };
    scene.page(FromPage::Rows { rows: vec![row] });
    scene.wait(30).event(Event::Tick);
    scene
}

/// How many rows each part has, of how many.
fn told(board: &Board) -> String {
    let Board { due, later, never, paid, asked, counts, asked_count, .. } = board;
    let listed = [due, later, never, paid].map(Vec::len);
    let counts = counts.iter().chain([asked_count]);
    let parts = listed.into_iter().chain([asked.len()]).zip(counts);
    parts.map(|(listed, count)| format!("{listed}/{count}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_long_part_does_not_list_is_found_by_its_words() {
    let mut scene = desk(400);
    let mut said = String::new();
    for words in ["", "杯套", "583920000399", "399 落地灯", "林", "陈先生", "落地燈 黑色", "花瓶"]
    {
        scene.panel(PanelEvent::FindOrders(words.to_owned()));
        let board = scene.desk.view().board;
        said.push_str(&format!("{words}: {}\n", told(&board)));
    }
    expect![[r#"
        : 1/1 100/399 0/0 0/0 1/1
        杯套: 0/0 8/8 0/0 0/0 0/0
        583920000399: 1/1 0/0 0/0 0/0 0/0
        399 落地灯: 1/1 0/0 0/0 0/0 0/0
        林: 1/1 100/399 0/0 0/0 0/0
        陈先生: 0/0 0/0 0/0 0/0 1/1
        落地燈 黑色: 0/0 0/0 0/0 0/0 1/1
        花瓶: 0/0 0/0 0/0 0/0 0/0
    "#]]
    .assert_eq(&said);
}

/// What a page counts down stands still when it is copied: the moment does not.
#[test]
fn a_countdown_is_shown_as_the_moment_that_it_counts_to() {
    let mut said = String::new();
    for closes in ["剩余 23小时24分57秒", "2026-11-09 12:00", "剩余 05:12", ""] {
        let mut scene = Scene::ready(&["zh"]);
        scene.day("2026-11-08").chat("k", "林**", &["a: 您好"]).cards(vec![SeenOrder {
            number: "261106-583920174836328".to_owned(),
            status: "待付款".to_owned(),
            item: "杯套".to_owned(),
            amount: "¥66.00".to_owned(),
            closes: closes.to_owned(),
            ..SeenOrder::default()
        }]);
        let seen = scene.now;
        scene.wait(30).event(Event::Tick);
        let row = scene.desk.view().due.unwrap();
        let counted = row.counted_to.map(|at| (at - seen) / 60_000);
        said.push_str(&format!("{closes}: “{}” {counted:?}\n", row.closes));
    }
    expect![[r#"
        剩余 23小时24分57秒: “” Some(1404)
        2026-11-09 12:00: “2026-11-09 12:00” None
        剩余 05:12: “” None
        : “” None
    "#]]
    .assert_eq(&said);
}
