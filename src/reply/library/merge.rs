//! Records come in: at the start all of them, later what another tab wrote.
//!
//! A record that cannot be read is set aside under another key, and the rest is
//! taken. Where two tabs changed the same reply, the later version stands and the
//! words of the other go to the bin: nothing that a person wrote is lost.

use super::kept::{self, ASIDE, BIN, COPY, HIDDEN, ORDER, OWN, USES, Unread};
use super::{Binned, Library, Millis, Own, Piece};
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Reply;
use crate::sort;

/// So many earlier versions of a reply are remembered.
const PAST: usize = 8;

impl Own {
    /// Makes this the version after another one.
    pub(super) fn follow(&mut self, was: Option<&Own>, now: Millis) {
        self.written = now;
        self.past = Vec::new();
        if let Some(was) = was {
            self.past.clone_from(&was.past);
            self.written = now.max(was.written + 1);
            self.came_from(was.written);
        }
    }

    fn came_from(&mut self, written: Millis) {
        if self.past.len() == PAST {
            self.past.remove(0);
        }
        self.past.push(written);
    }
}

impl Library {
    /// The library of what was kept, in whatever order it comes, and what is
    /// wrong with it.
    pub fn restore(
        shop: Vec<Reply>,
        records: impl IntoIterator<Item = (String, Value)>,
        now: Millis,
    ) -> (Self, Vec<Problem>) {
        let mut library = Self::new(shop);
        let records = records.into_iter().map(|(key, value)| (key, Some(value))).collect();
        let problems = library.merge(records, now);
        (library, problems)
    }

    /// Takes in records: those that were kept, or those that another tab wrote
    /// or, without a value, took away. Keys that are not the library's are
    /// passed over.
    pub fn merge(&mut self, mut records: Vec<Record>, now: Millis) -> Vec<Problem> {
        // What was thrown away tells what a missing reply means; and what is
        // set aside already, which keys are left.
        sort::by_key(&mut records, |(key, _)| {
            let places = [ASIDE, BIN].iter().position(|start| key.starts_with(start));
            [places.map_or(2, |place| place as u32), 0, 0, 0]
        });
        let mut problems = Vec::new();
        for (key, value) in records {
            if let Some(problem) = self.take(&key, value, now) {
                problems.push(problem);
            }
        }
        self.complete_order();
        self.sweep(now);
        problems
    }

    fn take(&mut self, key: &str, value: Option<Value>, now: Millis) -> Option<Problem> {
        let known = [OWN, BIN, ASIDE].iter().any(|start| key.starts_with(start));
        if !known && ![ORDER, HIDDEN, USES].contains(&key) {
            return None;
        }
        if key.starts_with(ASIDE) {
            match value {
                Some(value) => self.aside.insert(key.to_owned(), value),
                None => self.aside.remove(key),
            };
            return None;
        }
        let Some(value) = value else {
            self.taken_away(key);
            return None;
        };
        let read = kept::migrate(key, value.clone())
            .and_then(|record| self.read(key, &record, now).ok_or(Unread::Broken));
        match read {
            Ok(()) => {
                self.newer.remove(key);
                None
            }
            Err(Unread::Newer) => {
                self.newer.insert(key.to_owned());
                Some(problem(key, "a newer version wrote this record; it is left as it is"))
            }
            Err(Unread::Broken) => {
                let aside = self.lay_aside(key, value);
                Some(problem(key, &format!("this record cannot be read; it is kept as `{aside}`")))
            }
        }
    }

    /// Takes a record of the present format; `None` if it is not what it
    /// should be. A tab hears its own writing too: only what is other than it was
    /// makes another revision.
    fn read(&mut self, key: &str, record: &Value, now: Millis) -> Option<()> {
        if let Some(id) = key.strip_prefix(OWN) {
            let theirs = kept::read_own(id, record)?;
            let mine = self.own.get(id).cloned();
            self.meet(id, theirs, now);
            self.revision += u64::from(self.own.get(id) != mine.as_ref());
        } else if let Some(entry) = key.strip_prefix(BIN) {
            let binned = kept::read_binned(record)?;
            if self.bin.get(entry) != Some(&binned) {
                self.bin.insert(entry.to_owned(), binned);
                self.forget_steps(key);
            }
        } else if key == ORDER {
            let order = kept::read_ids(record)?;
            self.revision += u64::from(self.order != order);
            self.order = order;
        } else if key == HIDDEN {
            let hidden = kept::read_ids(record)?.into_iter().collect();
            self.revision += u64::from(self.hidden != hidden);
            self.hidden = hidden;
        } else {
            let theirs = kept::read_uses(record)?;
            let before = self.uses.clone();
            if self.uses.take(theirs) {
                self.changed.insert(key.to_owned());
            }
            self.counted += u64::from(self.uses != before);
        }
        Some(())
    }

