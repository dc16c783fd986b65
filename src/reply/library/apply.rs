//! How a change is made, and undone.

use std::collections::BTreeSet;

use super::kept::{self, key_of};
use super::{BIN_KEEPS, Binned, Change, Did, Library, Millis, Own, Piece, Refusal, STEPS, Step};
use crate::reply::{Reply, Wording};

/// How the ids begin that are made here; the moment follows.
const MADE: &str = "own-";

/// The pieces that stood where others were put, the first one first.
type Before = Vec<Piece>;

impl Library {
    /// Makes a change, whole or not at all.
    pub fn apply(&mut self, change: Change, now: Millis) -> Result<Did, Refusal> {
        self.sweep(now);
        let mut before = Before::new();
        match self.make(change, now, &mut before) {
            Ok(did) => {
                self.steps.push(Step { did: did.clone(), before });
                if self.steps.len() > STEPS {
                    self.steps.remove(0);
                }
                Ok(did)
            }
            Err(refusal) => {
                self.put_back(before, now);
                Err(refusal)
            }
        }
    }

    /// Undoes the last change that is not undone yet, and says what it was. A reply that
    /// had been added goes to the bin: its words stand nowhere else.
    pub fn undo(&mut self, now: Millis) -> Option<Did> {
        let step = self.steps.pop()?;
        let added = match &step.did {
            Did::Added(id) => self.own.get(id).cloned().map(|own| (id.clone(), own)),
            _ => None,
        };
        self.put_back(step.before, now);
        if let Some((id, Own { reply, updated, written, .. })) = added {
            let binned = Binned { reply, updated, deleted: now, written };
            let entry = free(&id, kept::COPY, 2, |entry| self.bin.contains_key(entry));
            self.put(Piece::Bin(entry, Some(binned)), now);
        }
        Some(step.did)
    }

    /// Takes out of the bin what has lain there long enough.
    pub fn sweep(&mut self, now: Millis) {
        let old = |binned: &Binned| now.saturating_sub(binned.deleted) > BIN_KEEPS;
        let gone: Vec<String> =
            self.bin.iter().filter(|(_, it)| old(it)).map(|(entry, _)| entry.clone()).collect();
        for entry in gone {
            self.put(Piece::Bin(entry, None), now);
        }
    }

    fn put_back(&mut self, before: Before, now: Millis) {
        for piece in before.into_iter().rev() {
            self.put(piece, now);
        }
    }

    fn make(&mut self, change: Change, now: Millis, done: &mut Before) -> Result<Did, Refusal> {
        match change {
            Change::Add { reply, before } => {
                let mut reply = reply.trimmed();
                refuse(&reply)?;
                reply.id = self.free_id(&reply.id, now);
                let id = reply.id.clone();
                self.put_own(reply, now, done, now);
                self.reorder(done, |order| insert(order, &id, before.as_deref()));
                Ok(Did::Added(id))
            }
            Change::Edit { reply } => {
                let reply = reply.trimmed();
                self.own_reply(&reply.id)?;
                refuse(&reply)?;
                let id = reply.id.clone();
                self.put_own(reply, now, done, now);
                Ok(Did::Edited(id))
            }
            Change::Replace { reply } => {
                let reply = reply.trimmed();
                let was = self.own_reply(&reply.id)?.clone();
                refuse(&reply)?;
                let id = reply.id.clone();
                let replaces = was.reply.title != reply.title || was.reply.body != reply.body;
                if replaces {
                    // Under a key that throwing the reply away never takes.
                    let copy = format!("{id}{}{}", kept::COPY, was.written);
                    let entry = free(&copy, kept::COPY, 1, |entry| self.bin.contains_key(entry));
                    let Own { reply, updated, written, .. } = was;
                    let binned = Binned { reply, updated, deleted: now, written };
                    done.push(self.put(Piece::Bin(entry, Some(binned)), now));
                }
                self.put_own(reply, now, done, now);
                Ok(if replaces { Did::Replaced(id) } else { Did::Edited(id) })
            }
            Change::Move { id, folder, before } => {
                self.move_to(&id, folder, before.as_deref(), now, done)?;
                Ok(Did::Moved(id))
            }
            Change::Delete { id } => {
                let own = self.own_reply(&id)?.clone();
                let entry = self.free_entry(&id);
                let Own { reply, updated, written, .. } = own;
                let binned = Binned { reply, updated, deleted: now, written };
                done.push(self.put(Piece::Bin(entry, Some(binned)), now));
                done.push(self.put(Piece::Own(id.clone(), None), now));
                self.reorder(done, |order| order.retain(|other| *other != id));
                Ok(Did::Deleted(id))
            }
            Change::Restore { entry } => {
                let Binned { mut reply, updated, .. } =
                    self.bin.get(&entry).cloned().ok_or(Refusal::Unknown)?;
                reply.id = self.free_id(&reply.id, now);
                let id = reply.id.clone();
                done.push(self.put(Piece::Bin(entry, None), now));
                self.put_own(reply, now, done, updated);
                self.reorder(done, |order| insert(order, &id, None));
                Ok(Did::Restored(id))
            }
            Change::Forget { entry } => {
                self.bin.get(&entry).ok_or(Refusal::Unknown)?;
                done.push(self.put(Piece::Bin(entry, None), now));
                Ok(Did::Emptied(1))
            }
            Change::Empty => {
                let entries: Vec<String> = self.bin.keys().cloned().collect();
                let count = entries.len();
                for entry in entries {
                    done.push(self.put(Piece::Bin(entry, None), now));
                }
                Ok(Did::Emptied(count))
            }
            Change::Hide { id, hidden } => {
                if !self.shop.iter().any(|reply| reply.id == id) {
                    return Err(Refusal::Unknown);
                }
                let mut others = self.hidden.clone();
                if hidden {
                    others.insert(id.clone())
                } else {
                    others.remove(&id)
                };
                done.push(self.put(Piece::Hidden(others), now));
                Ok(if hidden { Did::Hidden(id) } else { Did::Shown(id) })
            }
            Change::Several(changes) => {
                let count = changes.len();
                for change in changes {
                    self.make(change, now, done)?;
                }
                Ok(Did::Several(count))
            }
        }
    }

