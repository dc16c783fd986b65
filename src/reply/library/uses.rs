//! How often replies are used, and how that fades.
//!
//! A use counts one, and half as much for each week that has passed since. What
//! is left after all those halvings orders the replies that a query finds equally
//! well. All of it fades alike, so the order needs no clock: each use is worth
//! two to the power of its week, and only the logarithm of the sum is kept.

use std::collections::BTreeMap;

use super::Millis;

/// After so long a use counts half.
const HALVES: f64 = 7.0 * 24.0 * 3_600_000.0;

/// The uses of one reply.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Use {
    /// How often it was used.
    pub count: u32,
    /// When last.
    pub last: Millis,
    /// The logarithm (base 2) of what its uses are worth together; only good
    /// for comparing one reply with another.
    pub worth: f64,
}

/// So long after a use it is in every record that anybody writes.
const SETTLES: Millis = 60_000;

/// The counts of so many tabs are remembered, those that counted last.
const TABS: usize = 16;

/// The uses of all replies, as they are kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Counted {
    /// By the reply's id.
    pub of: BTreeMap<String, Use>,
    /// How many uses each tab has counted into these, and when the last one.
    pub tabs: BTreeMap<String, (u64, Millis)>,
}

impl Counted {
    /// Whether the other one has every use that is counted here. Records come late,
    /// and a tab hears its own.
    fn is_in(&self, other: &Counted) -> bool {
        let known = |(tab, (count, _)): (&String, &(u64, Millis))| {
            other.tabs.get(tab).is_some_and(|(known, _)| known >= count)
        };
        !self.tabs.is_empty() && self.tabs.iter().all(known)
    }
}

/// The uses of all replies, as this tab knows them.
///
/// Two tabs may count at once, and then the later record does not have what the
/// earlier one counted. So each record says how many uses of which tab are in it,
/// and a tab adds what it finds missing of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Uses {
    all: Counted,
    /// This tab's name, which no other one has.
    tab: String,
    /// The uses that this tab has counted lately, and how many before them.
    mine: Vec<(String, Millis)>,
    settled: u64,
}

impl Uses {
    pub(super) fn of_tab(name: String) -> Self {
        Self { tab: name, ..Self::default() }
    }

    pub(super) fn get(&self, id: &str) -> Option<&Use> {
        self.all.of.get(id)
    }

    /// What there is to keep.
    pub(super) fn counted(&self) -> &Counted {
        &self.all
    }

    /// One more use.
    pub(super) fn count(&mut self, id: &str, now: Millis) {
        let old = self.mine.iter().take_while(|(_, at)| at + SETTLES < now).count();
        self.mine.drain(..old);
        self.settled += old as u64;
        self.mine.push((id.to_owned(), now));
        add(&mut self.all.of, id, now);
        self.all.tabs.insert(self.tab.clone(), (self.settled + self.mine.len() as u64, now));
        self.forget_tabs();
    }

    /// Takes what was kept or what a tab wrote for what there is, with what it does
    /// not have of this tab's; whether there is more here than there. What it does
    /// not have of others' is for them to see.
    pub(super) fn take(&mut self, theirs: Counted) -> bool {
        if theirs.is_in(&self.all) {
            return !self.all.is_in(&theirs);
        }
        let known = theirs.tabs.get(&self.tab).map_or(0, |(count, _)| *count);
        let known = usize::try_from(known.saturating_sub(self.settled)).unwrap_or(usize::MAX);
        self.all = theirs;
        let missing = self.mine.get(known..).unwrap_or_default();
        for (id, at) in missing {
            add(&mut self.all.of, id, *at);
        }
        if let Some((_, last)) = missing.last() {
            let count = self.settled + self.mine.len() as u64;
            self.all.tabs.insert(self.tab.clone(), (count, *last));
        }
        let counted = !missing.is_empty();
        self.forget_tabs();
        counted
    }

    fn forget_tabs(&mut self) {
        while self.all.tabs.len() > TABS {
            let first = self.all.tabs.iter().min_by_key(|(tab, (_, last))| (*last, *tab));
            let Some(first) = first.map(|(tab, _)| tab.clone()) else { return };
            self.all.tabs.remove(&first);
        }
    }
}

/// One more use among these.
fn add(uses: &mut BTreeMap<String, Use>, id: &str, now: Millis) {
    let week = now as f64 / HALVES;
    let used = uses.entry(id.to_owned()).or_insert(Use { count: 0, last: 0, worth: rounded(week) });
    if used.count > 0 {
        let (high, low) = (used.worth.max(week), used.worth.min(week));
        used.worth = rounded(high + (1.0 + (low - high).exp2()).log2());
    }
    used.count = used.count.saturating_add(1);
    used.last = used.last.max(now);
}

/// As many digits as any reader of numbers reads back exactly.
fn rounded(worth: f64) -> f64 {
    (worth * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::{HALVES, Uses};

    /// Each reply with the weeks in which it was used; the most worth first.
    fn ranked(uses: &[(&str, &[f64])]) -> String {
        let mut all = Uses::default();
        for (id, weeks) in uses {
            weeks.iter().for_each(|week| all.count(id, (week * HALVES) as u64));
        }
        let mut ranked: Vec<(&String, f64)> =
            all.all.of.iter().map(|(id, used)| (id, used.worth)).collect();
        ranked.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        ranked.iter().map(|(id, _)| id.as_str()).collect()
    }

    #[test]
    fn recent_and_frequent_use_comes_first() {
        for (uses, order) in [
            (&[("a", &[10.0][..]), ("b", &[11.0])][..], "ba"),
            (&[("a", &[10.0, 10.0, 10.0]), ("b", &[11.0])], "ab"),
            (&[("a", &[10.0, 10.0, 10.0]), ("b", &[12.0])], "ba"),
            (&[("a", &[10.0, 11.0]), ("b", &[11.0])], "ab"),
            (&[("a", &[11.0, 2.0]), ("b", &[11.0])], "ab"),
        ] {
            assert_eq!(ranked(uses), order, "{uses:?}");
        }
    }
}
