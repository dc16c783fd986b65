//! A desk, and the script of what happens at it.

use std::fmt::Write as _;

use deti::day::Day;
use deti::desk::view::Notice;
use deti::desk::wire::{
    Ask, FromPage, SeenConversation, SeenMessage, SeenOrder, ToPage, Who, WriteOutcome,
};
use deti::desk::{Desk, Effect, Event, Packs, PanelEvent, Preferences, Stock};
use deti::record::Value;
use deti::rule::{Checker, Level, Pack};
use deti::shop::Shop;
use deti::{order, reply};
use expect_test::Expect;

/// A few rules, so that the scenes stay readable while the handbook grows.
const RULES: &str = r#"
pack = "scenes"
version = "1"
source = "scenes"

[[context]]
name = "buyer asked"
where = "buyer"
find = ["关闭订单"]

[[rule]]
id = "stiff"
level = "warn"
why = { hans = "显得生硬", hant = "顯得生硬", en = "It sounds stiff" }
source = "二(7)"
seed = "001"
find = [{ any = ["不行"], rewrite = [{ hans = "无法帮到您", hant = "無法幫到您" }] }]
bad = { hans = ["不行"], hant = ["不行"] }
good = { hans = ["可以"], hant = ["可以"] }

[[rule]]
id = "hurry"
level = "tip"
why = { hans = "像在催促", hant = "像在催促", en = "It hurries" }
source = "二(13)"
seed = "001"
find = [{ any = ["快点"], rewrite = [{ hans = "尽快", hant = "儘快" }] }]
bad = { hans = ["快点"], hant = ["快點"] }
good = { hans = ["尽快"], hant = ["儘快"] }

[[rule]]
id = "invoice"
level = "block"
why = { hans = "发票一定要开", hant = "發票一定要開", en = "Invoices are always given" }
source = "三(4)"
seed = "001"
find = [{ any = ["开不了发票"], rewrite = [{ hans = "会给您开发票", hant = "會給您開發票" }] }]
bad = { hans = ["开不了发票"], hant = ["開不了發票"] }
good = { hans = ["开发票"], hant = ["開發票"] }

[[rule]]
id = "wechat"
level = "block"
why = { hans = "只留电话", hant = "只留電話", en = "The telephone only" }
source = "三(5)"
seed = "001"
find = [{ any = ["加微信"] }]
bad = { hans = [], hant = [] }
good = { hans = ["电话"], hant = ["電話"] }

[[rule]]
id = "close"
level = "block"
why = { hans = "买家没有要求", hant = "買家沒有要求", en = "The buyer did not ask" }
source = "三(2)"
seed = "001"
find = [{ any = ["关闭了"], unless = ["buyer asked"] }]
bad = { hans = [], hant = [] }
good = { hans = ["打开了"], hant = ["打開了"] }
"#;

/// The same with these replies, written as the entries of a pack.
pub fn stock_with(replies: &str) -> Stock {
    let text = format!("pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n{replies}");
    let (replies, problems) = reply::parse("own.toml", &text);
    assert_eq!(problems, []);
    Stock { replies, ..stock() }
}

pub fn stock() -> Stock {
    let (pack, problems) = Pack::parse("scenes.toml", RULES);
    assert_eq!(problems, []);
    let (checker, problems) = Checker::new(&[pack], &Shop::default());
    assert_eq!(problems, []);
    let (replies, problems) =
        reply::parse("handbook.toml", include_str!("../../packs/replies/handbook.toml"));
    assert_eq!(problems, []);
    let mut packs = Packs::default();
    for (file, text) in [
        ("handbook.toml", include_str!("../../packs/reminders/handbook.toml")),
        ("limits.toml", include_str!("../../packs/reminders/limits.toml")),
        ("promises.toml", include_str!("../../packs/reminders/promises.toml")),
        ("said.toml", include_str!("../../packs/reminders/said.toml")),
    ] {
        let (read, problems) = order::parse(file, text);
        assert_eq!(problems, []);
        packs.take_orders(read);
    }
    let Packs { reminders, limits, ear, pledges, .. } = packs;
    let adapters = include_str!("../../extension/sites/adapter.schema.json");
    let adapters = serde_json::from_str(adapters).unwrap();
    Stock { checker, replies, reminders, limits, ear, pledges, adapters }
}

pub struct Scene {
    pub desk: Desk,
    pub now: u64,
    revision: u32,
    text: String,
    script: String,
}

impl Scene {
    /// A desk that nobody has spoken to.
    pub fn empty() -> Self {
        Self::of(stock())
    }

    /// The same with another stock.
    pub fn of(stock: Stock) -> Self {
        let desk = Desk::new(stock);
        Self { desk, now: 0, revision: 0, text: String::new(), script: String::new() }
    }

    /// A desk beside a page with an empty composer; the script starts here.
    pub fn ready(languages: &[&str]) -> Self {
        Self::ready_with(stock(), languages)
    }

    /// The same with another stock.
    pub fn ready_with(stock: Stock, languages: &[&str]) -> Self {
        let mut scene = Self::of(stock);
        scene.hello(languages).restored(Preferences::default()).draft("", 0);
        scene.script.clear();
        scene
    }

