//! Following a phrase from word to word.
//!
//! A phrase is looked for by its anchor, the rarest of the words that it cannot
//! do without. Where that stands and the others stand near enough, which is
//! almost nowhere, the phrase is followed from whatever it may begin with.

use super::chain::{Chain, Purpose, Step};
use super::compile::Compiled;
use super::hits::{Hit, Hits};
use super::index::{Index, Start};
use super::lexicon::EXACT;
use super::painted::Painted;
use super::pattern::Edge;
use super::place::{ends_clause, ends_sentence};
use super::quotes::Quotes;
use super::ranges::Ranges;
use super::region::Regions;
use crate::sort;
use crate::text::Folded;

/// After so many steps of all phrases together it is remembered which ones
/// led nowhere, so that none is tried twice from the same place. Most drafts
/// are done before that, and faster without.
const PATIENCE: u32 = 2_000;

/// So many steps are remembered, the last ones that led nowhere. What is
/// tried again is tried nearby, from the next place before; and a step that
/// was forgotten is only tried again.
const REMEMBERED: usize = 1 << 13;

/// A phrase found, as a range of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) purpose: Purpose,
    /// The number of the phrase.
    pub(super) chain: u32,
    /// What it began with.
    pub(super) head: Hit,
    /// Which units each of the phrase's groups took.
    pub(super) groups: Vec<Group>,
}

/// The number of a group, and the units that it took.
pub(super) type Group = (u8, usize, usize);

/// Room for following phrases.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// For each phrase, the unit that it was tried up to.
    until: Vec<u32>,
    /// The phrases that were tried, to be forgotten afterwards.
    tried: Vec<u32>,
    groups: Vec<Group>,
    /// Steps that led nowhere, with the unit where they were tried; each has
    /// one place where it may be.
    nowhere: Vec<u64>,
    /// How many steps were taken since the phrases of an index are followed.
    taken: u32,
}

/// A draft with its hits, to follow phrases in.
pub(super) struct Trail<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) folded: &'a Folded,
    pub(super) quotes: &'a Quotes,
    pub(super) hits: &'a Hits,
    pub(super) regions: &'a Regions,
    /// Units within which words are fine.
    pub(super) allowed: &'a Allowed,
    pub(super) room: &'a mut Room,
}

/// Units within which words are fine.
#[derive(Debug, Default)]
pub(super) struct Allowed {
    /// Those of every rule and context.
    pub(super) everywhere: Ranges,
    /// Those of a rule.
    pub(super) by_rule: Vec<(u32, Ranges)>,
    /// Longer words: a single character in one is not a word of its own.
    pub(super) compounds: Ranges,
}

impl Allowed {
    pub(super) fn is_empty(&self) -> bool {
        self.everywhere.is_empty() && self.by_rule.is_empty() && self.compounds.is_empty()
    }
}

/// Which phrases of an index are asked for, and where.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// Of contexts, only those of these entries.
    pub(super) entries: Option<&'a [bool]>,
    /// Only those that begin at one of these units.
    pub(super) at: Option<&'a Painted>,
}

impl Asked<'_> {
    /// Whether a phrase may begin with a hit.
    fn at(&self, hit: &Hit) -> bool {
        let place = hit.start as usize;
        self.at.is_none_or(|units| units.any(place, place + 1))
    }
}

