//! The library's records: how each is written, and how it is read again.
//!
//! Every record has a `format`. A record of an earlier format is raised step by
//! step to the present one; one of a later format is left alone.

use std::collections::{BTreeMap, BTreeSet};

use super::uses::{Counted, Use};
use super::{Binned, Library, Own, Piece};
use crate::day::Day;
use crate::record::Value;
use crate::reply::{Reply, Wording};

/// The key of the record of uses.
pub(super) const USES: &str = "replies:uses";
/// The key of the record of the order.
pub(super) const ORDER: &str = "replies:order";
/// The key of the record of what is hidden.
pub(super) const HIDDEN: &str = "replies:hidden";
/// The keys of own replies.
pub(super) const OWN: &str = "reply:";
/// The keys of entries in the bin.
pub(super) const BIN: &str = "bin:";
/// The keys of records that cannot be read.
pub(super) const ASIDE: &str = "aside:";
/// What stands between an id and the number of a copy.
pub(super) const COPY: &str = "~";

/// One step from a format to the next one: what it makes of a record with
/// this key.
type Raise = fn(&str, Value) -> Value;

/// How a record of each earlier format becomes one of the next; the first step is
/// from format 1 to format 2.
const STEPS: [Raise; 0] = [];

/// The format that is written now.
pub const FORMAT: u64 = STEPS.len() as u64 + 1;

/// Why a record cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is not what a record of its key is.
    Broken,
    /// A newer version wrote it.
    Newer,
}

/// A record of any format up to now, as one of the present format.
pub fn migrate(key: &str, record: Value) -> Result<Value, Unread> {
    raise(key, record, &STEPS)
}

fn raise(key: &str, record: Value, steps: &[Raise]) -> Result<Value, Unread> {
    let format = record.get("format").and_then(Value::as_count).ok_or(Unread::Broken)?;
    let done = usize::try_from(format).ok().and_then(|format| format.checked_sub(1));
    let left = steps.get(done.ok_or(Unread::Broken)?..).ok_or(Unread::Newer)?;
    Ok(left.iter().fold(record, |record, step| step(key, record)))
}

/// The records to write, and the keys of those to take away.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    /// The records to write, by key.
    pub put: Vec<(String, Value)>,
    /// The keys of the records to take away; only when the others are written.
    pub remove: Vec<String>,
}

impl Changed {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.remove.is_empty()
    }

    /// The keys that it is about.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.put.iter().map(|(key, _)| key).chain(&self.remove)
    }
}

/// How many changes a person would count in records with these keys: one for each
/// reply, one for the order and what is hidden, none for uses.
pub fn changes_in(keys: &[String]) -> usize {
    let id = |key: &String| {
        let id = [OWN, BIN].iter().find_map(|start| key.strip_prefix(start))?;
        Some(id.to_owned())
    };
    let replies: BTreeSet<String> = keys.iter().filter_map(id).collect();
    replies.len().max(usize::from(keys.iter().any(|key| key != USES)))
}

impl Library {
    /// What has to be written or taken away since this was last asked, so that
    /// what is kept is the library as it is.
    pub fn take_changed(&mut self) -> Changed {
        let mut changed = Changed::default();
        let keys = std::mem::take(&mut self.changed);
        for key in keys.into_iter().filter(|key| !self.newer.contains(key)) {
            match self.record(&key) {
                Some(record) => changed.put.push((key, record)),
                None => changed.remove.push(key),
            }
        }
        changed
    }

    /// Those records could not be written: they are still to be.
    pub fn not_kept<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>) {
        self.changed.extend(keys.into_iter().cloned());
    }

    /// The whole library as records.
    pub fn records(&self) -> Vec<(String, Value)> {
        let own = self.own.keys().map(|id| format!("{OWN}{id}"));
        let bin = self.bin.keys().map(|entry| format!("{BIN}{entry}"));
        let aside = self.aside.keys().cloned();
        let rest = [ORDER, HIDDEN, USES].map(str::to_owned);
        let keys = own.chain(bin).chain(aside).chain(rest);
        keys.filter_map(|key| self.record(&key).map(|record| (key, record))).collect()
    }

    /// The record of this key, as the library is now.
    fn record(&self, key: &str) -> Option<Value> {
        if let Some(id) = key.strip_prefix(OWN) {
            return self.own.get(id).map(own_record);
        }
        if let Some(entry) = key.strip_prefix(BIN) {
            return self.bin.get(entry).map(bin_record);
        }
        if key.starts_with(ASIDE) {
            return self.aside.get(key).cloned();
        }
        let value = match key {
            ORDER => Value::from(self.order.as_slice()),
            HIDDEN => Value::List(self.hidden.iter().map(|id| id.as_str().into()).collect()),
            USES => return Some(uses_record(self.uses.counted())),
            _ => return None,
        };
        Some(record(vec![("ids", value)]))
    }
}

