//! The replies that could go: the agent's own that were not used for long, and those
//! that say what another one says.

use std::collections::BTreeMap;

use crate::desk::{Desk, Millis};
use crate::reply::same_words;
use crate::text::Script;

/// After so many days without a use a reply is spoken of.
const DAYS: Millis = 90;

impl Desk {
    /// Whether a reply, by its place among all, is one of the agent's own and was
    /// neither used nor changed for long.
    pub(super) fn unused(&self) -> Vec<bool> {
        // Before the library is read nobody knows.
        let long = Some(DAYS * 24 * 3_600_000).filter(|_| self.shelf.read);
        let before = long.map(|long| self.now.saturating_sub(long));
        let idle = |id: &str| {
            let changed = self.library.changed_at(id)?;
            let used = self.library.uses(id).map_or(0, |uses| uses.last);
            Some(changed.max(used) < before?)
        };
        self.library.all().map(|reply| idle(&reply.id).unwrap_or(false)).collect()
    }

    /// The place of the first reply that says the same, of each that says what
    /// another one says. What the agent has hidden says nothing, and what only the
    /// shop says twice is not hers to clear up.
    pub(super) fn twins(&self) -> Vec<Option<usize>> {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let shown = |id: &str| self.library.is_own(id) || !self.library.is_hidden(id);
        for (place, reply) in self.library.all().enumerate().filter(|(_, it)| shown(&it.id)) {
            alike.entry(same_words(reply.body.of(Script::Hans))).or_default().push(place);
        }
        let own = self.library.own().count();
        let mut twins = vec![None; self.library.all().count()];
        for places in alike.values().filter(|places| places.len() > 1 && places[0] < own) {
            for place in places {
                twins[*place] = Some(places[0]);
            }
        }
        twins
    }
}
