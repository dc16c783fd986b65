//! What becomes of the ids that a file has for its replies.
//!
//! Replies take each other in by their ids, and an id that is not ours is none. So what
//! a row refers to by the file's id is referred to by the library's: by that of the
//! reply that the other row means, or by the one that it gets.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fate, Plan, Planned, Same};
use crate::reply::{Broken, Library, Wording};

/// The ids that an import makes.
pub(super) struct Made {
    /// Those of the new rows, by their places.
    pub new: BTreeMap<usize, String>,
    /// The library's, by those of the file.
    pub by_file: BTreeMap<String, String>,
}

/// Gives every new row an id. One that a library made says the same everywhere, so it
/// stays where it is free.
pub(super) fn made(plan: &Plan, library: &Library, now: u64) -> Made {
    let mut new = BTreeMap::new();
    let mut given = BTreeSet::new();
    for (place, row) in plan.rows.iter().enumerate().filter(|(_, row)| row.fate == Fate::New) {
        let ours = Some(row.id.as_str()).filter(|id| library.is_made_here(id));
        let id = library.id_for(ours.unwrap_or_default(), now, &given);
        given.insert(id.clone());
        new.insert(place, id);
    }
    let mut by_line: BTreeMap<usize, &String> = BTreeMap::new();
    let mut by_file: BTreeMap<String, String> = BTreeMap::new();
    for (place, row) in plan.rows.iter().enumerate() {
        let id = match &row.fate {
            Fate::New => new.get(&place),
            Fate::Changed(_) => Some(&row.reply.id),
            Fate::Duplicate(Same::Reply(id)) => Some(id),
            Fate::Duplicate(Same::Row(line)) => by_line.get(line).copied(),
            Fate::Refused(_) => None,
        };
        let Some(id) = id else { continue };
        by_line.entry(row.line).or_insert(id);
        if !row.id.is_empty() {
            by_file.entry(row.id.clone()).or_insert_with(|| id.clone());
        }
    }
    Made { new, by_file }
}

/// Notes in every row what it takes in and cannot.
pub(super) fn follow(rows: &mut [Planned], library: &Library) {
    if !rows.iter().any(|row| row.reply.body.refers()) {
        return;
    }
    let broken: Vec<Broken> = {
        let mut bodies: BTreeMap<&str, &Wording> = BTreeMap::new();
        for row in rows.iter().filter(|row| !matches!(row.fate, Fate::Refused(_))) {
            let ids = [row.id.as_str(), row.reply.id.as_str()];
            for id in ids.into_iter().filter(|id| !id.is_empty()) {
                bodies.entry(id).or_insert(&row.reply.body);
            }
        }
        let words = |id: &str| {
            let known = || library.get(id).map(|reply| &reply.body);
            bodies.get(id).copied().or_else(known)
        };
        rows.iter().map(|row| row.reply.body.broken(&words)).collect()
    };
    for (row, broken) in rows.iter_mut().zip(broken) {
        row.broken = broken;
    }
}