/// The key of a piece's record.
pub(super) fn key_of(piece: &Piece) -> String {
    match piece {
        Piece::Own(id, _) => format!("{OWN}{id}"),
        Piece::Bin(entry, _) => format!("{BIN}{entry}"),
        Piece::Order(_) => ORDER.to_owned(),
        Piece::Hidden(_) => HIDDEN.to_owned(),
    }
}

fn record(entries: Vec<(&str, Value)>) -> Value {
    let entries = std::iter::once(("format", Value::from(FORMAT))).chain(entries);
    Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).collect())
}

fn own_record(own: &Own) -> Value {
    record(vec![
        ("reply", reply_record(&own.reply)),
        ("updated", own.updated.into()),
        ("written", own.written.into()),
        ("past", Value::List(own.past.iter().map(|past| (*past).into()).collect())),
    ])
}

fn bin_record(binned: &Binned) -> Value {
    record(vec![
        ("reply", reply_record(&binned.reply)),
        ("updated", binned.updated.into()),
        ("deleted", binned.deleted.into()),
        ("written", binned.written.into()),
    ])
}

fn uses_record(uses: &Counted) -> Value {
    let of = uses.of.iter().map(|(id, used)| {
        let numbers = [f64::from(used.count), used.last as f64, used.worth];
        (id.clone(), Value::List(numbers.map(Value::Number).to_vec()))
    });
    let tabs = uses.tabs.iter().map(|(tab, (count, last))| {
        (tab.clone(), Value::List(vec![(*count).into(), (*last).into()]))
    });
    let entries = vec![("ids", Value::Map(of.collect())), ("tabs", Value::Map(tabs.collect()))];
    let says = |(name, value): &(&str, Value)| *name == "ids" || *value != Value::Map(Vec::new());
    record(entries.into_iter().filter(says).collect())
}

/// A reply, without what it does not have.
fn reply_record(reply: &Reply) -> Value {
    let day = |day: Option<Day>| day.map_or(Value::Null, |day| Value::Text(day.to_string()));
    let entries = [
        ("id", reply.id.as_str().into()),
        ("folder", wording_record(&reply.folder)),
        ("title", wording_record(&reply.title)),
        ("pinyin", reply.pinyin.as_str().into()),
        ("abbreviation", reply.abbreviation.as_str().into()),
        ("tags", reply.tags.as_slice().into()),
        ("body", wording_record(&reply.body)),
        ("platforms", reply.platforms.as_slice().into()),
        ("validFrom", day(reply.valid_from)),
        ("validUntil", day(reply.valid_until)),
        ("lookedOver", day(reply.updated)),
        ("source", reply.source.as_str().into()),
    ];
    let says = |value: &Value| match value {
        Value::Text(text) => !text.is_empty(),
        Value::List(values) => !values.is_empty(),
        other => *other != Value::Null,
    };
    let entries = entries.into_iter().filter(|(_, value)| says(value));
    Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).collect())
}

/// One text if the words are the same in both scripts.
fn wording_record(wording: &Wording) -> Value {
    if wording.hant.is_empty() {
        return wording.hans.as_str().into();
    }
    let scripts = [("hans", &wording.hans), ("hant", &wording.hant)];
    Value::Map(scripts.map(|(name, words)| (name.to_owned(), words.as_str().into())).to_vec())
}

/// Reads an own reply, which must have the id that its key says.
pub(super) fn read_own(id: &str, record: &Value) -> Option<Own> {
    let reply = read_reply(record.get("reply")?)?;
    let own = Own {
        reply,
        updated: record.get("updated")?.as_count()?,
        written: record.get("written")?.as_count()?,
        past: record.get("past")?.as_list()?.iter().map(Value::as_count).collect::<Option<_>>()?,
    };
    (own.reply.id == id).then_some(own)
}