    pub fn hello(&mut self, languages: &[&str]) -> &mut Self {
        self.page(FromPage::Hello {
            site: "sandbox".to_owned(),
            host: "localhost".to_owned(),
            languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
            dark: true,
        })
    }

    /// Nothing happens for so many minutes.
    pub fn wait(&mut self, minutes: u64) -> &mut Self {
        self.now += minutes * 60_000;
        writeln!(self.script, "… {minutes} minutes").unwrap();
        self
    }

    /// The clock stands at noon of this day, as far from UTC as the agent's is.
    pub fn day(&mut self, day: &str) -> &mut Self {
        let day = Day::read(day).unwrap();
        let days = day.since(Day::new(1970, 1, 1).unwrap());
        self.now = u64::try_from(days).unwrap() * 86_400_000 + 4 * 3_600_000;
        self.happens(&format!("clock {day}"), Event::Clock(480))
    }

    pub fn stored(&mut self, json: &str) -> &mut Self {
        let Value::Map(records) = serde_json::from_str(json).unwrap() else { unreachable!() };
        let some = |(key, value)| (key, if value == Value::Null { None } else { Some(value) });
        let records = records.into_iter().map(some).collect();
        self.happens("stored", Event::Stored(records))
    }

    pub fn event(&mut self, event: Event) -> &mut Self {
        self.happens(&format!("{event:?}"), event)
    }

    /// The rows of the list, as many as are named here.
    pub fn rows(&mut self, most: usize) -> &mut Self {
        let view = self.desk.view();
        let rows: Vec<String> = view.replies.iter().take(most).map(|row| row.id.clone()).collect();
        writeln!(self.script, "= {} and {} more", rows.join(" "), view.more).unwrap();
        self
    }

    pub fn restored(&mut self, preferences: Preferences) -> &mut Self {
        self.happens("restored", Event::Restored(preferences))
    }

    /// The composer holds this text now.
    pub fn draft(&mut self, text: &str, caret: u32) -> &mut Self {
        self.revision += 1;
        self.text = text.to_owned();
        let (revision, text) = (self.revision, text.to_owned());
        self.page(FromPage::Draft { revision, text, caret })
    }

    pub fn caret(&mut self, caret: u32) -> &mut Self {
        self.page(FromPage::Caret { revision: self.revision, caret })
    }

    pub fn held(&mut self) -> &mut Self {
        let text = self.text.clone();
        self.page(FromPage::Held { text })
    }

    pub fn sent(&mut self) -> &mut Self {
        let text = self.text.clone();
        self.page(FromPage::Sent { text });
        self.draft("", 0)
    }

    pub fn key(&mut self, ask: Ask) -> &mut Self {
        self.page(FromPage::Ask { ask })
    }

    pub fn wrote(&mut self, id: u32, outcome: WriteOutcome) -> &mut Self {
        self.page(FromPage::Wrote { id, outcome })
    }

    /// A conversation of `b: …`, `a: …`, `t: …` and `s: …` lines.
    pub fn chat(&mut self, key: &str, buyer: &str, lines: &[&str]) -> &mut Self {
        let message = |line: &&str| SeenMessage {
            id: None,
            who: match &line[..1] {
                "b" => Who::Buyer,
                "a" => Who::Agent,
                "t" => Who::Bot,
                _ => Who::System,
            },
            text: line[3..].to_owned(),
            time: String::new(),
            read: None,
        };
        let messages = lines.iter().map(message).collect();
        let (key, buyer) = (key.to_owned(), buyer.to_owned());
        self.page(FromPage::Conversation {
            conversation: SeenConversation { key, buyer, returning: None, messages },
        })
    }

    /// Order cards: number, status, item, amount.
    pub fn orders(&mut self, cards: &[[&str; 4]]) -> &mut Self {
        let card = |[number, status, item, amount]: &[&str; 4]| SeenOrder {
            number: (*number).to_owned(),
            status: (*status).to_owned(),
            item: (*item).to_owned(),
            amount: (*amount).to_owned(),
            ..SeenOrder::default()
        };
        self.page(FromPage::Orders { cards: cards.iter().map(card).collect() })
    }

    /// The same, card by card.
    pub fn cards(&mut self, cards: Vec<SeenOrder>) -> &mut Self {
        self.page(FromPage::Orders { cards })
    }

    /// The script starts here.
    pub fn fresh(&mut self) -> &mut Self {
        self.script.clear();
        self
    }

    pub fn panel(&mut self, event: PanelEvent) -> &mut Self {
        self.happens(&format!("panel {event:?}"), Event::Panel(event))
    }

