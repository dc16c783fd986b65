//! The messages between page and panel: their JSON, and their TypeScript types.
//!
//! `extension/page/wire.ts` is generated from `src/desk/wire.rs` by this test;
//! it fails when the two have drifted apart. `cargo xtask types` writes it anew
//! (it runs this test with `UPDATE_WIRE=1`).

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use deti::desk::wire::{
    Ask, Dock, FromPage, List, ListRow, Mark, Paused, Placement, SeenConversation, SeenMessage,
    SeenOrder, SeenRow, Span, ToPage, Who, WriteOutcome,
};
use deti::record::Value;
use deti::rule::Level;
use deti::site::{Count, Hop, Part, SeenBrother, SeenElement, SeenLeaf, SeenNode, Slot, Tried};
use expect_test::{Expect, expect};
use ts_rs::{Config, TS, TypeVisitor};

const HEADER: &str = "\
// The messages between the page and the panel.
// Generated from src/desk/wire.rs by `cargo xtask types`; not edited by hand.
// A key is never missing: what may be absent is null.
";

/// The declarations of a type and of everything it names, each once, by name: the
/// order in which the derive macro names them is another at every compilation.
struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        if T::output_path().is_none() || self.by_name.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let decl = format!("\n{docs}export {}\n", laid_out(&T::decl(&self.config)));
        self.by_name.insert(name, decl);
        T::visit_dependencies(self);
    }
}

/// The declaration with its variants and fields on lines of their own.
fn laid_out(decl: &str) -> String {
    let open = decl.replace(", } | { ", " }\n| { ").replace(" } | { ", " }\n| { ");
    open.replace(", };", " };").lines().collect::<Vec<_>>().join("\n  ")
}

/// A comment of one line stays on one line.
fn with_short_comments(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut short = String::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        match lines.get(at..at + 3) {
            Some([open, words, close]) if open.ends_with("/**") && close.ends_with("*/") => {
                let words = words.trim_start().trim_start_matches("* ");
                writeln!(short, "{open} {words} */").unwrap();
                at += 3;
            }
            _ => {
                writeln!(short, "{line}").unwrap();
                at += 1;
            }
        }
    }
    short
}

fn typescript() -> String {
    let mut declarations = Declarations { config: Config::new(), by_name: BTreeMap::new() };
    declarations.visit::<FromPage>();
    declarations.visit::<ToPage>();
    let by_name = declarations.by_name;
    // What is said comes first, what it is made of follows.
    let said = ["FromPage", "ToPage"];
    let first = said.iter().filter_map(|name| by_name.get(*name));
    let rest = by_name.iter().filter(|(name, _)| !said.contains(&name.as_str()));
    let text: String = first.chain(rest.map(|(_, decl)| decl)).map(String::as_str).collect();
    with_short_comments(&format!("{HEADER}{text}"))
}

#[test]
fn the_typescript_types_are_those_of_the_messages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/page/wire.ts");
    let now = typescript();
    if std::env::var_os("UPDATE_WIRE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "extension/page/wire.ts is not what src/desk/wire.rs says; run `cargo xtask types`"
    );
}

#[test]
fn every_number_is_a_javascript_number() {
    assert!(!typescript().contains("bigint"), "a message holds an integer wider than 32 bits");
}

fn placement() -> Placement {
    Placement { dock: Dock::Float, x: 12.5, y: 40.0, folded: true }
}

fn mark(level: Level) -> Mark {
    Mark {
        start: 1,
        end: 3,
        level,
        found: "不行".to_owned(),
        why: "“不行”显得生硬".to_owned(),
        source: "售前手册 二(7)".to_owned(),
        rewrites: vec!["无法帮到您".to_owned(), String::new()],
    }
}

fn asks() -> Vec<Ask> {
    vec![
        Ask::TakeRewrite { mark: None, rewrite: 0 },
        Ask::TakeRewrite { mark: Some(2), rewrite: 1 },
        Ask::FixAll,
        Ask::Ignore { mark: 1 },
        Ask::SendAnyway,
        Ask::FocusPanel,
        Ask::InsertReply { place: 8 },
        Ask::MoveList { rows: -1 },
        Ask::TakeListed { place: None },
        Ask::TakeListed { place: Some(8) },
        Ask::CloseList,
        Ask::AddReply,
        Ask::WriteReminder,
        Ask::Fold { folded: true },
        Ask::Pause { span: Some(Span::Site) },
        Ask::Pause { span: None },
        Ask::GoOn,
    ]
}

