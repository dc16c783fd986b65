//! What is left for who reminds the agent while no panel looks, and the promises.

use deti::desk::view::{PromiseOffer, Watch};
use deti::desk::wire::FromPage;
use deti::desk::{Event, PanelEvent};
use deti::order::{Buyer, Order, Row, Source, Sources, Status};
use expect_test::expect;

use crate::scene::Scene;

const MINUTE: u64 = 60_000;
/// An hour before the noon of [`Scene::day`].
const AN_HOUR_AGO: u64 = 1_794_106_800_000;
const NOON: u64 = AN_HOUR_AGO + 60 * MINUTE;

/// A desk at noon that has read what is kept, beside a conversation.
fn noon(lines: &[&str]) -> Scene {
    let mut scene = Scene::ready(&["zh"]);
    scene.day("2026-11-08").stored("{}").chat("k", "林**", lines);
    scene
}

fn watch(scene: &Scene) -> Watch {
    (*scene.desk.view().watch.unwrap()).clone()
}

/// What is watched, in minutes after noon; what is due now is `now`.
fn watched(scene: &Scene) -> String {
    let line = |(id, at): &(String, u64)| {
        let (kind, _) = id.split_once(' ').unwrap();
        let number = id.rsplit_once(' ').map(|(_, number)| number).unwrap();
        let number = if kind == "promise" { "" } else { number };
        match at {
            0 => format!("{kind} {number}: now\n"),
            at => format!("{kind} {number}: {}\n", (at - NOON) / MINUTE),
        }
    };
    watch(scene).items.iter().map(line).collect()
}

/// Sends a message; what it promises is noted.
fn promise(scene: &mut Scene, words: &str) {
    scene.draft(words, 0).sent().panel(PanelEvent::NotePromise(None));
}

#[test]
fn a_promise_is_called_to_mind_a_third_of_its_time_ahead_and_put_off_to_the_morning() {
    let mut scene = noon(&["a: 您好"]);
    promise(&mut scene, "稍后回复您");
    promise(&mut scene, "两个小时后给您答复");
    promise(&mut scene, "明天给您答复");
    scene.panel(PanelEvent::PutOffPromise("1794110406000".to_owned()));
    let first = watched(&scene);
    let id = scene.desk.view().promises[0].id.clone();
    scene.panel(PanelEvent::PutOffPromise(id));
    expect![[r#"
        promise : 20
        promise : 80
        promise : 1200
        the first one put off:
        promise : 80
        promise : 1200
        promise : 1200
    "#]]
    .assert_eq(&format!("{first}the first one put off:\n{}", watched(&scene)));
}

#[test]
fn many_due_orders_cut_off_neither_what_comes_nor_promises() {
    let mut scene = noon(&["a: 您好"]);
    let row = |line: usize| Row {
        line,
        order: Order {
            number: format!("30192847{line:04}"),
            platform: "sandbox".to_owned(),
            buyer: Buyer { key: String::new(), name: format!("买家{line}") },
            status: Status::Unpaid,
            status_text: "待付款".to_owned(),
            item: format!("第{line}行"),
            // The last hundred and fifty are too new.
            created: Some(if line <= 250 { AN_HOUR_AGO } else { NOON - MINUTE }),
            from: Sources::all(Source::File),
            ..Order::default()
        },
        ..Row::default()
    };
    scene.panel(PanelEvent::PlanOrders(Some((1..=400).map(row).collect())));
    scene.panel(PanelEvent::TakeOrders);
    promise(&mut scene, "今晚给您答复");
    let items = watch(&scene).items;
    let count = |wanted: fn(&(String, u64)) -> bool| items.iter().filter(|it| wanted(it)).count();
    assert_eq!(count(|(_, at)| *at == 0), 100, "as many as the button counts, and one");
    assert_eq!(count(|(id, at)| *at > 0 && id.starts_with("order")), 100);
    assert_eq!(count(|(id, _)| id.starts_with("promise")), 1);
    assert!(items.is_sorted_by_key(|(_, at)| *at));
}

#[test]
fn who_asked_and_did_not_order_is_watched_as_orders_are_and_no_name_is_left() {
    let lines = ["b: 有货吗", "a: 有的"];
    let mut scene = noon(&[]);
    scene.chat("", "小鹿", &lines);
    let mut told = format!("asked:\n{}", watched(&scene));
    scene.wait(120).event(Event::Tick);
    told.push_str(&format!("due, {}:\n{}", scene.desk.view().daily.due, watched(&scene)));
    assert!(!watch(&scene).items[0].0.contains("小鹿"));
    let row = scene.desk.view().board.asked[0].clone();
    scene.panel(PanelEvent::WriteFollowUp(row.id)).draft(&row.words, 0);
    scene.wrote(1, deti::desk::wire::WriteOutcome::Arrived).sent();
    told.push_str(&format!("sent, {}:\n{}", scene.desk.view().daily.due, watched(&scene)));
    expect![[r#"
        asked:
        asked 1: 60
        due, 1:
        asked 1: now
        sent, 0:
        asked 2: 1560
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_offer_of_a_promise_stays_while_the_agent_goes_on_to_the_next_buyer() {
    let offer = |scene: &Scene| match scene.desk.view().offer {
        Some(PromiseOffer { words, buyer, .. }) => format!("{words} {buyer:?}\n"),
        None => "none\n".to_owned(),
    };
    let mut scene = noon(&["b: 什么时候能查到", "a: 您好"]);
    scene.draft("我核实后明天给您答复", 0).sent();
    let mut told = offer(&scene);
    scene.chat("m", "陈先生", &["b: 在吗"]).draft("在的", 0).sent();
    told.push_str(&offer(&scene));
    scene.panel(PanelEvent::NotePromise(None));
    let noted = &scene.desk.view().promises[0];
    told.push_str(&format!("noted: {} {}\n", noted.buyer.name, noted.words));
    // What the page sent by itself is offered; seen after it was sent, it is not offered twice.
    let page = ["b: 在吗", "a: 在的", "a: 稍后回复您"];
    scene.chat("m", "陈先生", &page[..2]).chat("m", "陈先生", &page);
    told.push_str(&offer(&scene));
    scene.panel(PanelEvent::NoPromise);
    scene.page(FromPage::Sent { text: "稍后回复您".to_owned() });
    told.push_str(&offer(&scene));
    scene.draft("今晚给您答复", 0).sent().panel(PanelEvent::NoPromise);
    scene.chat("m", "陈先生", &[&page[..], &["a: 今晚给您答复"]].concat());
    told.push_str(&offer(&scene));
    // The next message to the same buyer ends it.
    scene.draft("半小时后给您答复", 0).sent();
    told.push_str(&offer(&scene));
    scene.draft("好的", 0).sent();
    told.push_str(&offer(&scene));
    expect![[r#"
        核实后明天给您答复 None
        核实后明天给您答复 Some("林**")
        noted: 林** 核实后明天给您答复
        稍后回复您 None
        none
        none
        半小时后给您答复 None
        none
    "#]]
    .assert_eq(&told);
}
