//! The promises that were noted, until they are kept.

use std::collections::BTreeMap;

use crate::kept::Kept;
use crate::order::{Buyer, Settings};
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Changed;
use crate::zone::MINUTE;

/// The keys of promises.
const KEY: &str = "promise:";
/// The format that is written now.
const FORMAT: u64 = 1;

/// A promise that was noted. Moments are in milliseconds since the epoch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promise {
    /// Names it.
    pub id: String,
    /// The platform, by its adapter's id.
    pub platform: String,
    /// Whom it was made to.
    pub buyer: Buyer,
    /// The agent's own words that commit.
    pub words: String,
    /// When it was made.
    pub made: u64,
    /// By when it is to be kept.
    pub by: u64,
    /// When it was kept.
    pub kept: Option<u64>,
}

impl Promise {
    /// From when on the agent is reminded: a third of the time before it is to be
    /// kept, at least five minutes and at most an hour.
    pub fn due(&self) -> u64 {
        let ahead = self.by.saturating_sub(self.made) / 3;
        self.by.saturating_sub(ahead.clamp(5 * MINUTE, 60 * MINUTE)).max(self.made)
    }
}

/// All promises.
#[derive(Debug, Default)]
pub struct Promises {
    all: BTreeMap<String, Promise>,
    kept: Kept,
}

impl Promises {
    /// The promises that are not kept yet, those that are to be kept first first.
    pub fn open(&self) -> Vec<&Promise> {
        let mut open: Vec<&Promise> = self.all.values().filter(|it| it.kept.is_none()).collect();
        crate::sort::by_key(&mut open, |it| {
            let seconds = it.by / 1000;
            [u32::try_from(seconds).unwrap_or(u32::MAX), 0, 0, 0]
        });
        open
    }

    /// Notes a promise. Its id is made of its moment.
    pub fn note(&mut self, mut promise: Promise) {
        let mut id = promise.made.to_string();
        while self.all.contains_key(&id) {
            id.push('+');
        }
        promise.id.clone_from(&id);
        self.touch(&id);
        self.all.insert(id, promise);
    }

    /// The promise was kept.
    pub fn keep(&mut self, id: &str, now: u64) {
        if let Some(promise) = self.all.get_mut(id) {
            promise.kept = Some(now);
            self.touch(id);
        }
    }

    /// It is to be kept by another time.
    pub fn put_off(&mut self, id: &str, by: u64) {
        if let Some(promise) = self.all.get_mut(id) {
            promise.by = by;
            self.touch(id);
        }
    }

    /// It is not to be remembered any longer.
    pub fn drop(&mut self, id: &str) {
        if self.all.remove(id).is_some() {
            self.touch(id);
        }
    }

    /// Forgets what was kept, or should have been, for as long as each platform's limits
    /// say.
    pub fn sweep(&mut self, settings: &Settings, now: u64) {
        let old = |it: &&Promise| {
            let days = settings.of(&it.platform).keep_days.max(1);
            now.saturating_sub(it.kept.unwrap_or(it.by)) > u64::from(days) * 1440 * MINUTE
        };
        let gone: Vec<String> = self.all.values().filter(old).map(|it| it.id.clone()).collect();
        for id in gone {
            self.drop(&id);
        }
    }

    /// What has to be written or taken away since this was last asked.
    pub fn take_changed(&mut self) -> Changed {
        let all = &self.all;
        self.kept.take(|key| key.strip_prefix(KEY).and_then(|id| all.get(id)).map(record))
    }

    /// Those records could not be written: they are still to be.
    pub fn not_kept<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>) {
        self.kept.not_kept(keys, &[KEY]);
    }

    /// Takes in records: those that were kept, or those that another tab wrote or,
    /// without a value, took away.
    pub fn merge(&mut self, records: &[Record]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, value) in records {
            let Some(id) = key.strip_prefix(KEY) else { continue };
            let Some(value) = value else {
                self.all.remove(id);
                continue;
            };
            let promise = match self.kept.format(key, value, FORMAT) {
                Ok(format) => format.and_then(|_| read(id, value)),
                Err(newer) => {
                    problems.push(newer);
                    continue;
                }
            };
            match promise {
                Some(promise) => {
                    self.all.insert(id.to_owned(), promise);
                }
                None => problems.push(self.kept.set_aside(key, value)),
            }
        }
        problems
    }

    fn touch(&mut self, id: &str) {
        self.kept.touch(format!("{KEY}{id}"));
    }
}

fn record(promise: &Promise) -> Value {
    let entries = [
        ("format", FORMAT.into()),
        ("platform", promise.platform.as_str().into()),
        ("buyer", promise.buyer.name.as_str().into()),
        ("key", promise.buyer.key.as_str().into()),
        ("words", promise.words.as_str().into()),
        ("made", promise.made.into()),
        ("by", promise.by.into()),
        ("kept", promise.kept.map_or(Value::Null, Value::from)),
    ];
    Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn read(id: &str, value: &Value) -> Option<Promise> {
    let text = |name| value.get(name).and_then(Value::as_text).map(str::to_owned);
    let at = |name| value.get(name).and_then(Value::as_count);
    Some(Promise {
        id: id.to_owned(),
        platform: text("platform")?,
        buyer: Buyer { name: text("buyer")?, key: text("key")? },
        words: text("words")?,
        made: at("made")?,
        by: at("by")?,
        kept: at("kept"),
    })
}
