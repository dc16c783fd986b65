//! The pauses that are kept: for an hour everywhere, for a site, for a conversation.
//!
//! An hour is the moment at which it ends. That moment is never more than an hour
//! away by the clock as it is now: one that is, because the clock was set back, is
//! brought nearer and kept so. So a clock that jumps ends a pause early, or holds it
//! for an hour more, but never for days. What cannot be read is no pause: then the
//! check is on, and that is the safe side.

use std::collections::BTreeMap;

use crate::desk::Millis;
use crate::desk::wire::Span;
use crate::record::Value;

/// Under which key all of them are kept, as one record.
pub const KEY: &str = "pauses";

/// The format that is written now.
const FORMAT: u64 = 1;

/// A pause for an hour.
const HOUR: Millis = 3_600_000;

/// The pause of a conversation that did not come back for so long is forgotten.
const FORGOTTEN: Millis = 30 * 24 * HOUR;

/// More conversations than anybody pauses; of more, the oldest pauses go.
const MOST: usize = 200;

/// A pause that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paused {
    /// For what.
    pub span: Span,
    /// When it ends, in milliseconds since the epoch; none where the agent ends it.
    pub until: Option<Millis>,
}

/// Where the agent is: what a pause may be for.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The page's host.
    pub host: &'a str,
    /// What tells the conversation on screen apart; empty where nothing does.
    pub conversation: &'a str,
}

/// All pauses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pauses {
    /// When the hour ends.
    hour: Option<Millis>,
    /// The hosts, each with the moment at which it was paused.
    sites: BTreeMap<String, Millis>,
    /// Host and key of each conversation, with the moment at which it was last
    /// paused or on screen.
    conversations: BTreeMap<(String, String), Millis>,
    /// Whether a newer version wrote the record: then it is left as it is.
    newer: bool,
}

impl Pauses {
    /// What the record says.
    pub fn read(record: Option<&Value>) -> Self {
        let Some(record) = record else { return Self::default() };
        let format = record.get("format").and_then(Value::as_count);
        if format != Some(FORMAT) {
            let newer = format.is_some_and(|format| format > FORMAT);
            return Self { newer, ..Self::default() };
        }
        let sites = record.get("sites").and_then(Value::as_map).unwrap_or_default();
        let conversations = record.get("conversations").and_then(Value::as_list);
        let conversation = |entry: &Value| {
            let text = |name| Some(entry.get(name)?.as_text()?.to_owned());
            Some(((text("host")?, text("key")?), entry.get("at")?.as_count()?))
        };
        Self {
            hour: record.get("hour").and_then(Value::as_count),
            sites: sites
                .iter()
                .filter_map(|(host, at)| Some((host.clone(), at.as_count()?)))
                .collect(),
            conversations: conversations
                .unwrap_or_default()
                .iter()
                .filter_map(conversation)
                .collect(),
            newer: false,
        }
    }

    /// The record; none where a newer version's stands.
    pub fn record(&self) -> Option<Value> {
        if self.newer {
            return None;
        }
        let map = |entries: Vec<(&str, Value)>| {
            Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
        };
        let mut entries = vec![("format", Value::from(FORMAT))];
        entries.extend(self.hour.map(|until| ("hour", Value::from(until))));
        let site = |(host, at): (&String, &Millis)| (host.clone(), Value::from(*at));
        entries.push(("sites", Value::Map(self.sites.iter().map(site).collect())));
        let conversation = |((host, key), at): (&(String, String), &Millis)| {
            let (host, key) = (host.as_str().into(), key.as_str().into());
            map(vec![("host", host), ("key", key), ("at", Value::from(*at))])
        };
        let conversations = self.conversations.iter().map(conversation).collect();
        entries.push(("conversations", Value::List(conversations)));
        Some(map(entries))
    }

    /// The pause that holds here. Of several it is the one that ends last: that of
    /// the site before that of the conversation, and the hour behind both.
    pub fn at(&self, here: Here<'_>) -> Option<Paused> {
        if self.sites.contains_key(here.host) {
            return Some(Paused { span: Span::Site, until: None });
        }
        if self.conversations.contains_key(&here.entry()) && !here.conversation.is_empty() {
            return Some(Paused { span: Span::Conversation, until: None });
        }
        self.hour.map(|until| Paused { span: Span::Hour, until: Some(until) })
    }

