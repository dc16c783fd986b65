//! The library: the shop's replies beside the agent's own, and every change of them.
//!
//! The shop's replies come from packs and are only read. The agent's own are
//! added, edited, moved, thrown away and brought back here. A [`Change`] is
//! applied at a moment that the caller names, and can be undone. Nothing is
//! written anywhere: [`Library::take_changed`] says which records somebody has to
//! keep, and [`Library::merge`] takes in what was kept or what another tab wrote.
//!
//! The library is made of *pieces*, one for each record: an own reply, an entry of
//! the bin, the order, what is hidden, the uses. A change puts other pieces in the
//! place of some, and what undoes it is the pieces that stood there before.

mod apply;
mod change;
mod kept;
mod merge;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use crate::record::Value;
use crate::reply::{Reply, Template};

pub use change::{Change, Did, Refusal};
pub use kept::{Changed, FORMAT, Unread, changes_in, migrate};
pub use uses::Use;
use uses::Uses;

/// Milliseconds since the epoch.
type Millis = u64;

/// How long what was thrown away can be brought back.
pub const BIN_KEEPS: Millis = 30 * 24 * 3_600_000;

/// So many steps can be undone.
const STEPS: usize = 100;

/// The shop's replies, the agent's own, and what was done about them.
#[derive(Debug, Clone, Default)]
pub struct Library {
    shop: Vec<Reply>,
    own: BTreeMap<String, Own>,
    bin: BTreeMap<String, Binned>,
    order: Vec<String>,
    hidden: BTreeSet<String>,
    uses: Uses,
    /// The keys of records that differ from what is kept.
    changed: BTreeSet<String>,
    /// Records that cannot be read, by the key that they are set aside under.
    aside: BTreeMap<String, Value>,
    /// Keys whose records a newer version wrote; they are left alone.
    newer: BTreeSet<String>,
    steps: Vec<Step>,
    revision: u64,
    counted: u64,
}

/// One of the agent's own replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The reply.
    pub reply: Reply,
    /// When its words were last changed.
    pub updated: Millis,
    /// When this version of it was written.
    written: Millis,
    /// The versions that this one was made of, the last one last.
    past: Vec<Millis>,
}

/// A reply in the recycle bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binned {
    /// The reply.
    pub reply: Reply,
    /// When its words were last changed.
    pub updated: Millis,
    /// When it was thrown away.
    pub deleted: Millis,
    /// Which version of it that was.
    written: Millis,
}

/// A reply on the shelf, in the order of the list.
#[derive(Debug, Clone, Copy)]
pub struct Shelved<'a> {
    /// The reply.
    pub reply: &'a Reply,
    /// When the agent last changed it; `None` for one of the shop's.
    pub own: Option<Millis>,
}

/// What was done, and what stood there before.
#[derive(Debug, Clone)]
struct Step {
    did: Did,
    before: Vec<Piece>,
}

/// A piece of the library, as it is to be.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Own(String, Option<Own>),
    Bin(String, Option<Binned>),
    Order(Vec<String>),
    Hidden(BTreeSet<String>),
}

impl Library {
    /// A library with the shop's replies and none of the agent's.
    pub fn new(shop: Vec<Reply>) -> Self {
        Self { shop, ..Self::default() }
    }

    /// The library as the tab of this name has it. Each tab of one storage needs a
    /// name of its own, so that what two count at once is counted twice.
    #[must_use]
    pub fn in_tab(mut self, name: String) -> Self {
        self.uses = Uses::of_tab(name);
        self
    }

    /// Every reply that is offered: the agent's own in their order, then the
    /// shop's in the packs' order, without those that are hidden.
    pub fn replies(&self) -> impl Iterator<Item = Shelved<'_>> + Clone {
        let shown = |reply: &&Reply| !self.hidden.contains(&reply.id);
        let shop = self.shop.iter().filter(shown);
        self.own().chain(shop.map(|reply| Shelved { reply, own: None }))
    }

    /// All replies in the same order, also those of the shop's that are hidden.
    pub fn all(&self) -> impl Iterator<Item = &Reply> + Clone {
        self.own().map(|own| own.reply).chain(&self.shop)
    }

    /// The agent's own replies in their order.
    pub fn own(&self) -> impl Iterator<Item = Shelved<'_>> + Clone {
        let own = self.order.iter().filter_map(|id| self.own.get(id));
        own.map(|own| Shelved { reply: &own.reply, own: Some(own.updated) })
    }

    /// The shop's replies in the packs' order, hidden ones too.
    pub fn shop(&self) -> &[Reply] {
        &self.shop
    }

    /// The reply with this id: the agent's own, else the shop's.
    pub fn get(&self, id: &str) -> Option<&Reply> {
        let own = self.own.get(id).map(|own| &own.reply);
        own.or_else(|| self.shop.iter().find(|reply| reply.id == id))
    }

    /// The shop's replies whose words the agent's own take in, at once or through
    /// others: without them, those are not whole.
    pub fn taken_in(&self) -> Vec<&Reply> {
        let mut taken: Vec<&Reply> = Vec::new();
        let mut left: Vec<&Reply> = self.own().map(|own| own.reply).collect();
        while let Some(reply) = left.pop() {
            let bodies = [&reply.body.hans, &reply.body.hant].map(|words| Template::read(words));
            for id in bodies.iter().flat_map(Template::snippets) {
                let shops = self.get(id).filter(|_| !self.is_own(id));
                if let Some(reply) = shops.filter(|it| !taken.iter().any(|known| known.id == it.id))
                {
                    taken.push(reply);
                    left.push(reply);
                }
            }
        }
        taken
    }

    /// Whether the reply is the agent's own, and can be changed.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains_key(id)
    }

    /// Whether an id is one that a library made: then nobody else means another
    /// reply by it.
    pub fn is_made_here(&self, id: &str) -> bool {
        apply::is_made(id)
    }

    /// When the agent last changed the words of this own reply.
    pub fn changed_at(&self, id: &str) -> Option<Millis> {
        self.own.get(id).map(|own| own.updated)
    }

    /// Whether a reply of the shop's is hidden.
    pub fn is_hidden(&self, id: &str) -> bool {
        self.hidden.contains(id)
    }

    /// What is in the recycle bin, by its key there.
    pub fn bin(&self) -> impl Iterator<Item = (&str, &Binned)> {
        self.bin.iter().map(|(key, binned)| (key.as_str(), binned))
    }

    /// Records that could not be read, by the key that they are kept under now.
    pub fn set_aside(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.aside.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// How often the reply was used, and when last.
    pub fn uses(&self, id: &str) -> Option<&Use> {
        self.uses.get(id)
    }

    /// The reply was used.
    pub fn used(&mut self, id: &str, now: Millis) {
        self.uses.count(id, now);
        self.changed.insert(kept::USES.to_owned());
        self.counted += 1;
    }

    /// Another number whenever the replies are others, or in another order;
    /// for whoever prepares something of them.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Another number whenever uses were counted.
    pub fn counted(&self) -> u64 {
        self.counted
    }

    /// What [`undo`](Self::undo) would undo.
    pub fn can_undo(&self) -> Option<&Did> {
        self.steps.last().map(|step| &step.did)
    }
}