impl Trail<'_> {
    /// Follows every phrase of an index that is asked for.
    pub(super) fn matches(&mut self, index: &Index, asked: Asked<'_>) -> Vec<Match> {
        let mut matches = Vec::new();
        self.begin();
        self.room.until.resize(self.compiled.chains.len(), 0);
        let stretch = self.stretch();
        for hit in self.hits.all() {
            let Some(begun) = index.begun(hit.atom) else { continue };
            for number in begun.alone.iter().filter(|_| asked.at(hit)) {
                matches.extend(self.follow(*number, hit, asked));
            }
            for start in begun.anchors.iter().flat_map(|set| index.of_set(*set)) {
                if self.regions.any(&start.needs) && hit.view & start.views != 0 {
                    self.follow_around(start, hit, asked, stretch, &mut matches);
                }
            }
        }
        for chain in self.room.tried.drain(..) {
            self.room.until[chain as usize] = 0;
        }
        sort::by_key(&mut matches, |found| {
            let Hit { start, end, atom, view } = found.head;
            [start, end, atom << 3 | u32::from(view), found.chain]
        });
        matches
    }

    /// Words that are doubled or spelled are longer than they are, and so is
    /// what stands between them: in all by the draft's slack, each word by no
    /// more than the longest of its kind, and each unit between by no more than
    /// a syllable.
    fn stretch(&self) -> [u32; 3] {
        let slack = self.hits.slack();
        if slack == 0 {
            return [0; 3];
        }
        let stretched = self.hits.all().iter().filter(|hit| hit.view != EXACT);
        let longest = stretched.map(|hit| hit.end - hit.start).max().unwrap_or_default();
        [slack, longest, self.hits.syllable()]
    }

    /// Follows a phrase from everything that it may begin with around its
    /// anchor, if all that it needs is near.
    fn follow_around(
        &mut self,
        start: &Start,
        anchor: &Hit,
        asked: Asked<'_>,
        [slack, longest, syllable]: [u32; 3],
        matches: &mut Vec<Match>,
    ) {
        let far = |units: u32| {
            let words = start.words.saturating_mul(longest);
            let longer = words.saturating_add(units.saturating_mul(syllable));
            units.saturating_add(slack.min(longer))
        };
        let first = anchor.start.saturating_sub(far(start.before));
        let last = anchor.start.saturating_add(far(start.after));
        let (at, bounds) = (anchor.start, (first, last));
        let Some(first) = self.regions.near(&start.needs, at, bounds, start.within) else { return };
        let Some(head) = start.head else {
            if asked.at(anchor) {
                matches.extend(self.follow(start.chain, anchor, asked));
            }
            return;
        };
        let Some(until) = self.room.until.get_mut(start.chain as usize) else { return };
        let first = first.max(*until);
        if *until == 0 {
            self.room.tried.push(start.chain);
        }
        *until = at;
        let hits = self.hits;
        for hit in hits.between(first as usize, at as usize) {
            if hit.view & start.views != 0
                && asked.at(hit)
                && self.compiled.lexicon.holds(head, hit.atom)
            {
                matches.extend(self.follow(start.chain, hit, asked));
            }
        }
    }

    /// Follows a phrase from a hit, if it is asked for.
    fn follow(&mut self, number: u32, hit: &Hit, asked: Asked<'_>) -> Option<Match> {
        let chain = self.compiled.chains.get(number as usize)?;
        let is_asked = match (chain.purpose, asked.entries) {
            (Purpose::Context(entry), Some(asked)) => asked.get(entry as usize) == Some(&true),
            _ => true,
        };
        if is_asked && hit.view & chain.views != 0 { self.from(number, chain, hit) } else { None }
    }

    /// Follows phrases anew that were found among more hits. Where one led
    /// nowhere then, it does not lead anywhere now.
    pub(super) fn again(&mut self, matches: &[Match]) -> Vec<Match> {
        self.begin();
        let hits = self.hits;
        let found = matches.iter().filter_map(|found| {
            let chain = self.compiled.chains.get(found.chain as usize)?;
            let hit = hits.at(found.start).iter().find(|hit| **hit == found.head)?;
            self.from(found.chain, chain, hit)
        });
        found.collect()
    }

    fn begin(&mut self) {
        self.room.taken = 0;
        self.room.nowhere.clear();
    }

    fn from(&mut self, number: u32, chain: &Chain, hit: &Hit) -> Option<Match> {
        let start = hit.start as usize;
        if chain.edge.is_some_and(|edge| !self.stands(edge, start)) || !self.counts(chain, hit) {
            return None;
        }
        self.room.groups.clear();
        self.note(chain.group, start, hit.end as usize);
        let (from, count) = chain.steps;
        let end = if count == 0 {
            hit.end as usize
        } else {
            self.rest(chain, from as usize, (from + count) as usize, hit.end as usize)?
        };
        let groups = self.room.groups.clone();
        Some(Match { start, end, purpose: chain.purpose, chain: number, head: *hit, groups })
    }

    /// Follows the steps `step..last` of a phrase from a unit; the farthest end
    /// that works.
    fn rest(&mut self, chain: &Chain, step: usize, last: usize, at: usize) -> Option<usize> {
        if step == last {
            return Some(at);
        }
        self.room.taken += 1;
        if self.room.taken <= PATIENCE {
            return self.step_or_back(chain, step, last, at);
        }
        let key = (step as u64) << 32 | at as u64;
        let place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize % REMEMBERED;
        if self.room.nowhere.get(place) == Some(&key) {
            return None;
        }
        let end = self.step_or_back(chain, step, last, at);
        if end.is_none() {
            self.room.nowhere.resize(REMEMBERED, u64::MAX);
            self.room.nowhere[place] = key;
        }
        end
    }

    /// Takes a step; if it leads nowhere, no group is taken.
    #[inline]
    fn step_or_back(
        &mut self,
        chain: &Chain,
        step: usize,
        last: usize,
        at: usize,
    ) -> Option<usize> {
        let before = self.room.groups.len();
        let end = self.step(chain, step, last, at);
        if end.is_none() {
            self.room.groups.truncate(before);
        }
        end
    }

    fn step(&mut self, chain: &Chain, step: usize, last: usize, at: usize) -> Option<usize> {
        match *self.compiled.steps.get(step)? {
            Step::Edge(edge) if self.stands(edge, at) => self.rest(chain, step + 1, last, at),
            Step::Edge(_) => None,
            Step::Set { set, optional, group } => {
                if self.folded.touches(at) {
                    let hits = self.hits;
                    for hit in hits.at(at).iter().rev() {
                        let fits = hit.view & chain.views != 0
                            && self.compiled.lexicon.holds(set, hit.atom)
                            && self.counts(chain, hit);
                        if fits {
                            let before = self.room.groups.len();
                            self.note(group, at, hit.end as usize);
                            let end = self.rest(chain, step + 1, last, hit.end as usize);
                            if end.is_some() {
                                return end;
                            }
                            self.room.groups.truncate(before);
                        }
                    }
                }
                if optional { self.rest(chain, step + 1, last, at) } else { None }
            }
            Step::Gap { most, wide } => {
                let next = self.compiled.steps.get(step + 1).filter(|_| step + 1 < last);
                let mut place = at;
                for crossed in 0..=most {
                    if crossed > 0 {
                        let unit = self.folded.units.get(place)?;
                        let stops = if wide { ends_sentence } else { ends_clause };
                        if stops(unit.form) || (unit.line && !wide) {
                            return None;
                        }
                        place = self.hits.after(place);
                    }
                    if self.may_stand(chain, next, place)
                        && let Some(end) = self.rest(chain, step + 1, last, place)
                    {
                        return Some(end);
                    }
                }
                None
            }
        }
    }

    /// Whether the words of a step may stand at a unit: a gap looks at every unit.
    #[inline]
    fn may_stand(&self, chain: &Chain, step: Option<&Step>, at: usize) -> bool {
        let Some(Step::Set { set, optional: false, .. }) = step else { return true };
        let lexicon = &self.compiled.lexicon;
        let fits = |hit: &Hit| hit.view & chain.views != 0 && lexicon.holds(*set, hit.atom);
        self.hits.at(at).iter().any(fits)
    }

    /// Whether a hit counts for the chain: no allowed phrase takes it out. What
    /// is allowed everywhere says that shorter words in it are not what they
    /// seem; a phrase that names all of it means it.
    fn counts(&self, chain: &Chain, hit: &Hit) -> bool {
        let takes = |ranges: &Ranges| ranges.take(hit.start, hit.end);
        let Allowed { everywhere, by_rule, compounds } = self.allowed;
        let single = hit.end - hit.start == 1 && hit.view == EXACT;
        if single && !compounds.is_empty() && compounds.hold(hit.start, hit.end) {
            return false;
        }
        if !everywhere.is_empty() && everywhere.take_part(hit.start, hit.end) {
            return false;
        }
        if by_rule.is_empty() {
            return true;
        }
        let Purpose::Find(find) = chain.purpose else { return true };
        let Some(find) = self.compiled.finds.get(find as usize) else { return false };
        !by_rule.iter().any(|(rule, ranges)| *rule == find.rule && takes(ranges))
    }

    fn stands(&self, edge: Edge, at: usize) -> bool {
        let unit = self.folded.units.get(at);
        let before = at.checked_sub(1).and_then(|place| self.folded.units.get(place));
        match edge {
            Edge::First => at == 0,
            Edge::Last => unit.is_none(),
            Edge::Start => {
                before.is_none_or(|before| ends_clause(before.form))
                    || unit.is_some_and(|unit| unit.line)
                    || self.quotes.open_at(at)
            }
            Edge::End => {
                unit.is_none_or(|unit| ends_clause(unit.form) || unit.line)
                    || self.quotes.close_at(at)
            }
        }
    }

    fn note(&mut self, group: Option<u8>, start: usize, end: usize) {
        if let Some(group) = group {
            self.room.groups.push((group, start, end));
        }
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use crate::rule::{Checker, Context, Pack, Scratch};

    /// The steps that phrases take in a draft of so many characters.
    fn steps(phrase: &str, words: &str, length: usize) -> u32 {
        let toml = format!(
            "pack = 'p'\nversion = '1'\nsource = 's'\n[[rule]]\nid = 'r'\nlevel = 'tip'\n\
             why = {{ hans = '为', hant = '為', en = 'w' }}\nsource = 's'\nseed = 's'\n\
             bad = {{ hans = [], hant = [] }}\ngood = {{ hans = [], hant = [] }}\n\
             [[rule.find]]\nany = ['{phrase}']\n"
        );
        let (pack, problems) = Pack::parse("p", &toml);
        assert_eq!(problems, []);
        let (checker, problems) = Checker::new(&[pack], &Default::default());
        assert_eq!(problems, []);
        let mut scratch = Scratch::default();
        let mut draft: Vec<u16> = words.encode_utf16().cycle().take(length).collect();
        // Nothing is found, so that the steps of the finds are the last ones.
        draft.extend("完".encode_utf16());
        checker.scan_utf16(&draft, &Context::default(), &mut scratch, &mut Vec::new());
        scratch.room.taken
    }

    #[test]
    fn the_steps_that_phrases_take_grow_as_the_draft_does() {
        for (phrase, words) in [
            ("甲..40甲..40甲..40乙$$", "甲甲甲甲乙"),
            ("(甲|甲甲|甲甲甲)..40(甲|甲甲)..40(甲|甲甲)..40丙$$", "甲甲甲甲甲甲甲甲甲丙丁"),
            ("甲(乙|乙甲)?..40(乙|甲乙)?..40(乙|乙甲)?..40乙$$", "甲乙"),
        ] {
            let (short, long) = (steps(phrase, words, 2_000), steps(phrase, words, 20_000));
            assert!(short > 2_000, "{phrase} is tried: {short} steps");
            assert!(long < short * 11, "{phrase}: {short} steps, then {long}");
            assert!(long < 20_000 * 40 * 12, "{phrase}: {long} steps");
        }
    }
}
