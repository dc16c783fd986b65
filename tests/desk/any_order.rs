//! No order of events is wrong: the desk never fails, and what it says is about
//! what it was told.

use deti::desk::view::{CheckState, Only, Tab};
use deti::desk::wire::{
    Ask, Dock, FromPage, Placement, SeenConversation, SeenMessage, SeenOrder, Span, ToPage, Who,
    WriteOutcome,
};
use deti::desk::{ConsoleEvent, Desk, Effect, Event, PanelEvent, Preferences, Unkept};
use deti::record::{Record, Value};
use deti::reply::{Change, Reply, Row, Wording};
use deti::site::{Count, Part, SeenElement, SeenLeaf, SeenNode, Slot, Tried};
use proptest::prelude::*;

use crate::scene::stock;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "(不行|加微信|快点|开不了发票|关闭了|發|😀|，|好|a){0,6}",
        Just("加微信".to_owned()),
        "(好|，|/|@|kfp|th1|售前|发票| ){0,6}",
        Just(String::new()),
        any::<String>(),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        (proptest::option::of(0u32..4), 0u32..3)
            .prop_map(|(mark, rewrite)| Ask::TakeRewrite { mark, rewrite }),
        Just(Ask::FixAll),
        (0u32..4).prop_map(|mark| Ask::Ignore { mark }),
        Just(Ask::SendAnyway),
        Just(Ask::FocusPanel),
        any::<u32>().prop_map(|place| Ask::InsertReply { place }),
        (0u32..40).prop_map(|place| Ask::InsertReply { place }),
        Just(Ask::WriteReminder),
        any::<bool>().prop_map(|folded| Ask::Fold { folded }),
        any::<i32>().prop_map(|rows| Ask::MoveList { rows }),
        proptest::option::of(0u32..4).prop_map(|place| Ask::TakeListed { place }),
        Just(Ask::CloseList),
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    proptest::sample::select(Slot::ALL.to_vec())
}

fn part() -> impl Strategy<Value = Part> {
    proptest::sample::select(Part::ALL.to_vec())
}

/// Ways of any length, with names of any kind.
fn pointed() -> impl Strategy<Value = SeenElement> {
    let node = ("(div|pre|)", "(a|x9Fj2|)", proptest::collection::vec("(card|active|a b|)", 0..3))
        .prop_flat_map(|(name, id, classes)| {
            let node = SeenNode { name, id, classes, ..SeenNode::default() };
            (Just(node), 0u32..6).prop_map(|(node, number)| SeenNode { number, ..node })
        });
    let leaf = text().prop_map(|text| SeenLeaf { path: vec![], text });
    (proptest::collection::vec(node, 0..5), proptest::collection::vec(leaf, 0..3))
        .prop_map(|(path, leaves)| SeenElement { path, leaves, matches: vec![], writable: true })
}

fn console() -> impl Strategy<Value = ConsoleEvent> {
    prop_oneof![
        any::<bool>().prop_map(ConsoleEvent::Open),
        proptest::option::of(part()).prop_map(ConsoleEvent::Point),
        proptest::option::of(slot()).prop_map(ConsoleEvent::Outline),
        slot().prop_map(ConsoleEvent::Next),
        Just(ConsoleEvent::Save),
        Just(ConsoleEvent::Quiet),
        Just(ConsoleEvent::Remove(String::new())),
        Just(ConsoleEvent::Undo),
        Just(ConsoleEvent::Plan(Some(Box::new(Value::Null)))),
        Just(ConsoleEvent::Take),
    ]
}

fn conversation() -> impl Strategy<Value = SeenConversation> {
    let who = prop_oneof![Just(Who::Buyer), Just(Who::Agent), Just(Who::Bot), Just(Who::System)];
    let message = (proptest::option::of("[ab]"), who, text())
        .prop_map(|(id, who, text)| SeenMessage { id, who, text, time: String::new(), read: None });
    ("[kl]?", "(林小姐|林\\*)?", proptest::collection::vec(message, 0..4)).prop_map(
        |(key, buyer, messages)| SeenConversation { key, buyer, returning: None, messages },
    )
}

fn order() -> impl Strategy<Value = SeenOrder> {
    let status = prop_oneof!["(待付款|已付款|退款中|付款)?", any::<String>()];
    let amount = prop_oneof!["(¥[0-9]{1,3})?", any::<String>()];
    ("(1234567[01])?", status, text(), amount).prop_map(|(number, status, item, amount)| {
        SeenOrder { number, status, item, amount, ..SeenOrder::default() }
    })
}