    /// Pauses. A conversation that nothing tells apart cannot be.
    pub fn pause(&mut self, span: Span, here: Here<'_>, now: Millis) {
        match span {
            Span::Hour => self.hour = Some(now + HOUR),
            Span::Site => {
                self.sites.insert(here.host.to_owned(), now);
            }
            Span::Conversation if here.conversation.is_empty() => {}
            Span::Conversation => {
                self.conversations.insert(here.entry(), now);
            }
        }
    }

    /// Ends every pause that holds here.
    pub fn end(&mut self, here: Here<'_>) {
        self.hour = None;
        self.sites.remove(here.host);
        self.conversations.remove(&here.entry());
    }

    /// When the hour ends.
    pub fn ends_at(&self) -> Option<Millis> {
        self.hour
    }

    /// What this moment leaves of them. The pause of the conversation on screen is
    /// as new as the day.
    pub fn settle(&mut self, here: Here<'_>, now: Millis) {
        self.hour = self.hour.map(|until| until.min(now + HOUR)).filter(|until| *until > now);
        if let Some(at) = self.conversations.get_mut(&here.entry())
            && now.abs_diff(*at) > FORGOTTEN / 30
        {
            *at = now;
        }
        // A moment to come is of a clock that was ahead.
        self.conversations.retain(|_, at| {
            *at = (*at).min(now);
            now - *at < FORGOTTEN
        });
        while self.conversations.len() > MOST {
            let oldest = self.conversations.iter().min_by_key(|(_, at)| **at);
            let Some(oldest) = oldest.map(|(entry, _)| entry.clone()) else { break };
            self.conversations.remove(&oldest);
        }
    }
}

