//! The replies as they can be found now: prepared when the library, the console or
//! the day is another one, and not for every key.

use crate::day::Day;
use crate::desk::Desk;
use crate::reply::{Index, Query, Wording};
use crate::sort;

/// The replies as they can be found.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    index: Index,
    ids: Vec<String>,
    /// So many of them, the first ones, are the agent's own.
    own: usize,
    /// Which of them may be said here today.
    offered: Vec<bool>,
    /// The folders of those, and how many are in each.
    pub folders: Vec<(Wording, usize)>,
    made_of: Option<MadeOf>,
    uses: Option<u64>,
}

#[derive(Debug, PartialEq)]
struct MadeOf {
    library: u64,
    site: String,
    today: Option<Day>,
}

impl Catalogue {
    /// The ids of the replies that match and may be said, best first. While nothing
    /// is looked for, the agent's own are where she has put them, and keep their
    /// numbers however often they are used.
    pub fn found(&self, query: &Query) -> impl ExactSizeIterator<Item = &str> {
        let offered = |place: usize| self.offered.get(place).copied().unwrap_or(false);
        let mut found = self.index.search(query, offered);
        if !query.has_words() {
            sort::by_key(&mut found, |it| [it.place.min(self.own) as u32, 0, 0, 0]);
        }
        found.into_iter().map(|it| self.ids.get(it.place).map_or("", String::as_str))
    }
}

impl Desk {
    /// Prepares what can be found, if that has changed.
    pub(super) fn catalogue_replies(&mut self) {
        let today = self.today();
        let made_of = MadeOf { library: self.library.revision(), site: self.site.clone(), today };
        if self.catalogue.made_of.as_ref() != Some(&made_of) {
            let same = |of: &MadeOf| of.library == made_of.library;
            if !self.catalogue.made_of.as_ref().is_some_and(same) {
                let replies = self.library.replies().map(|shelved| shelved.reply);
                self.catalogue.index = Index::new(replies.clone());
                self.catalogue.ids = replies.map(|reply| reply.id.clone()).collect();
                self.catalogue.own = self.library.own().count();
                self.catalogue.uses = None;
            }
            self.offer();
            self.catalogue.made_of = Some(made_of);
        }
        if self.catalogue.uses != Some(self.library.counted()) {
            let Catalogue { index, ids, .. } = &mut self.catalogue;
            let library = &self.library;
            index.weigh(|place| library.uses(ids.get(place)?).map(|uses| uses.worth));
            self.catalogue.uses = Some(library.counted());
        }
    }

    /// Notes which replies may be said, and which folders they are in.
    fn offer(&mut self) {
        let mut folders: Vec<(Wording, usize)> = Vec::new();
        let mut offered = Vec::with_capacity(self.catalogue.ids.len());
        for shelved in self.library.replies() {
            let offers = self.offers(shelved.reply);
            offered.push(offers);
            let folder = &shelved.reply.folder;
            if !offers || folder.is_empty() {
                continue;
            }
            match folders.iter_mut().find(|(known, _)| known == folder) {
                Some((_, count)) => *count += 1,
                None => folders.push((folder.clone(), 1)),
            }
        }
        (self.catalogue.offered, self.catalogue.folders) = (offered, folders);
    }
}
