//! The replies as they can be found now: prepared when the library, the console or
//! the day is another one, and not for every key.
//!
//! What may not be said here today is found as well, behind everything else: how
//! would it be corrected otherwise? What the agent has hidden is found only among
//! what is not offered.

use crate::day::Day;
use crate::desk::Desk;
use crate::desk::view::{Away, Only};
use crate::reply::{Found, Index, Query, Wording};
use crate::sort;

/// The replies as they can be found.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    index: Index,
    ids: Vec<String>,
    /// So many of them, the first ones, are the agent's own.
    own: usize,
    standing: Vec<Standing>,
    /// The folders of those that are offered, and how many are in each.
    pub folders: Vec<(Wording, usize)>,
    /// Which of them were not used for long.
    unused: Vec<bool>,
    /// For each that says what another one says, the first that does.
    twins: Vec<Option<usize>>,
    /// The consoles that replies are for.
    pub platforms: Vec<String>,
    made_of: Option<MadeOf>,
    uses: Option<u64>,
}

/// Whether a reply may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Offered,
    NotNow,
    Hidden,
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
        self.offered(query).into_iter().map(|place| self.id(place))
    }

    /// The same of those alone that are called so.
    pub fn called(&self, query: &Query) -> impl ExactSizeIterator<Item = &str> {
        let offered = |place: usize| self.stands(place) == Standing::Offered;
        let mut found = self.index.search(query, offered);
        found.retain(Found::is_called_so);
        found.into_iter().map(|it| self.id(it.place))
    }

    /// The ids of all that match: those that may be said, then those that may not;
    /// or only those that are apart from the others in this way.
    pub fn listed(&self, query: &Query, only: Option<Only>) -> impl ExactSizeIterator<Item = &str> {
        let listed = match only {
            Some(only) => self.apart(query, only),
            None => {
                let mut listed = self.offered(query);
                if self.standing.contains(&Standing::NotNow) {
                    // Found among all, they are not slips where something is called so.
                    let shown = self.found_in(query, |at| self.stands(at) != Standing::Hidden);
                    let away = |place: &usize| self.stands(*place) == Standing::NotNow;
                    listed.extend(shown.into_iter().filter(away));
                }
                listed
            }
        };
        listed.into_iter().map(|place| self.id(place))
    }

    /// How many are apart from the others in this way.
    pub fn count(&self, only: Only) -> usize {
        (0..self.ids.len()).filter(|place| self.is(*place, only)).count()
    }

    fn is(&self, place: usize, only: Only) -> bool {
        match only {
            Only::Away => self.stands(place) != Standing::Offered,
            Only::Unused => self.unused.get(place) == Some(&true),
            Only::Twins => self.twin(place).is_some(),
        }
    }

    fn twin(&self, place: usize) -> Option<usize> {
        self.twins.get(place).copied().flatten()
    }

    fn offered(&self, query: &Query) -> Vec<usize> {
        self.found_in(query, |place| self.stands(place) == Standing::Offered)
    }

    /// Those that are apart in this way; what says the same stands together.
    fn apart(&self, query: &Query, only: Only) -> Vec<usize> {
        let mut apart = self.found_in(query, |place| self.is(place, only));
        if only == Only::Twins && !query.has_words() {
            let first = |place: usize| self.twin(place).unwrap_or(place) as u32;
            sort::by_key(&mut apart, |place| [first(*place), *place as u32, 0, 0]);
        }
        apart
    }

    /// The places of those that match and are so, best first.
    fn found_in(&self, query: &Query, so: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = self.index.search(query, so);
        if !query.has_words() {
            sort::by_key(&mut found, |it| [it.place.min(self.own) as u32, 0, 0, 0]);
        }
        found.into_iter().map(|it| it.place).collect()
    }

    fn stands(&self, place: usize) -> Standing {
        self.standing.get(place).copied().unwrap_or(Standing::Hidden)
    }

    fn id(&self, place: usize) -> &str {
        self.ids.get(place).map_or("", String::as_str)
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
                let replies = self.library.all();
                self.catalogue.index = Index::new(replies.clone());
                self.catalogue.ids = replies.map(|reply| reply.id.clone()).collect();
                self.catalogue.own = self.library.own().count();
                self.catalogue.twins = self.twins();
            }
            self.offer();
            self.catalogue.made_of = Some(made_of);
            self.catalogue.uses = None;
        }
        if self.catalogue.uses != Some(self.library.counted()) {
            let Catalogue { index, ids, .. } = &mut self.catalogue;
            let library = &self.library;
            index.weigh(|place| library.uses(ids.get(place)?).map(|uses| uses.worth));
            self.catalogue.uses = Some(library.counted());
            self.catalogue.unused = self.unused();
        }
    }

    /// Notes which replies may be said, and which folders they are in.
    fn offer(&mut self) {
        let mut folders: Vec<(Wording, usize)> = Vec::new();
        let mut platforms: Vec<String> = Vec::new();
        let mut standing = Vec::with_capacity(self.catalogue.ids.len());
        for reply in self.library.all() {
            for platform in &reply.platforms {
                if !platforms.contains(platform) {
                    platforms.push(platform.clone());
                }
            }
            let stands = match self.away(reply) {
                None => Standing::Offered,
                Some(Away::Hidden) => Standing::Hidden,
                Some(_) => Standing::NotNow,
            };
            standing.push(stands);
            let folder = &reply.folder;
            if stands != Standing::Offered || folder.is_empty() {
                continue;
            }
            match folders.iter_mut().find(|(known, _)| known == folder) {
                Some((_, count)) => *count += 1,
                None => folders.push((folder.clone(), 1)),
            }
        }
        (self.catalogue.standing, self.catalogue.folders) = (standing, folders);
        self.catalogue.platforms = platforms;
    }
}