    fn move_to(
        &mut self,
        id: &str,
        folder: Wording,
        before: Option<&str>,
        now: Millis,
        done: &mut Before,
    ) -> Result<(), Refusal> {
        let own = self.own_reply(id)?;
        let (mut reply, updated) = (own.reply.clone(), own.updated);
        if reply.folder != folder {
            reply.folder = folder;
            self.put_own(reply, now, done, updated);
        }
        self.reorder(done, |order| {
            order.retain(|other| other != id);
            insert(order, id, before);
        });
        Ok(())
    }

    fn own_reply(&self, id: &str) -> Result<&Own, Refusal> {
        let missing = || if self.get(id).is_some() { Refusal::NotOwn } else { Refusal::Unknown };
        self.own.get(id).ok_or_else(missing)
    }

    /// Puts an own reply, whose words are of the moment `updated`.
    fn put_own(&mut self, reply: Reply, now: Millis, done: &mut Before, updated: Millis) {
        let own = Own { reply, updated, written: now, past: Vec::new() };
        done.push(self.put(Piece::Own(own.reply.id.clone(), Some(own)), now));
    }

    /// Changes the order in place; a step remembers only how it was at first.
    fn reorder(&mut self, done: &mut Before, change: impl FnOnce(&mut Vec<String>)) {
        if !done.iter().any(|piece| matches!(piece, Piece::Order(_))) {
            done.push(Piece::Order(self.order.clone()));
        }
        change(&mut self.order);
        self.revision += 1;
        self.changed.insert(kept::ORDER.to_owned());
    }

    /// Puts a piece into its place, and returns what stood there. A version of a
    /// reply is never older than the one that it replaces.
    pub(super) fn put(&mut self, piece: Piece, now: Millis) -> Piece {
        self.revision += 1;
        self.changed.insert(key_of(&piece));
        match piece {
            Piece::Own(id, own) => {
                let was = self.own.remove(&id);
                if let Some(mut own) = own {
                    own.follow(was.as_ref(), now);
                    self.own.insert(id.clone(), own);
                }
                Piece::Own(id, was)
            }
            Piece::Bin(entry, binned) => {
                let was = match binned {
                    Some(binned) => self.bin.insert(entry.clone(), binned),
                    None => self.bin.remove(&entry),
                };
                Piece::Bin(entry, was)
            }
            Piece::Order(order) => Piece::Order(std::mem::replace(&mut self.order, order)),
            Piece::Hidden(hidden) => Piece::Hidden(std::mem::replace(&mut self.hidden, hidden)),
        }
    }

    /// The id if it is free, else one that is made of the moment.
    fn free_id(&self, wanted: &str, now: Millis) -> String {
        self.id_for(wanted, now, &BTreeSet::new())
    }

    /// The same beside ids that are given already.
    pub(in crate::reply) fn id_for(
        &self,
        wanted: &str,
        now: Millis,
        given: &BTreeSet<String>,
    ) -> String {
        let taken =
            |id: &str| self.get(id).is_some() || id.contains(kept::COPY) || given.contains(id);
        if !wanted.is_empty() && !taken(wanted) {
            return wanted.to_owned();
        }
        let taken = |id: &str| taken(id) || self.bin.contains_key(id);
        free(&format!("{MADE}{now}"), "-", self.own.len() + given.len(), taken)
    }

    /// The id as a key of the bin, or one that is near it.
    fn free_entry(&self, id: &str) -> String {
        free(id, kept::COPY, 1, |entry| self.bin.contains_key(entry))
    }
}

/// Whether an id was made here.
pub(super) fn is_made(id: &str) -> bool {
    let moment = id.strip_prefix(MADE).and_then(|rest| rest.split('-').next());
    moment.is_some_and(|moment| !moment.is_empty() && moment.bytes().all(|it| it.is_ascii_digit()))
}

/// Puts an id in front of another one, else at the end.
fn insert(order: &mut Vec<String>, id: &str, before: Option<&str>) {
    let place = before.and_then(|next| order.iter().position(|other| other == next));
    order.insert(place.unwrap_or(order.len()), id.to_owned());
}

/// A name that is not taken: the name itself, or with a number after `count`.
fn free(name: &str, joint: &str, mut count: usize, taken: impl Fn(&str) -> bool) -> String {
    let mut candidate = name.to_owned();
    while taken(&candidate) {
        count += 1;
        candidate = format!("{name}{joint}{count}");
    }
    candidate
}

fn refuse(reply: &Reply) -> Result<(), Refusal> {
    Refusal::of(reply).map_or(Ok(()), Err)
}