/// Reads an entry of the bin.
pub(super) fn read_binned(record: &Value) -> Option<Binned> {
    Some(Binned {
        reply: read_reply(record.get("reply")?)?,
        updated: record.get("updated")?.as_count()?,
        deleted: record.get("deleted")?.as_count()?,
        written: record.get("written")?.as_count()?,
    })
}

/// Reads a list of ids.
pub(super) fn read_ids(record: &Value) -> Option<Vec<String>> {
    texts(record.get("ids")?)
}

/// Reads the uses. The first records of them did not say which tab counted.
pub(super) fn read_uses(record: &Value) -> Option<Counted> {
    let used = |(id, used): &(String, Value)| {
        let [count, last, Value::Number(worth)] = used.as_list()? else { return None };
        let (count, last) = (u32::try_from(count.as_count()?).ok()?, last.as_count()?);
        let real = worth.is_finite() && count > 0;
        real.then(|| (id.clone(), Use { count, last, worth: *worth }))
    };
    let counted = |(tab, counted): &(String, Value)| {
        let [count, last] = counted.as_list()? else { return None };
        Some((tab.clone(), (count.as_count()?, last.as_count()?)))
    };
    let of = record.get("ids")?.as_map()?.iter().map(used).collect::<Option<_>>()?;
    let tabs = match record.get("tabs") {
        Some(tabs) => tabs.as_map()?.iter().map(counted).collect::<Option<_>>()?,
        None => BTreeMap::new(),
    };
    Some(Counted { of, tabs })
}

fn read_reply(value: &Value) -> Option<Reply> {
    let entries = value.as_map()?;
    let mut reply = Reply::default();
    for (name, value) in entries {
        match name.as_str() {
            "id" => reply.id = text(value)?,
            "folder" => reply.folder = wording(value)?,
            "title" => reply.title = wording(value)?,
            "pinyin" => reply.pinyin = text(value)?,
            "abbreviation" => reply.abbreviation = text(value)?,
            "tags" => reply.tags = texts(value)?,
            "body" => reply.body = wording(value)?,
            "platforms" => reply.platforms = texts(value)?,
            "validFrom" => reply.valid_from = Some(Day::read(value.as_text()?)?),
            "validUntil" => reply.valid_until = Some(Day::read(value.as_text()?)?),
            "lookedOver" => reply.updated = Some(Day::read(value.as_text()?)?),
            "source" => reply.source = text(value)?,
            _ => return None,
        }
    }
    let whole = !reply.id.is_empty() && super::Refusal::of(&reply).is_none();
    whole.then_some(reply)
}

fn text(value: &Value) -> Option<String> {
    value.as_text().map(str::to_owned)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_list()?.iter().map(text).collect()
}

fn wording(value: &Value) -> Option<Wording> {
    match value {
        Value::Text(words) => Some(Wording::one(words)),
        _ => Some(Wording { hans: text(value.get("hans")?)?, hant: text(value.get("hant")?)? }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Raise, Unread, Value, raise};

    #[test]
    fn a_record_is_raised_from_its_own_format_on() {
        fn add(name: &str, record: Value) -> Value {
            let Value::Map(mut entries) = record else { return record };
            entries.push((name.to_owned(), Value::Null));
            Value::Map(entries)
        }
        let steps: [Raise; 2] = [|_, record| add("second", record), |key, record| add(key, record)];
        let record = |format: f64| Value::Map(vec![("format".to_owned(), Value::Number(format))]);
        for (format, raised) in [
            (1.0, Ok("format second key")),
            (2.0, Ok("format key")),
            (3.0, Ok("format")),
            (4.0, Err(Unread::Newer)),
            (0.0, Err(Unread::Broken)),
            (1.5, Err(Unread::Broken)),
            (-1.0, Err(Unread::Broken)),
        ] {
            let names = raise("key", record(format), &steps).map(|record| {
                let names = record.as_map().unwrap_or_default().iter();
                names.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(names.as_deref().map_err(|unread| *unread), raised, "{format}");
        }
        assert_eq!(raise("key", Value::Null, &steps), Err(Unread::Broken));
    }
}
