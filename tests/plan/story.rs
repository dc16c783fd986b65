//! One order with what is known about it, told in a line.

use std::fmt::Write as _;

use deti::order::{
    Amount, Buyer, Buyers, Decision, Facts, Heard, History, Known, Meaning, Order, Past, Planned,
    Reason, Sent, Setting, Settings, Status, When, parse, plan, read_moment,
};
use deti::zone::Zone;
use expect_test::Expect;

pub fn beijing() -> Zone {
    Zone::fixed(480)
}

/// A moment by the clock in Beijing.
pub fn at(text: &str) -> u64 {
    read_moment(text, 0, &beijing()).unwrap()
}

pub fn limits() -> Settings {
    let text = include_str!("../../packs/reminders/limits.toml");
    let (pack, problems) = parse("limits.toml", text);
    assert_eq!(problems, []);
    Settings::from(pack.limits)
}

pub fn with(name: &str, value: &str) -> Settings {
    let mut settings = limits();
    let (platform, name, value) = (String::new(), name.to_owned(), value.to_owned());
    settings.give(Setting { platform, name, value }).unwrap();
    settings
}

/// One order of a buyer, and what is known about both.
#[derive(Clone, Debug)]
pub struct Story {
    pub order: Order,
    pub past: Past,
    pub facts: Facts,
    pub settings: Settings,
    pub zone: Zone,
    pub now: u64,
}

/// An order of six in the morning that closes the next day; it is noon.
pub fn story() -> Story {
    Story {
        order: Order {
            number: "1001".to_owned(),
            platform: "taobao".to_owned(),
            buyer: Buyer { key: "k".to_owned(), name: "林**".to_owned() },
            status: Status::Unpaid,
            amount: Amount::read("¥66.00"),
            created: Some(at("2026-11-06 06:00")),
            closes: Some(at("2026-11-07 06:00")),
            seen: at("2026-11-06 12:00"),
            ..Order::default()
        },
        past: Past::default(),
        facts: Facts::default(),
        settings: limits(),
        zone: beijing(),
        now: at("2026-11-06 12:00"),
    }
}

impl Story {
    pub fn planned(&self) -> Planned {
        let id = self.order.buyer.id(&self.order.platform).unwrap();
        let buyers = Buyers::from([(id, self.facts.clone())]);
        let history = History::from([(self.order.id(), self.past.clone())]);
        let orders = [self.order.clone()];
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &self.settings,
            zone: &self.zone,
        };
        plan(known, self.now).remove(0)
    }

    pub fn sent(mut self, moments: &[&str]) -> Self {
        let sent = |text: &&str| Sent { at: at(text), reminder: String::new() };
        self.past.sent = moments.iter().map(sent).collect();
        self
    }

    pub fn heard(mut self, meaning: Meaning, said: &str, words: &str, when: Option<When>) -> Self {
        self.facts.heard.push(Heard { meaning, at: at(said), when, words: words.to_owned() });
        self
    }

    pub fn line(&self) -> String {
        said(&self.planned(), &self.zone)
    }
}

pub fn clock(moment: u64, zone: &Zone) -> String {
    let minute = zone.minute(moment);
    format!("{} {:02}:{:02}", &zone.day(moment).to_string()[5..], minute / 60, minute % 60)
}

pub fn said(planned: &Planned, zone: &Zone) -> String {
    let decision = match planned.decision {
        Decision::Remind => "remind".to_owned(),
        Decision::Wait { until: Some(until) } => format!("wait until {}", clock(until, zone)),
        Decision::Wait { until: None } => "wait".to_owned(),
        Decision::Never => "never".to_owned(),
    };
    let slugs: Vec<&str> = planned.reasons.iter().map(Reason::slug).collect();
    format!("{decision}: {}", slugs.join(" "))
}

pub fn table(rows: Vec<(&str, Story)>, expected: Expect) {
    let mut table = String::new();
    for (name, story) in rows {
        writeln!(table, "{name} -> {}", story.line()).unwrap();
    }
    expected.assert_eq(&table);
}

pub fn changed(change: impl FnOnce(&mut Story)) -> Story {
    let mut story = story();
    change(&mut story);
    story
}