    /// Somebody else's version of an own reply meets ours.
    fn meet(&mut self, id: &str, theirs: Own, now: Millis) {
        let Some(mine) = self.own.get(id) else {
            self.own.insert(id.to_owned(), theirs);
            return;
        };
        if theirs.written == mine.written && theirs.reply == mine.reply
            || mine.past.contains(&theirs.written)
        {
            return;
        }
        let mine = mine.clone();
        self.forget_steps(&format!("{OWN}{id}"));
        if theirs.past.contains(&mine.written) {
            self.own.insert(id.to_owned(), theirs);
            return;
        }
        // Both were made of an earlier version. Every tab must choose the same one.
        let rank = |own: &Own| {
            let Reply { body, title, .. } = &own.reply;
            (own.written, [&body.hans, &body.hant, &title.hans, &title.hant].map(String::clone))
        };
        let later = rank(&theirs) > rank(&mine);
        let (mut winner, loser) = if later { (theirs, mine) } else { (mine, theirs) };
        winner.came_from(loser.written);
        if loser.reply.body != winner.reply.body || loser.reply.title != winner.reply.title {
            let Own { reply, updated, written, .. } = loser;
            let entry = format!("{id}{COPY}{written}");
            let copy = Binned { reply, updated, deleted: now, written };
            if !self.bin.contains_key(&entry) {
                self.put(Piece::Bin(entry, Some(copy)), now);
            }
        }
        // What is kept may be the loser by now.
        self.changed.insert(format!("{OWN}{id}"));
        self.own.insert(id.to_owned(), winner);
    }

    /// Another tab took a record away.
    fn taken_away(&mut self, key: &str) {
        if let Some(id) = key.strip_prefix(OWN) {
            let version = self.own.get(id).map(|own| own.written);
            let other = self.bin.get(id).is_some_and(|it| Some(it.written) != version);
            if version.is_some() && other {
                // It threw away an earlier version; this one is kept.
                self.changed.insert(key.to_owned());
            } else if self.own.remove(id).is_some() {
                self.revision += 1;
                self.forget_steps(key);
            }
        } else if let Some(entry) = key.strip_prefix(BIN)
            && self.bin.remove(entry).is_some()
        {
            self.forget_steps(key);
        }
    }

    /// Keeps a record that cannot be read under a key of its own.
    fn lay_aside(&mut self, key: &str, value: Value) -> String {
        let mut aside = format!("{ASIDE}{key}");
        let mut count = 1;
        while self.aside.get(&aside).is_some_and(|other| *other != value) {
            count += 1;
            aside = format!("{ASIDE}{key}{COPY}{count}");
        }
        self.aside.insert(aside.clone(), value);
        self.changed.insert(aside.clone());
        self.changed.insert(key.to_owned());
        aside
    }

    /// What another tab has changed is not undone here.
    fn forget_steps(&mut self, key: &str) {
        self.steps.retain(|step| !step.before.iter().any(|piece| kept::key_of(piece) == key));
    }

    /// Own replies that the order does not know come last.
    fn complete_order(&mut self) {
        let known: std::collections::BTreeSet<&str> =
            self.order.iter().map(String::as_str).collect();
        let missing = self.own.keys().filter(|id| !known.contains(id.as_str()));
        let missing: Vec<String> = missing.cloned().collect();
        self.revision += u64::from(!missing.is_empty());
        self.order.extend(missing);
    }
}

fn problem(key: &str, message: &str) -> Problem {
    Problem { file: key.to_owned(), line: 0, message: message.to_owned() }
}