    pub fn page(&mut self, said: FromPage) -> &mut Self {
        let words = match &said {
            FromPage::Hello { languages, .. } => format!("hello {}", languages.join(" ")),
            FromPage::Draft { revision, text, .. } => format!("draft {revision} “{text}”"),
            FromPage::Caret { caret, .. } => format!("caret {caret}"),
            FromPage::Ask { ask } => format!("key {ask:?}"),
            FromPage::Held { text } => format!("held “{text}”"),
            FromPage::Sent { text } => format!("sent “{text}”"),
            FromPage::Wrote { id, outcome } => format!("wrote {id} {outcome:?}"),
            FromPage::Conversation { conversation } => {
                let messages: Vec<&str> =
                    conversation.messages.iter().map(|message| message.text.as_str()).collect();
                format!("chat {}: {}", conversation.key, messages.join(" / "))
            }
            FromPage::Orders { cards } => format!("orders {}", cards.len()),
            other => format!("{other:?}"),
        };
        self.happens(&words, Event::Page(said))
    }

    fn happens(&mut self, words: &str, event: Event) -> &mut Self {
        self.now += 1000;
        writeln!(self.script, "> {words}").unwrap();
        for effect in self.desk.handle(event, self.now) {
            writeln!(self.script, "    {}", said(&effect)).unwrap();
        }
        self
    }

    /// A part of what the panel shows.
    pub fn shows(&mut self) -> &mut Self {
        let view = self.desk.view();
        let mut parts = vec![format!("{:?}", view.check)];
        if let Some(held) = view.held {
            let asking = if held.asking_reason { ", asks why" } else { "" };
            parts.push(format!("holds “{}”{asking}", held.text));
        }
        if !view.marks.is_empty() {
            parts.push(format!("{} marks, {} fixable", view.marks.len(), view.fixable));
            parts.extend(view.current.map(|current| format!("looks at {current}")));
        }
        if let Some(form) = view.form {
            let fields: Vec<_> = form.fields.iter().map(|it| (&it.name, &it.value)).collect();
            parts.push(format!("form {fields:?}"));
        }
        if let Some(notice) = view.notice {
            parts.push(match notice {
                Notice::Stale(fields) => {
                    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
                    format!("stale {}", names.join(" "))
                }
                Notice::Missing(fields) => format!("missing {}", fields.join(" ")),
                other => format!("{other:?}"),
            });
        }
        writeln!(self.script, "= {}", parts.join("; ")).unwrap();
        self
    }

    /// A line of the test's own.
    pub fn note(&mut self, words: &str) -> &mut Self {
        writeln!(self.script, "= {words}").unwrap();
        self
    }

    /// The script with long lines cut.
    pub fn short(&self) -> String {
        let cut = |line: &str| line.chars().take(80).chain(['\n']).collect::<String>();
        self.script.lines().map(cut).collect()
    }

    pub fn plays(&self, script: Expect) {
        script.assert_eq(&self.script);
    }
}

fn said(effect: &Effect) -> String {
    let said = match effect {
        Effect::Page(said) => said,
        Effect::Store { id, put, remove } => {
            let put: Vec<&str> = put.iter().map(|(key, _)| key.as_str()).collect();
            return format!("store {id}: + {} - {}", put.join(" "), remove.join(" "));
        }
        Effect::KeepPauses(record) => {
            return format!("keep {}", serde_json::to_string(record).unwrap());
        }
        other => return format!("{other:?}"),
    };
    match said {
        ToPage::Verdict { revision, marks, card, block } => {
            let marks: Vec<String> = marks
                .iter()
                .map(|mark| {
                    let level = match mark.level {
                        Level::Tip => "tip",
                        Level::Warn => "warn",
                        Level::Block => "block",
                    };
                    format!(" {level} {}..{} “{}”", mark.start, mark.end, mark.found)
                })
                .collect();
            let card = card.map(|card| format!(", card {card}")).unwrap_or_default();
            let block = if *block { ", hold" } else { "" };
            format!("verdict {revision}:{}{card}{block}", marks.join(","))
        }
        ToPage::Write { id, before, start, end, text, caret, .. } => {
            format!("write {id} in “{before}” {start}..{end} “{text}” caret {caret}")
        }
        ToPage::List { list: Some(list) } => {
            let rows = list.rows.iter().zip(0..).map(|(row, place)| {
                let chosen = if list.chosen == Some(place) { "*" } else { "" };
                let title = marked(&row.title, &row.title_hits);
                let asks = if row.asks { " asks" } else { "" };
                let stale = if row.stale { " stale" } else { "" };
                format!(
                    " {chosen}{title}（{}）{}{asks}{stale}",
                    row.folder,
                    marked(&row.body, &row.body_hits)
                )
            });
            format!("list {}..{}{}", list.start, list.end, rows.collect::<Vec<_>>().join(" |"))
        }
        ToPage::Release { text } => format!("release “{text}”"),
        ToPage::Copy { text } => format!("copy “{text}”"),
        other => format!("{other:?}"),
    }
}

/// The ranges of UTF-16 code units in brackets.
fn marked(text: &str, hits: &[(u32, u32)]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for c in text.chars() {
        if hits.iter().any(|hit| hit.0 == at) {
            out.push('[');
        }
        out.push(c);
        at += u32::try_from(c.len_utf16()).unwrap();
        if hits.iter().any(|hit| hit.1 == at) {
            out.push(']');
        }
    }
    out
}
