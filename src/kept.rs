//! Records of one kind as they are kept: which of them have to be written, which a
//! newer version wrote, and which cannot be read.
//!
//! Whoever has such records says what stands in each; this is what holds for all of
//! them. A record that cannot be read is set aside under another key, and one of a
//! newer version is left alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::Problem;
use crate::record::Value;
use crate::reply::Changed;

/// The keys of records that cannot be read.
const ASIDE: &str = "aside:";

/// What is to be written of some records.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    changed: BTreeSet<String>,
    newer: BTreeSet<String>,
    aside: BTreeMap<String, Value>,
}

impl Kept {
    /// The record of this key has to be written, or taken away.
    pub fn touch(&mut self, key: String) {
        self.changed.insert(key);
    }

    /// What has to be written or taken away since this was last asked. A key of
    /// which there is no record any longer is taken away.
    pub fn take(&mut self, record: impl Fn(&str) -> Option<Value>) -> Changed {
        let mut changed = Changed::default();
        let keys = std::mem::take(&mut self.changed);
        for key in keys.into_iter().filter(|key| !self.newer.contains(key)) {
            match record(&key).or_else(|| self.aside.get(&key).cloned()) {
                Some(record) => changed.put.push((key, record)),
                None => changed.remove.push(key),
            }
        }
        changed
    }

    /// What is to be written by the other is to be written.
    pub fn also(&mut self, other: Self) {
        self.changed.extend(other.changed);
        self.newer.extend(other.newer);
        self.aside.extend(other.aside);
    }

    /// Those records could not be written: they are still to be. `own` says which
    /// keys begin a record of this kind.
    pub fn not_kept<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>, own: &[&str]) {
        let own = |key: &&String| {
            let key = key.strip_prefix(ASIDE).unwrap_or(key);
            own.iter().any(|start| key.starts_with(start))
        };
        self.changed.extend(keys.into_iter().filter(own).cloned());
    }

    /// The format of a record, if it names one; a problem where only a newer version
    /// can read it.
    pub fn format(
        &mut self,
        key: &str,
        value: &Value,
        newest: u64,
    ) -> Result<Option<u64>, Problem> {
        let format = value.get("format").and_then(Value::as_count);
        if format.is_some_and(|format| format > newest) {
            self.newer.insert(key.to_owned());
            return Err(problem(key, "a newer version wrote this record; it is left as it is"));
        }
        Ok(format)
    }

    /// A record that cannot be read is kept under another key.
    pub fn set_aside(&mut self, key: &str, value: &Value) -> Problem {
        let aside = format!("{ASIDE}{key}");
        let said = format!("this record cannot be read; it is kept as `{aside}`");
        self.aside.insert(aside.clone(), value.clone());
        self.changed.insert(aside);
        problem(key, &said)
    }
}

fn problem(key: &str, message: &str) -> Problem {
    Problem { file: key.to_owned(), line: 0, message: message.to_owned() }
}
