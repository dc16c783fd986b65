//! The self-check and the agent's own adapters, on the desk.

use deti::desk::view::Notice;
use deti::desk::wire::{FromPage, SeenConversation, ToPage};
use deti::desk::{ConsoleEvent, Desk, Effect, Event, PanelEvent, Preferences};
use deti::record::Value;
use deti::site::{Count, Lack, Part, SeenElement, SeenLeaf, SeenNode, Slot, Tried};
use serde_json::json;

use crate::scene::stock;

fn value(json: serde_json::Value) -> Value {
    serde_json::from_value(json).unwrap()
}

fn adapter(id: &str, composer: &str) -> Value {
    let grade = json!({ "sure": "high", "seen": "2026-11-23", "what": "seen" });
    value(json!({
        "id": id, "title": "Here", "source": "there", "evidence": { "composer": grade },
        "surfaces": [{ "matches": ["https://here.example/*"], "composer": [composer] }]
    }))
}

fn record(adapter: Value) -> Value {
    Value::Map(vec![("format".to_owned(), 1.into()), ("adapter".to_owned(), adapter)])
}

/// A desk beside a page, with this kept.
fn desk(site: &str, kept: Vec<(String, Option<Value>)>) -> (Desk, Vec<Effect>) {
    let mut desk = Desk::new(stock());
    let host = "chat.my-shop.example".to_owned();
    let hello = FromPage::Hello { site: site.to_owned(), host, languages: vec![], dark: false };
    desk.handle(Event::Page(hello), 1);
    desk.handle(Event::Restored(Preferences::default()), 1);
    let effects = desk.handle(Event::Stored(kept), 1);
    (desk, effects)
}

/// The adapters that the page is told of, by the composer's selector.
fn told(effects: &[Effect]) -> Vec<Option<String>> {
    let own = effects.iter().filter_map(|effect| match effect {
        Effect::Page(ToPage::Adapter { own }) => {
            Some(own.as_ref().map(|own| serde_json::to_string(own).unwrap()))
        }
        _ => None,
    });
    own.map(|own| {
        own.map(|own| {
            own.split("\"composer\":[").nth(1).unwrap().split(']').next().unwrap().to_owned()
        })
    })
    .collect()
}

fn did(desk: &mut Desk, did: ConsoleEvent) -> Vec<Effect> {
    desk.handle(Event::Panel(PanelEvent::Console(did)), 1)
}

#[test]
fn what_is_kept_counts_on_its_own_page_only() {
    let kept = || vec![("site:here".to_owned(), Some(record(adapter("here", "#a"))))];
    assert_eq!(told(&desk("here", kept()).1), [Some("\"#a\"".to_owned())]);
    assert_eq!(told(&desk("other", kept()).1), []);
    // A page of which nothing is known has an id of its host.
    let kept = vec![(
        "site:at-chat-my--shop-example".to_owned(),
        Some(record(adapter("at-chat-my--shop-example", "#b"))),
    )];
    assert_eq!(told(&desk("elsewhere", kept).1), [Some("\"#b\"".to_owned())]);
}

#[test]
fn what_cannot_be_read_is_set_aside_and_not_told() {
    let broken = [
        record(adapter("another", "#a")),
        record(adapter("here", "a:hover")),
        value(json!({ "format": 1 })),
        value(json!(7)),
    ];
    for broken in broken {
        let (desk, effects) = desk("here", vec![("site:here".to_owned(), Some(broken.clone()))]);
        assert_eq!(told(&effects), [None], "{broken:?}");
        assert_eq!(desk.view().aside.len(), 1, "{broken:?}");
        let kept = effects.iter().any(|effect| {
            matches!(effect, Effect::Store { put, .. } if put.iter().any(|(key, _)| key == "aside:site:here"))
        });
        assert!(kept, "{broken:?}");
    }
    // One of a newer version is left alone.
    let newer = value(json!({ "format": 2, "adapter": 1 }));
    let (_, effects) = desk("here", vec![("site:here".to_owned(), Some(newer))]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Store { .. })));
}

#[test]
fn a_file_is_shown_taken_removed_and_brought_back() {
    let (mut desk, _) = desk("here", vec![]);
    did(&mut desk, ConsoleEvent::Plan(Some(Box::new(adapter("here", "a:hover")))));
    let plan = desk.view().console_plan.unwrap();
    assert_eq!(
        plan.refused,
        ["surfaces[0].composer[0]: take out :hover: an adapter has no such word: a:hover"]
    );
    assert_eq!(told(&did(&mut desk, ConsoleEvent::Take)), []);
    did(&mut desk, ConsoleEvent::Plan(Some(Box::new(adapter("here", "#a")))));
    let plan = desk.view().console_plan.unwrap();
    assert_eq!((plan.row.unwrap().slots, plan.replaces), (vec![Slot::Composer], false));
    let effects = did(&mut desk, ConsoleEvent::Take);
    assert_eq!(told(&effects), [Some("\"#a\"".to_owned())]);
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Store { put, .. } if put[0].0 == "site:here"))
    );
    assert_eq!(
        did(&mut desk, ConsoleEvent::Export("here".to_owned())),
        [Effect::AdapterFile { name: "here".to_owned(), adapter: adapter("here", "#a") }]
    );
    let effects = did(&mut desk, ConsoleEvent::Remove("here".to_owned()));
    assert_eq!(told(&effects), [None]);
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Store { remove, .. } if remove == &["site:here"])
        )
    );
    assert_eq!(told(&did(&mut desk, ConsoleEvent::Undo)), [Some("\"#a\"".to_owned())]);
    assert_eq!(desk.view().consoles.len(), 1);
}