impl Here<'_> {
    fn entry(self) -> (String, String) {
        (self.host.to_owned(), self.conversation.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{FORGOTTEN, HOUR, Here, MOST, Paused, Pauses};
    use crate::desk::wire::Span;
    use crate::record::Value;

    const LIN: Here<'_> = Here { host: "shop.example", conversation: "lin" };
    const WU: Here<'_> = Here { conversation: "wu", ..LIN };
    const NOBODY: Here<'_> = Here { conversation: "", ..LIN };
    const ELSEWHERE: Here<'_> = Here { host: "other.example", ..LIN };
    const NOON: u64 = 1_700_000_000_000;

    fn span(pauses: &Pauses, here: Here<'_>) -> Option<Span> {
        pauses.at(here).map(|paused| paused.span)
    }

    #[test]
    fn each_pause_is_for_what_it_was_asked_for() {
        let table = [
            (Span::Hour, [true, true, true, true]),
            (Span::Site, [true, true, true, false]),
            (Span::Conversation, [true, false, false, false]),
        ];
        for (asked, held) in table {
            let mut pauses = Pauses::default();
            pauses.pause(asked, LIN, NOON);
            let now = [LIN, WU, NOBODY, ELSEWHERE].map(|here| span(&pauses, here) == Some(asked));
            assert_eq!(now, held, "{asked:?}");
            pauses.end(LIN);
            assert_eq!(pauses, Pauses::default(), "{asked:?}");
        }
        let mut pauses = Pauses::default();
        pauses.pause(Span::Conversation, NOBODY, NOON);
        assert_eq!(pauses, Pauses::default());
    }

    /// The minutes that the clock shows after a pause at 0, and those that are left
    /// of the hour then.
    #[test]
    fn no_clock_makes_an_hour_longer_than_an_hour_from_now() {
        const MINUTE: u64 = 60_000;
        const DAY: i64 = 24 * 60;
        /// A minute of the clock, and the minutes that are left then.
        type Look = (i64, Option<u64>);
        let table: [(&str, &[Look]); 6] = [
            ("runs", &[(1, Some(59)), (59, Some(1)), (60, None)]),
            ("jumps ahead", &[(1, Some(59)), (DAY, None), (2, None)]),
            ("is set back a little", &[(50, Some(10)), (20, Some(40)), (60, None)]),
            (
                "is set back a day",
                &[(50, Some(10)), (50 - DAY, Some(60)), (60 - DAY, Some(50)), (110 - DAY, None)],
            ),
            (
                "was ahead by years",
                &[(-4000 * DAY, Some(60)), (59 - 4000 * DAY, Some(1)), (60 - 4000 * DAY, None)],
            ),
            ("stands", &[(0, Some(60)), (0, Some(60))]),
        ];
        for (clock, looks) in table {
            let mut pauses = Pauses::default();
            pauses.pause(Span::Hour, LIN, NOON);
            for (minute, left) in looks {
                let now = NOON.checked_add_signed(minute * MINUTE as i64).unwrap();
                pauses.settle(LIN, now);
                // What is kept is what holds: the next start begins with it.
                pauses = Pauses::read(pauses.record().as_ref());
                let until = pauses.at(LIN).and_then(|paused| paused.until);
                assert_eq!(
                    until.map(|until| (until - now) / MINUTE),
                    *left,
                    "a clock that {clock}, at {minute}"
                );
            }
        }
    }

    #[test]
    fn a_conversation_that_does_not_come_back_is_forgotten() {
        let mut pauses = Pauses::default();
        pauses.pause(Span::Conversation, LIN, NOON);
        // On screen it is as new as the day.
        for day in 1..60 {
            pauses.settle(LIN, NOON + day * 24 * HOUR);
        }
        assert_eq!(span(&pauses, LIN), Some(Span::Conversation));
        pauses.settle(WU, NOON + 59 * 24 * HOUR + FORGOTTEN);
        assert_eq!(pauses, Pauses::default());
        for number in 0..=MOST as u64 {
            let key = number.to_string();
            pauses.pause(Span::Conversation, Here { conversation: &key, ..LIN }, NOON + number);
        }
        pauses.settle(WU, NOON + HOUR);
        assert_eq!(pauses.conversations.len(), MOST);
        assert_eq!(span(&pauses, Here { conversation: "0", ..LIN }), None);
    }

    #[test]
    fn what_is_kept_is_read_again_and_anything_else_is_no_pause() {
        let mut pauses = Pauses::default();
        pauses.pause(Span::Hour, LIN, NOON);
        pauses.pause(Span::Site, ELSEWHERE, NOON);
        pauses.pause(Span::Conversation, LIN, NOON);
        let record = pauses.record();
        assert_eq!(Pauses::read(record.as_ref()), pauses);
        assert_eq!(
            serde_json::to_string(&record).unwrap(),
            r#"{"format":1,"hour":1700003600000,"sites":{"other.example":1700000000000},"conversations":[{"host":"shop.example","key":"lin","at":1700000000000}]}"#
        );
        for other in [
            "null",
            "7",
            "[]",
            r#"{"hour":1}"#,
            r#"{"format":1}"#,
            r#"{"format":1,"hour":"x","sites":[1],"conversations":{"a":1}}"#,
            r#"{"format":1,"hour":-1,"sites":{"a":"b"},"conversations":[1,{"host":1}]}"#,
        ] {
            let value: Value = serde_json::from_str(other).unwrap();
            assert_eq!(Pauses::read(Some(&value)), Pauses::default(), "{other}");
        }
        let newer: Value = serde_json::from_str(r#"{"format":2,"hour":1700003600000}"#).unwrap();
        let newer = Pauses::read(Some(&newer));
        assert_eq!((newer.at(LIN), newer.record()), (None, None));
    }

    #[test]
    fn of_several_the_one_that_ends_last_is_told() {
        let mut pauses = Pauses::default();
        pauses.pause(Span::Hour, LIN, NOON);
        assert_eq!(pauses.at(LIN), Some(Paused { span: Span::Hour, until: Some(NOON + HOUR) }));
        pauses.pause(Span::Conversation, LIN, NOON);
        assert_eq!(pauses.at(LIN), Some(Paused { span: Span::Conversation, until: None }));
        pauses.pause(Span::Site, LIN, NOON);
        assert_eq!(pauses.at(LIN), Some(Paused { span: Span::Site, until: None }));
    }
}
