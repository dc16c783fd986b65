//! The replies as they can be found now: prepared when the library, the console or
//! the day is another one, and not for every key.
//!
//! What may not be said here today is found as well, behind everything else: how
//! would it be corrected otherwise? What the agent has hidden is found only among
//! what is not offered.

use crate::day::Day;
use crate::desk::Desk;
use crate::desk::view::Away;
use crate::reply::{Index, Query, Wording};
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
    /// How many are not offered.
    pub away: usize,
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
        self.standing(query, |standing| standing == Standing::Offered).into_iter()
    }

    /// The ids of all that match: those that may be said, then those that may not;
    /// or only the latter, with those that are hidden.
    pub fn listed(&self, query: &Query, only_away: bool) -> impl ExactSizeIterator<Item = &str> {
        let listed = if only_away {
            self.standing(query, |standing| standing != Standing::Offered)
        } else {
            let mut listed = self.standing(query, |standing| standing == Standing::Offered);
            if self.standing.contains(&Standing::NotNow) {
                // Found among all, they are not slips where something is called so.
                let shown = self.found_in(query, |standing| standing != Standing::Hidden);
                let away = shown.into_iter().filter(|at| self.stands(*at) == Standing::NotNow);
                listed.extend(away.map(|place| self.id(place)));
            }
            listed
        };
        listed.into_iter()
    }

    fn standing(&self, query: &Query, so: impl Fn(Standing) -> bool) -> Vec<&str> {
        self.found_in(query, so).into_iter().map(|place| self.id(place)).collect()
    }

    /// The places of those that match and stand so, best first.
    fn found_in(&self, query: &Query, so: impl Fn(Standing) -> bool) -> Vec<usize> {
        let mut found = self.index.search(query, |place| so(self.stands(place)));
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
        self.catalogue.away = standing.iter().filter(|it| **it != Standing::Offered).count();
        (self.catalogue.standing, self.catalogue.folders) = (standing, folders);
        self.catalogue.platforms = platforms;
    }
}