fn composer() -> SeenElement {
    let node = SeenNode {
        number: 4,
        name: "textarea".to_owned(),
        id: "reply".to_owned(),
        place: 1,
        ..SeenNode::default()
    };
    SeenElement { path: vec![node], writable: true, ..SeenElement::default() }
}

#[test]
fn what_is_pointed_at_counts_at_once_and_is_kept_when_it_is_saved() {
    let (mut desk, _) = desk("here", vec![]);
    did(&mut desk, ConsoleEvent::Open(true));
    // What nobody asked for is not taken.
    let pointed = |part| Event::Page(FromPage::Pointed { part, element: Some(composer()) });
    assert_eq!(told(&desk.handle(pointed(Part::Composer), 1)), []);
    did(&mut desk, ConsoleEvent::Point(Some(Part::Composer)));
    let effects = desk.handle(pointed(Part::Composer), 1);
    let tries = effects.iter().find_map(|effect| match effect {
        Effect::Page(ToPage::Try { places, hold, .. }) => Some((places.len(), hold.clone())),
        _ => None,
    });
    let (places, hold) = tries.unwrap();
    assert_eq!(hold, [4]);
    let tried = vec![Tried { found: 1, holds: true }; places];
    let effects = desk.handle(Event::Page(FromPage::Tried { slot: Slot::Composer, tried }), 1);
    assert_eq!(told(&effects), [Some("\"#reply\"".to_owned())]);
    assert!(desk.view().mend.unwrap().changed);
    let effects = did(&mut desk, ConsoleEvent::Save);
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Store { put, .. } if put[0].0 == "site:here"))
    );
    assert_eq!(told(&effects), []);
    assert_eq!(desk.view().notice, Some(Notice::AdapterKept));
    assert_eq!(desk.view().mend, None);
    // What is closed without saving is gone.
    did(&mut desk, ConsoleEvent::Remove("here".to_owned()));
    assert_eq!(desk.view().consoles.len(), 0);
}

#[test]
fn messages_and_orders_of_nobody_cannot_be_pointed_at() {
    let waits = |desk: &Desk| -> Vec<Part> {
        desk.view().mend.unwrap().rows.iter().filter(|row| row.waits).map(|row| row.part).collect()
    };
    let (mut known, _) = desk("here", vec![]);
    did(&mut known, ConsoleEvent::Open(true));
    assert_eq!(waits(&known), []);
    let (mut unknown, _) = desk("elsewhere", vec![]);
    did(&mut unknown, ConsoleEvent::Open(true));
    assert_eq!(waits(&unknown), [Part::Theirs, Part::Own, Part::Order]);
    did(&mut unknown, ConsoleEvent::Point(Some(Part::Buyer)));
    let leaf = SeenLeaf { text: "林小鹿".to_owned(), ..SeenLeaf::default() };
    let name = SeenElement { leaves: vec![leaf], ..composer() };
    unknown.handle(Event::Page(FromPage::Pointed { part: Part::Buyer, element: Some(name) }), 1);
    let tried = vec![Tried { found: 1, holds: true }; 9];
    unknown.handle(Event::Page(FromPage::Tried { slot: Slot::Buyer, tried }), 1);
    assert_eq!(waits(&unknown), []);
}

#[test]
fn what_is_lost_is_said_until_the_agent_has_heard_it() {
    let (mut desk, _) = desk("here", vec![]);
    let count = |slot, found| Count { slot, found, read: found, least: 1, most: None };
    let seen = SeenConversation { key: "k".to_owned(), ..SeenConversation::default() };
    desk.handle(Event::Page(FromPage::Conversation { conversation: seen }), 1);
    desk.handle(Event::Page(FromPage::Sent { text: "好".to_owned() }), 1);
    let measured = || {
        Event::Page(FromPage::Measured {
            counts: vec![count(Slot::Composer, 1), count(Slot::Key, 1), count(Slot::Messages, 0)],
            typed: false,
        })
    };
    desk.handle(measured(), 2);
    assert_eq!(desk.view().faults, []);
    desk.handle(measured(), 4_000);
    let faults: Vec<(Slot, Lack)> =
        desk.view().faults.iter().map(|it| (it.slot, it.lack)).collect();
    assert_eq!(faults, [(Slot::Messages, Lack::Missing)]);
    did(&mut desk, ConsoleEvent::Quiet);
    assert_eq!(desk.view().faults, []);
}