fn from_page() -> Vec<FromPage> {
    let messages = [Who::Buyer, Who::Agent, Who::Bot, Who::System]
        .map(|who| SeenMessage {
            id: None,
            who,
            text: "在吗".to_owned(),
            time: "14:50".to_owned(),
            read: (who == Who::Agent).then_some(false),
        })
        .into_iter()
        .chain([SeenMessage {
            id: Some("m1".to_owned()),
            who: Who::Buyer,
            text: String::new(),
            time: String::new(),
            read: None,
        }])
        .collect();
    let conversation = SeenConversation {
        key: "k".to_owned(),
        buyer: "林**".to_owned(),
        returning: Some(true),
        messages,
    };
    let card = SeenOrder {
        number: "261106-583920174836328".to_owned(),
        buyer: "林**".to_owned(),
        status: "待付款".to_owned(),
        item: "童鞋 28码".to_owned(),
        amount: "¥66.00".to_owned(),
        created: "14:50".to_owned(),
        closes: String::new(),
        tracking: "SF1234567890".to_owned(),
    };
    let mut all = vec![
        FromPage::Hello {
            site: "sandbox".to_owned(),
            host: "localhost".to_owned(),
            languages: vec!["zh-TW".to_owned(), "en".to_owned()],
            dark: false,
        },
        FromPage::Draft { revision: 7, text: "这个不行😀".to_owned(), caret: 6 },
        FromPage::Caret { revision: 7, caret: 0 },
        FromPage::Focus { focused: true },
        FromPage::Held { text: "不行".to_owned() },
        FromPage::Sent { text: "好的".to_owned() },
        FromPage::Conversation { conversation },
        FromPage::Orders { cards: vec![card] },
        FromPage::Rows {
            rows: vec![SeenRow {
                key: "k".to_owned(),
                buyer: "林**".to_owned(),
                preview: "在吗".to_owned(),
                time: "14:50".to_owned(),
                waiting: Some(true),
                online: None,
                returning: Some(false),
            }],
        },
        FromPage::Placed { placement: placement() },
        FromPage::Theme { dark: true },
        FromPage::Measured {
            counts: vec![Count { slot: Slot::Messages, found: 7, read: 6, least: 1, most: None }],
            typed: false,
        },
        FromPage::Pointed { part: Part::Order, element: Some(pointed()) },
        FromPage::Pointed { part: Part::Own, element: None },
        FromPage::Tried { slot: Slot::Orders, tried: vec![Tried { found: 2, holds: true }] },
        FromPage::TooSlow,
    ];
    all.extend(asks().into_iter().map(|ask| FromPage::Ask { ask }));
    all.extend(
        [
            WriteOutcome::Arrived,
            WriteOutcome::TextChanged,
            WriteOutcome::OtherConversation,
            WriteOutcome::Refused,
            WriteOutcome::NoComposer,
        ]
        .map(|outcome| FromPage::Wrote { id: 3, outcome }),
    );
    all
}

fn pointed() -> SeenElement {
    let brother = SeenBrother {
        name: "div".to_owned(),
        classes: vec!["card".to_owned()],
        attributes: vec![("data-key".to_owned(), "2".to_owned())],
    };
    let node = SeenNode {
        number: 1,
        name: "div".to_owned(),
        id: "a".to_owned(),
        classes: vec!["card".to_owned()],
        attributes: vec![("role".to_owned(), "listitem".to_owned())],
        styles: vec![("float".to_owned(), "left".to_owned())],
        place: 1,
        brothers: vec![brother],
        hop: None,
    };
    let frame = SeenNode { hop: Some(Hop::Frame), brothers: vec![], ..node.clone() };
    let leaf = SeenLeaf { path: vec![node.clone()], text: "待付款".to_owned() };
    let matches = vec!["https://here.example/*".to_owned()];
    SeenElement { path: vec![node, frame], leaves: vec![leaf], matches, writable: true }
}

