//! Adapters of the agent's own: what is made of elements that she points at on pages
//! like those that the consoles have, and what a file may say.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use deti::day::Day;
use deti::record::Value;
use deti::site::{
    Hop, Mending, Part, Refused, SeenBrother, SeenElement, SeenLeaf, SeenNode, Slot, Tried, Wish,
    is_shallow, over, read_own,
};
use expect_test::{Expect, expect};

fn schema() -> Value {
    serde_json::from_str(include_str!("../extension/sites/adapter.schema.json")).unwrap()
}

/// `div#id.class.class[name=value]`; a number before it is its own, a `{a=b}` an inline
/// style, and `~n` the number of brothers of the same names.
fn node(text: &str) -> SeenNode {
    let (number, text) = text.split_once(' ').unwrap_or(("0", text));
    let (text, brothers) = text.split_once('~').unwrap_or((text, "0"));
    let mut node = SeenNode { number: number.parse().unwrap(), place: 1, ..SeenNode::default() };
    let mut parts: Vec<String> = vec![String::new()];
    let mut inside = false;
    for c in text.chars() {
        match c {
            '#' | '.' | '[' | '{' if !inside => {
                parts.push(c.to_string());
                inside = c == '[' || c == '{';
            }
            ']' | '}' => inside = false,
            _ => parts.last_mut().unwrap().push(c),
        }
    }
    node.name = parts.remove(0);
    for part in parts {
        let (kind, said) = part.split_at(1);
        let pair = || said.split_once('=').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        match kind {
            "#" => node.id = said.to_owned(),
            "." => node.classes.push(said.to_owned()),
            "[" => node.attributes.push(pair()),
            _ => node.styles.push(pair()),
        }
    }
    for brother in 0..brothers.parse::<usize>().unwrap() {
        let other = |(name, value): &(String, String)| {
            let value = if value.chars().any(|c| c.is_ascii_digit()) {
                format!("{value}{brother}")
            } else {
                value.clone()
            };
            (name.clone(), value)
        };
        node.brothers.push(SeenBrother {
            name: node.name.clone(),
            classes: node.classes.iter().filter(|it| *it != "active").cloned().collect(),
            attributes: node.attributes.iter().map(other).collect(),
        });
    }
    node
}

fn element(path: &[&str], leaves: &[(&[&str], &str)]) -> SeenElement {
    let hop = |text: &&str| {
        let (hop, rest) = match text.split_once("> ") {
            Some(("frame", rest)) => (Some(Hop::Frame), rest),
            Some(("shadow", rest)) => (Some(Hop::Shadow), rest),
            _ => (None, *text),
        };
        SeenNode { hop, ..node(rest) }
    };
    let leaf = |(path, text): &(&[&str], &str)| SeenLeaf {
        path: path.iter().map(|it| node(it)).collect(),
        text: (*text).to_owned(),
    };
    SeenElement {
        path: path.iter().map(hop).collect(),
        leaves: leaves.iter().map(leaf).collect(),
        matches: vec![],
        writable: true,
    }
}

/// Points, and lets the page find one of everything, or seven of a list.
fn point(mending: &mut Mending, part: Part, element: SeenElement) -> String {
    match mending.point(part, element) {
        Err(why) => format!("{part:?}: {why:?}\n"),
        Ok(None) => format!("{part:?}: the other is wanted\n"),
        Ok(Some(wanted)) => {
            let found = if matches!(wanted.slot, Slot::Messages | Slot::Rows | Slot::Orders) {
                7
            } else {
                1
            };
            let tried = vec![Tried { found, holds: true }; wanted.places.len()];
            mending.tried(wanted.slot, &tried).unwrap();
            let mut said = format!("{part:?} must hold {:?}\n", wanted.hold);
            for place in wanted.places.iter().take(6) {
                said += &format!("  {place}\n");
            }
            said
        }
    }
}

fn wish(key: &str) -> Wish<'_> {
    Wish {
        id: "at-chat-here",
        title: "chat.here",
        host: "chat.here",
        key,
        buyer: "",
        day: Day::new(2026, 11, 23).unwrap(),
    }
}