fn said() -> impl Strategy<Value = FromPage> {
    let outcome = prop_oneof![
        Just(WriteOutcome::Arrived),
        Just(WriteOutcome::TextChanged),
        Just(WriteOutcome::Refused),
        Just(WriteOutcome::NoComposer),
    ];
    prop_oneof![
        1 => "(zh|zh-TW|en)?".prop_map(|tag| FromPage::Hello {
            site: String::new(), host: String::new(), languages: vec![tag], dark: false,
        }),
        4 => (any::<u32>(), text(), 0u32..12)
            .prop_map(|(revision, text, caret)| FromPage::Draft { revision, text, caret }),
        1 => (any::<u32>(), any::<u32>())
            .prop_map(|(revision, caret)| FromPage::Caret { revision, caret }),
        1 => any::<bool>().prop_map(|focused| FromPage::Focus { focused }),
        4 => ask().prop_map(|ask| FromPage::Ask { ask }),
        2 => text().prop_map(|text| FromPage::Held { text }),
        1 => text().prop_map(|text| FromPage::Sent { text }),
        2 => (0u32..9, outcome).prop_map(|(id, outcome)| FromPage::Wrote { id, outcome }),
        2 => conversation().prop_map(|conversation| FromPage::Conversation { conversation }),
        1 => proptest::collection::vec(order(), 0..3).prop_map(|cards| FromPage::Orders { cards }),
        1 => Just(FromPage::Placed { placement: Placement::default() }),
        1 => (slot(), any::<bool>(), 0u32..3).prop_map(|(slot, typed, found)| FromPage::Measured {
            counts: vec![Count { slot, found, read: found, least: 1, most: Some(1) }], typed,
        }),
        1 => (part(), proptest::option::of(pointed()))
            .prop_map(|(part, element)| FromPage::Pointed { part, element }),
        1 => (slot(), 0u32..3, 0usize..9).prop_map(|(slot, found, many)| FromPage::Tried {
            slot, tried: vec![Tried { found, holds: true }; many],
        }),
        1 => Just(FromPage::TooSlow),
    ]
}

fn did() -> impl Strategy<Value = PanelEvent> {
    prop_oneof![
        ask().prop_map(PanelEvent::Ask),
        "(发票|th3|退货 )?".prop_map(PanelEvent::Search),
        any::<i32>().prop_map(PanelEvent::Choose),
        Just(PanelEvent::Open(Tab::Orders)),
        "(delay|eta|authentic|confirm-order|none)".prop_map(PanelEvent::InsertReply),
        ("(日期|item|x)", text()).prop_map(|(field, value)| PanelEvent::Fill { field, value }),
        Just(PanelEvent::CloseForm),
        Just(PanelEvent::SubmitForm),
        "1234567[01]".prop_map(PanelEvent::ChooseOrder),
        "1234567[01]".prop_map(PanelEvent::WriteReminder),
        any::<usize>().prop_map(PanelEvent::Look),
        "[ 因]{0,2}".prop_map(PanelEvent::Reason),
        Just(PanelEvent::KeepEditing),
        any::<bool>().prop_map(PanelEvent::Pausing),
        proptest::option::of(span()).prop_map(|span| PanelEvent::Ask(Ask::Pause { span })),
        Just(PanelEvent::Ask(Ask::GoOn)),
        Just(PanelEvent::Drag { x: 1.0, y: 2.0 }),
        Just(PanelEvent::Dock(Dock::Left)),
        any::<bool>().prop_map(PanelEvent::Settings),
        console().prop_map(PanelEvent::Console),
        Just(PanelEvent::Leave),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![Just(Span::Hour), Just(Span::Site), Just(Span::Conversation)]
}

/// The record of the pauses, whole and broken.
fn pauses() -> impl Strategy<Value = Option<Value>> {
    const WHOLE: &str = r#"{"format": 1, "hour": 3600000, "sites": {"localhost": 1},
        "conversations": [{"host": "localhost", "key": "k", "at": 1}]}"#;
    const NEWER: &str = r#"{"format": 2, "hour": 3600000}"#;
    prop_oneof![
        Just(serde_json::from_str::<Value>(WHOLE).ok()),
        Just(serde_json::from_str::<Value>(NEWER).ok()),
        Just(Some(Value::Null)),
        Just(None),
    ]
}

fn changed(change: Change) -> PanelEvent {
    PanelEvent::Change(Box::new(change))
}

/// What is done to the library.
fn kept() -> impl Strategy<Value = PanelEvent> {
    let id = || "(invoice|own|own-[0-9]{1,2}|none)";
    let made = |(id, title, body): (String, String, String)| Reply {
        id,
        title: Wording::one(title),
        body: Wording::one(body),
        ..Reply::default()
    };
    let reply = move || (id(), text(), text()).prop_map(made);
    let row = (0_usize..9, reply()).prop_map(|(line, reply)| Row { line, reply });
    prop_oneof![
        Just(PanelEvent::More),
        proptest::option::of(id()).prop_map(PanelEvent::OpenEditor),
        reply().prop_map(|reply| PanelEvent::Edit(Box::new(reply))),
        Just(PanelEvent::Save),
        Just(PanelEvent::CloseEditor),
        reply().prop_map(|reply| changed(Change::Add { reply, before: None })),
        id().prop_map(|id| changed(Change::Delete { id })),
        id().prop_map(|entry| changed(Change::Restore { entry })),
        (id(), any::<bool>()).prop_map(|(id, hidden)| changed(Change::Hide { id, hidden })),
        Just(changed(Change::Empty)),
        Just(PanelEvent::Undo),
        prop_oneof![
            Just(None),
            Just(Some(Only::Away)),
            Just(Some(Only::Unused)),
            Just(Some(Only::Twins))
        ]
        .prop_map(PanelEvent::Only),
        (id(), any::<bool>()).prop_map(|(id, down)| PanelEvent::Step { id, down }),
        any::<bool>().prop_map(PanelEvent::Bin),
        proptest::option::of(proptest::collection::vec(row, 0..3)).prop_map(PanelEvent::Plan),
        Just(PanelEvent::Import),
        Just(PanelEvent::StoreAgain),
        Just(PanelEvent::SaveFile),
    ]
}