fn adapter() -> Value {
    serde_json::from_str(r#"{"id":"at-here","surfaces":[{"composer":["textarea"]}]}"#).unwrap()
}

fn list() -> List {
    let row = ListRow {
        title: "开发票".to_owned(),
        title_hits: vec![(1, 3)],
        folder: "售前".to_owned(),
        abbreviation: "kfp".to_owned(),
        body: "我们会为您提供发票。".to_owned(),
        body_hits: vec![],
        asks: true,
        stale: false,
    };
    List { revision: 7, start: 3, end: 6, rows: vec![row], chosen: None, spaces: true, held: false }
}

fn to_page() -> Vec<ToPage> {
    vec![
        ToPage::Ready,
        ToPage::Verdict {
            revision: u32::MAX,
            marks: vec![mark(Level::Block), mark(Level::Warn), mark(Level::Tip)],
            card: Some(0),
            block: true,
        },
        ToPage::Verdict { revision: 0, marks: vec![], card: None, block: false },
        ToPage::Write {
            id: 4,
            conversation: "c-5112".to_owned(),
            before: "这个不行".to_owned(),
            start: 2,
            end: 4,
            text: "无法帮到您".to_owned(),
            caret: 7,
        },
        ToPage::List { list: Some(list()) },
        ToPage::List { list: None },
        ToPage::Look,
        ToPage::Release { text: "不行".to_owned() },
        ToPage::Copy { text: "好的\n请稍等".to_owned() },
        ToPage::FocusComposer,
        ToPage::FocusPanel,
        ToPage::Place { placement: placement() },
        ToPage::Drag { x: 0.0, y: 16.25 },
        ToPage::Pause {
            paused: Some(Paused { span: Span::Hour, until: Some(1_700_000_000_000.0) }),
        },
        ToPage::Pause { paused: Some(Paused { span: Span::Conversation, until: None }) },
        ToPage::Pause { paused: None },
        ToPage::Adapter { own: Some(adapter()) },
        ToPage::Adapter { own: None },
        ToPage::Point { part: Some(Part::Theirs) },
        ToPage::Point { part: None },
        ToPage::Try {
            slot: Slot::Rows,
            places: vec!["li".to_owned()],
            hold: vec![1],
            frames: vec!["iframe".to_owned()],
            shadow: vec![],
        },
        ToPage::Outline { slot: Some(Slot::Key) },
    ]
}

/// Every message goes to JSON and comes back the same; the table is its JSON.
fn check<T>(messages: &[T], json: Expect)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let mut table = String::new();
    for message in messages {
        let line = serde_json::to_string(message).unwrap();
        assert_eq!(&serde_json::from_str::<T>(&line).unwrap(), message, "{line}");
        writeln!(table, "{line}").unwrap();
    }
    json.assert_eq(&table);
}

/// The tags that the type's declaration has, and those that the samples have.
fn same_tags<T: TS + serde::Serialize>(tag: &str, samples: &[T]) {
    let decl = T::decl(&Config::new());
    let opening = format!("\"{tag}\": \"");
    let declared: BTreeSet<String> = decl
        .split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect();
    let shown: BTreeSet<String> = samples
        .iter()
        .map(|sample| serde_json::to_value(sample).unwrap()[tag].as_str().unwrap().to_owned())
        .collect();
    assert!(!declared.is_empty());
    assert_eq!(declared, shown, "the samples above show every message");
}

#[test]
fn the_samples_show_every_message() {
    same_tags("type", &from_page());
    same_tags("type", &to_page());
    same_tags("what", &asks());
}