/// The adapter that comes of it; it always keeps to the format.
fn made(mending: &Mending, wish: &Wish<'_>) -> String {
    let adapter = mending.adapter(wish).unwrap();
    read_own(&schema(), &adapter).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let surface = &adapter.get("surfaces").unwrap().as_list().unwrap()[0];
    surface
        .as_map()
        .unwrap()
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", serde_json::to_string(value).unwrap()))
        .collect()
}

fn check(said: &str, expected: &Expect) {
    expected.assert_eq(said);
}

#[test]
fn a_page_with_names_of_its_own() {
    let mut mending = Mending::default();
    let chat: &[&str] = &["3 div.history#messages", "2 section.chat", "1 body"];
    let way = |inner: &[&'static str]| -> Vec<&'static str> { [inner, chat].concat() };
    let mut said = String::new();
    said += &point(
        &mut mending,
        Part::Composer,
        element(
            &["9 textarea[placeholder=Say]", "8 div.reply-box", "2 section.chat", "1 body"],
            &[],
        ),
    );
    said += &point(
        &mut mending,
        Part::Buyer,
        element(
            &["7 span.name", "6 div.chat-head", "2 section.chat", "1 body"],
            &[(&[], "林小鹿")],
        ),
    );
    said += &point(
        &mut mending,
        Part::Theirs,
        element(&way(&["11 p.words", "10 div.msg.buyer~4"]), &[]),
    );
    said +=
        &point(&mut mending, Part::Own, element(&way(&["13 p.words", "12 div.msg.agent~4"]), &[]));
    said += &point(
        &mut mending,
        Part::Row,
        element(
            &["20 b.nick", "19 li.conv.active[data-key=b100]~3", "18 ul.list", "1 body"],
            &[(&[], "林小鹿")],
        ),
    );
    said += &point(
        &mut mending,
        Part::Order,
        element(
            &["30 div.card~2", "29 div.orders", "1 body"],
            &[
                (&["31 span.no"], "订单编号：261106-000000000000001"),
                (&["32 i.state"], "待付款"),
                (&["33 em"], "¥99.00"),
                (&["34 p.goods"], "牛皮杯套"),
                (&["35 time.at"], "2026-11-06 10:00"),
            ],
        ),
    );
    said += &made(&mending, &wish(""));
    check(
        &said,
        &expect![[r##"
        Composer must hold [9]
          .reply-box textarea
          .chat textarea
          .reply-box > textarea:nth-of-type(1)
        Buyer must hold [7]
          .chat-head .name
          .chat-head span
          .chat .name
          .chat span
          .name
          .chat-head > span:nth-of-type(1)
        Theirs: the other is wanted
        Own must hold [10, 12]
          #messages .msg
          .msg
          #messages > div
          .history > div
          .chat > * > div
        Row must hold [19]
          .list .conv
          .conv
          .list [data-key]
          [data-key]
          .list > li
        Order must hold [30]
          .orders .card
          .card
          .orders > div
        matches: ["https://chat.here/*"]
        composer: [".reply-box textarea",".chat textarea",".reply-box > textarea:nth-of-type(1)"]
        conversation: {"key":[{"css":[".list .conv.active",".conv.active"],"read":"attribute","attribute":"data-key"},{"css":[".chat-head .name",".chat-head span",".chat .name"],"read":"text"}],"buyer":{"css":[".chat-head .name",".chat-head span",".chat .name"],"read":"text"},"messages":["#messages .msg",".msg","#messages > div"],"text":{"css":[".words",":scope > p:nth-of-type(1)"],"read":"text"},"roles":{"buyer":[".buyer"],"agent":[".agent"]}}
        orders: [{"within":[".orders","body"],"cards":[".orders .card",".card",".orders > div"],"number":{"css":[".no",":scope > span:nth-of-type(1)"],"read":"text","match":"([0-9A-Z][0-9A-Z-]{9,24})"},"status":{"css":[".state",":scope > i:nth-of-type(1)"],"read":"text"},"amount":{"css":["em",":scope > em:nth-of-type(1)"],"read":"text"},"created":{"css":[".at","time"],"read":"text"},"item":{"css":[".goods",":scope > p:nth-of-type(1)"],"read":"text"}}]
        rows: {"all":[".list .conv",".conv",".list [data-key]"],"key":{"read":"attribute","attribute":"data-key"},"buyer":{"css":[".nick",":scope > b:nth-of-type(1)"],"read":"text"}}
        expect: {"composer":{"least":1},"buyer":{"least":1},"messages":{"least":1},"rows":{"least":1},"orders":{"least":1}}
    "##]],
    );
}

#[test]
fn classes_that_a_build_made_up() {
    let mut mending = Mending::default();
    let mut said = String::new();
    said += &point(
        &mut mending,
        Part::Theirs,
        element(
            &[
                "11 pre",
                "10 div.Jv6FtqUv5VoYARd2pp4y",
                "5 div.msgRow-x8Fj2{flex-direction=row}~3",
                "4 div.css-1q2w3e",
                "3 div[data-qa-id=qa-list]",
                "1 body",
            ],
            &[],
        ),
    );
    said += &point(
        &mut mending,
        Part::Own,
        element(
            &[
                "13 pre",
                "12 div.Kx9pQ2vv5VoYARd2pp4y",
                "6 div.msgRow-x8Fj2{flex-direction=row-reverse}~3",
                "4 div.css-1q2w3e",
                "3 div[data-qa-id=qa-list]",
                "1 body",
            ],
            &[],
        ),
    );
    said += &point(
        &mut mending,
        Part::Send,
        element(&["20 button.sc-bdVaJa", "19 div.toolBar-Q8PQwE", "1 body"], &[]),
    );
    said += &made(&mending, &wish("2000000001"));
    check(
        &said,
        &expect![[r#"
        Theirs: the other is wanted
        Own must hold [5, 6]
          [data-qa-id="qa-list"] [class*="msgRow-"]
          [class*="msgRow-"]
          [data-qa-id="qa-list"] > * > div
        Send must hold [20]
          [class*="toolBar-"] button
          [class*="toolBar-"] > button:nth-of-type(1)
        matches: ["https://chat.here/*"]
        send: ["[class*=\"toolBar-\"] button","[class*=\"toolBar-\"] > button:nth-of-type(1)"]
        conversation: {"messages":["[data-qa-id=\"qa-list\"] [class*=\"msgRow-\"]","[class*=\"msgRow-\"]","[data-qa-id=\"qa-list\"] > * > div"],"text":{"css":["pre",":scope > div:nth-of-type(1) > pre:nth-of-type(1)"],"read":"text"},"roles":{"buyer":[{"style":{"property":"flex-direction","value":"row"}}],"agent":[{"style":{"property":"flex-direction","value":"row-reverse"}}]}}
        expect: {"send":{"least":1},"messages":{"least":1}}
    "#]],
    );
}

#[test]
fn frames_and_shadow_roots() {
    let mut mending = Mending::default();
    let mut said = String::new();
    said += &point(
        &mut mending,
        Part::Composer,
        element(
            &[
                "9 pre.edit[contenteditable=true]",
                "8 div.box",
                "7 body",
                "frame> 6 iframe.core",
                "1 body",
            ],
            &[],
        ),
    );
    said += &point(
        &mut mending,
        Part::Send,
        element(&["9 button.go", "shadow> 6 kat-button", "shadow> 5 chat-app", "1 body"], &[]),
    );
    said += &point(
        &mut mending,
        Part::Buyer,
        element(&["9 b", "7 body", "frame> 6 iframe", "5 body", "frame> 4 iframe", "1 body"], &[]),
    );
    said += &point(
        &mut mending,
        Part::Buyer,
        element(&["9 b", "7 body", "frame> 6 iframe", "shadow> 5 chat-app", "1 body"], &[]),
    );
    said += &made(&mending, &wish("k"));
    check(
        &said,
        &expect![[r#"
        Composer must hold [9]
          .box .edit
          .box pre[contenteditable="true"]
          .box pre
          .edit
          pre[contenteditable="true"]
          .box > pre:nth-of-type(1)
        Send must hold [9]
          .go
        Buyer: Elsewhere
        Buyer: Elsewhere
        matches: ["https://chat.here/*"]
        frames: [".core"]
        shadow: ["chat-app","kat-button"]
        composer: [".box .edit",".box pre[contenteditable=\"true\"]",".box pre"]
        send: [".go"]
        expect: {"composer":{"least":1},"send":{"least":1}}
    "#]],
    );
}

#[test]
fn what_cannot_be_taken() {
    let mut mending = Mending::default();
    let row: &[&str] = &["10 div.msg~3", "3 div.list", "1 body"];
    let own: &[&str] = &["12 div.msg~3", "3 div.list", "1 body"];
    let mut said = String::new();
    said += &point(&mut mending, Part::Theirs, element(row, &[]));
    said += &point(&mut mending, Part::Own, element(own, &[]));
    said += &point(&mut mending, Part::Own, element(row, &[]));
    said += &point(
        &mut mending,
        Part::Order,
        element(
            &["20 div.card", "1 body"],
            &[(&["21 b"], "13800000000 张三"), (&["22 b"], "2026-11-06")],
        ),
    );
    said += &point(&mut mending, Part::Composer, element(&[], &[]));
    let words = SeenElement { writable: false, ..element(&["30 div.lines", "1 body"], &[]) };
    said += &point(&mut mending, Part::Composer, words);
    check(
        &said,
        &expect![[r#"
        Theirs: the other is wanted
        Own: Alike
        Own: NotTwo
        Order: NoNumber
        Composer: Unfound
        Composer: NoBox
    "#]],
    );
    assert!(mending.is_empty());
    let wanted = mending.point(Part::Send, element(&["1 b.x"], &[])).unwrap().unwrap();
    let nowhere = vec![Tried::default(); wanted.places.len()];
    assert_eq!(mending.tried(Slot::Send, &nowhere), Err(Refused::Unfound));
}

#[test]
fn one_slot_lies_over_an_earlier_adapter() {
    let mut first = Mending::default();
    point(&mut first, Part::Composer, element(&["9 textarea.a", "1 body"], &[]));
    point(&mut first, Part::Buyer, element(&["7 span.name", "1 body"], &[(&[], "林")]));
    let earlier = first.adapter(&wish("")).unwrap();
    let mut second = Mending::default();
    point(&mut second, Part::Composer, element(&["9 textarea.b", "1 body"], &[]));
    let both = over(&earlier, second.adapter(&wish("k")).unwrap());
    let own = read_own(&schema(), &both).unwrap();
    assert_eq!(own.slots, [Slot::Composer, Slot::Buyer, Slot::Key]);
    assert!(serde_json::to_string(&both).unwrap().contains("\"composer\":[\".b\""));
}

/// An adapter with this in place of what stands at the path.
fn with(path: &str, value: serde_json::Value) -> Value {
    let grade = serde_json::json!({ "sure": "high", "seen": "2026-11-23", "what": "seen" });
    let mut adapter = serde_json::json!({
        "id": "here", "title": "Here", "source": "there", "evidence": { "composer": grade },
        "surfaces": [{ "matches": ["https://here.example/*"], "composer": ["textarea"] }]
    });
    if let Some((parent, key)) = path.rsplit_once('/') {
        adapter.pointer_mut(parent).unwrap()[key] = value;
    }
    serde_json::from_value(adapter).unwrap()
}

#[test]
fn a_file_is_refused_by_place() {
    use serde_json::json;
    let many: Vec<String> = (0..25).map(|at| format!("a{at}")).collect();
    let table = [
        ("", json!(null)),
        ("/surfaces/0/click", json!(["#send"])),
        ("/surfaces/0/composer", json!(["a:hover"])),
        ("/surfaces/0/composer", json!(["a".repeat(300)])),
        ("/surfaces/0/composer", json!(["a".repeat(500)])),
        ("/surfaces/0/composer", json!(many)),
        ("/surfaces/0/composer", json!([{ "matching": "(a+)+" }])),
        ("/surfaces/0/matches", json!(["https://*/*"])),
        ("/surfaces/0/matches", json!(["https://*.example/*"])),
        ("/surfaces/0/expect", json!({ "composer": { "least": -1 } })),
        ("/surfaces/0/composer", json!(["div..a"])),
        ("/surfaces/0/away", json!(["body"])),
        ("/surfaces/0/focused", json!(true)),
        (
            "/surfaces/0/scope",
            json!({ "css": "[id=\"{id}\"]", "id": { "read": "address", "match": "^/a" } }),
        ),
        ("/announce", json!(true)),
        ("/title", json!("买家\u{202e}txt")),
        ("/title", json!("长".repeat(61))),
        ("/surfaces", json!([{ "matches": ["https://here.example/*"] }])),
        ("/surfaces", json!(0)),
    ];
    let mut said = String::new();
    for (path, value) in table {
        let line = match read_own(&schema(), &with(path, value)) {
            Ok(own) => format!("taken: {} {:?} {}", own.id, own.slots, own.seen),
            Err(problems) => {
                problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            }
        };
        said += &format!("{path}\n  {}\n", line.chars().take(160).collect::<String>());
    }
    said +=
        &format!("{:?}\n", read_own(&Value::Null, &with("", json!(null))).unwrap_err()[0].advice);
    check(
        &said,
        &expect![[r#"

              taken: here [Composer] 2026-11-23
            /surfaces/0/click
              surfaces[0].click: take it out: the format has no such word
            /surfaces/0/composer
              surfaces[0].composer[0]: take out :hover: an adapter has no such word: a:hover
            /surfaces/0/composer
              surfaces[0].composer[0]: write at most 240 characters
            /surfaces/0/composer
              surfaces[0].composer[0]: write at most 400 characters
            /surfaces/0/composer
              surfaces[0].composer: name at most 24
            /surfaces/0/composer
              surfaces[0].composer[0].matching: say how often at most, such as {1,20}, in place of +
            /surfaces/0/matches
              surfaces[0].matches[0]: name the host: it has no star in a file of your own
            /surfaces/0/matches
              surfaces[0].matches[0]: name the host: it has no star in a file of your own
            /surfaces/0/expect
              surfaces[0].expect.composer.least: write a whole number from 0
            /surfaces/0/composer
              surfaces[0].composer[0]: write a name after the .: div..a
            /surfaces/0/away
              surfaces[0].away: take it out: it is for adapters that ship
            /surfaces/0/focused
              surfaces[0].focused: take it out: it is for adapters that ship
            /surfaces/0/scope
              surfaces[0].scope: take it out: it is for adapters that ship
            /announce
              announce: take it out: it is for adapters that ship
            /title
              title: take out the sign U+202E: it turns or hides what is written
            /title
              title: write at most 60 characters
            /surfaces
              surfaces: name at least one slot, such as "composer"
            /surfaces
              surfaces: write an array, not a integer
            "the format is not there: load the panel anew"
        "#]],
    );
}

/// At any other key a message is not held: what is shown of a file must say so.
#[test]
fn the_keys_of_a_file_are_said() {
    use serde_json::json;
    let keys = |value| read_own(&schema(), &with("/surfaces/0/sendKeys", value)).unwrap().keys;
    assert_eq!(keys(json!(["Shift+Enter"])), [["Shift+Enter"]]);
    assert_eq!(keys(json!([])), [Vec::<String>::new()]);
    let none = read_own(&schema(), &with("", json!(null))).unwrap().keys;
    assert!(none.is_empty());
}

/// Ten thousand messages are still a list, and a page as a whole is none.
#[test]
fn a_list_may_be_long_and_has_an_end() {
    for (found, taken) in [(10_000, true), (20_000, true), (20_001, false)] {
        let mut mending = Mending::default();
        let row = element(&["10 li.row~3", "3 ul.list", "1 body"], &[]);
        let wanted = mending.point(Part::Row, row).unwrap().unwrap();
        let tried = vec![Tried { found, holds: true }; wanted.places.len()];
        assert_eq!(mending.tried(Slot::Rows, &tried).is_ok(), taken, "{found}");
    }
}

#[test]
fn a_text_that_is_too_deep_is_not_read() {
    assert!(is_shallow(r#"{"a":["[[[[",{"b":"\\"}]}"#));
    assert!(!is_shallow(&"[".repeat(41)));
    assert!(is_shallow(&format!("\"{}\"", "[".repeat(100))));
}