/// Records of every kind, whole and broken.
fn records() -> impl Strategy<Value = Vec<Record>> {
    const WHOLE: &str = r#"{"format": 1, "reply": {"id": "own", "title": "发票", "body": "好"},
        "updated": 5, "written": 5, "deleted": 5, "past": [], "ids": ["own"]}"#;
    let value = prop_oneof![
        Just(serde_json::from_str::<Value>(WHOLE).ok()),
        Just(Some(Value::Null)),
        Just(None),
    ];
    let key = "(reply:own|reply:x|bin:own|replies:order|replies:uses|replies:hidden|aside:x|x)";
    proptest::collection::vec((key, value), 0..4)
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => said().prop_map(Event::Page),
        8 => did().prop_map(Event::Panel),
        6 => kept().prop_map(Event::Panel),
        2 => records().prop_map(Event::Stored),
        1 => (0u32..6).prop_map(Event::StoreDone),
        1 => (0u32..6).prop_map(|id| Event::StoreFailed { id, reason: Unkept::Full }),
        1 => any::<i32>().prop_map(Event::Clock),
        1 => any::<bool>().prop_map(|paused| {
            Event::Restored(Preferences { paused, ..Preferences::default() })
        }),
        1 => Just(Event::PageGone),
        1 => pauses().prop_map(Event::Pauses),
        1 => Just(Event::Tick),
    ]
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap()
}

/// What must be true of every effect, whatever came before.
fn holds(effect: &Effect, event: &Event, held: Option<&str>) -> Result<(), TestCaseError> {
    match effect {
        Effect::Page(ToPage::Write { before, start, end, text, caret, .. }) => {
            prop_assert!(start <= end && *end <= units(before));
            prop_assert!(*caret <= units(before) - (end - start) + units(text));
        }
        Effect::Page(ToPage::Verdict { marks, card, block, .. }) => {
            prop_assert!(card.is_none_or(|card| (card as usize) < marks.len()));
            prop_assert!(!block || !marks.is_empty());
            prop_assert!(marks.is_sorted_by_key(|mark| mark.start));
        }
        Effect::Page(ToPage::List { list: Some(list) }) => {
            prop_assert!(list.start < list.end);
            prop_assert!(list.chosen.is_none_or(|chosen| (chosen as usize) < list.rows.len()));
            for row in &list.rows {
                for (text, hits) in [(&row.title, &row.title_hits), (&row.body, &row.body_hits)] {
                    prop_assert!(
                        hits.iter().all(|(start, end)| start < end && *end <= units(text))
                    );
                }
            }
        }
        Effect::Store { put, remove, .. } => {
            prop_assert!(!put.is_empty() || !remove.is_empty());
            prop_assert!(put.iter().all(|(key, _)| !remove.contains(key)));
        }
        Effect::Page(ToPage::Release { text }) => {
            // Only the agent's own reason, or another press on a text that it
            // was given for, lets a text go.
            match event {
                Event::Panel(PanelEvent::Reason(reason)) => {
                    prop_assert!(!reason.trim().is_empty());
                    prop_assert_eq!(Some(text.as_str()), held);
                }
                Event::Page(FromPage::Held { text: pressed }) => prop_assert_eq!(text, pressed),
                other => prop_assert!(false, "{other:?} released {text}"),
            }
        }
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens(events in proptest::collection::vec(event(), 0..48)) {
        let mut desk = Desk::new(stock());
        for (now, event) in (0..).zip(events) {
            let held = desk.view().held.map(|held| held.text);
            for effect in desk.handle(event.clone(), now) {
                holds(&effect, &event, held.as_deref())?;
            }
            let view = desk.view();
            prop_assert!(view.current.is_none_or(|current| current < view.marks.len()));
            prop_assert!(view.chosen < view.replies.len().max(1));
            prop_assert!(view.fixable <= view.marks.len());
            prop_assert_eq!(view.overrides, view.notes.len());
            if view.check == CheckState::Paused {
                prop_assert!(view.marks.is_empty() && view.held.is_none(), "paused, and still");
            }
        }
    }
}