#[test]
fn what_the_page_says() {
    check(
        &from_page(),
        expect![[r#"
            {"type":"hello","site":"sandbox","host":"localhost","languages":["zh-TW","en"],"dark":false}
            {"type":"draft","revision":7,"text":"这个不行😀","caret":6}
            {"type":"caret","revision":7,"caret":0}
            {"type":"focus","focused":true}
            {"type":"held","text":"不行"}
            {"type":"sent","text":"好的"}
            {"type":"conversation","conversation":{"key":"k","buyer":"林**","returning":true,"messages":[{"id":null,"who":"buyer","text":"在吗","time":"14:50","read":null},{"id":null,"who":"agent","text":"在吗","time":"14:50","read":false},{"id":null,"who":"bot","text":"在吗","time":"14:50","read":null},{"id":null,"who":"system","text":"在吗","time":"14:50","read":null},{"id":"m1","who":"buyer","text":"","time":"","read":null}]}}
            {"type":"orders","cards":[{"number":"261106-583920174836328","buyer":"林**","status":"待付款","item":"童鞋 28码","amount":"¥66.00","created":"14:50","closes":"","tracking":"SF1234567890"}]}
            {"type":"rows","rows":[{"key":"k","buyer":"林**","preview":"在吗","time":"14:50","waiting":true,"online":null,"returning":false}]}
            {"type":"placed","placement":{"dock":"float","x":12.5,"y":40.0,"folded":true}}
            {"type":"theme","dark":true}
            {"type":"measured","counts":[{"slot":"messages","found":7,"read":6,"least":1,"most":null}],"typed":false}
            {"type":"pointed","part":"order","element":{"path":[{"number":1,"name":"div","id":"a","classes":["card"],"attributes":[["role","listitem"]],"styles":[["float","left"]],"place":1,"brothers":[{"name":"div","classes":["card"],"attributes":[["data-key","2"]]}],"hop":null},{"number":1,"name":"div","id":"a","classes":["card"],"attributes":[["role","listitem"]],"styles":[["float","left"]],"place":1,"brothers":[],"hop":"frame"}],"leaves":[{"path":[{"number":1,"name":"div","id":"a","classes":["card"],"attributes":[["role","listitem"]],"styles":[["float","left"]],"place":1,"brothers":[{"name":"div","classes":["card"],"attributes":[["data-key","2"]]}],"hop":null}],"text":"待付款"}],"matches":["https://here.example/*"],"writable":true}}
            {"type":"pointed","part":"own","element":null}
            {"type":"tried","slot":"orders","tried":[{"found":2,"holds":true}]}
            {"type":"too-slow"}
            {"type":"ask","ask":{"what":"take-rewrite","mark":null,"rewrite":0}}
            {"type":"ask","ask":{"what":"take-rewrite","mark":2,"rewrite":1}}
            {"type":"ask","ask":{"what":"fix-all"}}
            {"type":"ask","ask":{"what":"ignore","mark":1}}
            {"type":"ask","ask":{"what":"send-anyway"}}
            {"type":"ask","ask":{"what":"focus-panel"}}
            {"type":"ask","ask":{"what":"insert-reply","place":8}}
            {"type":"ask","ask":{"what":"move-list","rows":-1}}
            {"type":"ask","ask":{"what":"take-listed","place":null}}
            {"type":"ask","ask":{"what":"take-listed","place":8}}
            {"type":"ask","ask":{"what":"close-list"}}
            {"type":"ask","ask":{"what":"add-reply"}}
            {"type":"ask","ask":{"what":"write-reminder"}}
            {"type":"ask","ask":{"what":"fold","folded":true}}
            {"type":"ask","ask":{"what":"pause","span":"site"}}
            {"type":"ask","ask":{"what":"pause","span":null}}
            {"type":"ask","ask":{"what":"go-on"}}
            {"type":"wrote","id":3,"outcome":"arrived"}
            {"type":"wrote","id":3,"outcome":"text-changed"}
            {"type":"wrote","id":3,"outcome":"other-conversation"}
            {"type":"wrote","id":3,"outcome":"refused"}
            {"type":"wrote","id":3,"outcome":"no-composer"}
        "#]],
    );
}

#[test]
fn what_the_panel_says() {
    check(
        &to_page(),
        expect![[r#"
            {"type":"ready"}
            {"type":"verdict","revision":4294967295,"marks":[{"start":1,"end":3,"level":"block","found":"不行","why":"“不行”显得生硬","source":"售前手册 二(7)","rewrites":["无法帮到您",""]},{"start":1,"end":3,"level":"warn","found":"不行","why":"“不行”显得生硬","source":"售前手册 二(7)","rewrites":["无法帮到您",""]},{"start":1,"end":3,"level":"tip","found":"不行","why":"“不行”显得生硬","source":"售前手册 二(7)","rewrites":["无法帮到您",""]}],"card":0,"block":true}
            {"type":"verdict","revision":0,"marks":[],"card":null,"block":false}
            {"type":"write","id":4,"conversation":"c-5112","before":"这个不行","start":2,"end":4,"text":"无法帮到您","caret":7}
            {"type":"list","list":{"revision":7,"start":3,"end":6,"rows":[{"title":"开发票","titleHits":[[1,3]],"folder":"售前","abbreviation":"kfp","body":"我们会为您提供发票。","bodyHits":[],"asks":true,"stale":false}],"chosen":null,"spaces":true,"held":false}}
            {"type":"list","list":null}
            {"type":"look"}
            {"type":"release","text":"不行"}
            {"type":"copy","text":"好的\n请稍等"}
            {"type":"focus-composer"}
            {"type":"focus-panel"}
            {"type":"place","placement":{"dock":"float","x":12.5,"y":40.0,"folded":true}}
            {"type":"drag","x":0.0,"y":16.25}
            {"type":"pause","paused":{"span":"hour","until":1700000000000.0}}
            {"type":"pause","paused":{"span":"conversation","until":null}}
            {"type":"pause","paused":null}
            {"type":"adapter","own":{"id":"at-here","surfaces":[{"composer":["textarea"]}]}}
            {"type":"adapter","own":null}
            {"type":"point","part":"theirs"}
            {"type":"point","part":null}
            {"type":"try","slot":"rows","places":["li"],"hold":[1],"frames":["iframe"],"shadow":[]}
            {"type":"outline","slot":"key"}
        "#]],
    );
}

#[test]
fn a_missing_key_reads_as_null() {
    let short: FromPage =
        serde_json::from_str(r#"{"type":"ask","ask":{"what":"take-rewrite","rewrite":0}}"#)
            .unwrap();
    assert_eq!(short, FromPage::Ask { ask: Ask::TakeRewrite { mark: None, rewrite: 0 } });
}
