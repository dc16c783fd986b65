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

/// The uses of all replies, by id.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Uses(BTreeMap<String, Use>);

impl Uses {
    pub(super) fn get(&self, id: &str) -> Option<&Use> {
        self.0.get(id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Use)> {
        self.0.iter()
    }

    /// One more use.
    pub(super) fn count(&mut self, id: &str, now: Millis) {
        let week = now as f64 / HALVES;
        let used =
            self.0.entry(id.to_owned()).or_insert(Use { count: 0, last: 0, worth: rounded(week) });
        if used.count > 0 {
            let (high, low) = (used.worth.max(week), used.worth.min(week));
            used.worth = rounded(high + (1.0 + (low - high).exp2()).log2());
        }
        used.count = used.count.saturating_add(1);
        used.last = used.last.max(now);
    }

    /// Takes in what another tab counted: nothing is counted twice, and a use
    /// that both counted at once is counted once.
    pub(super) fn take(&mut self, id: &str, theirs: Use) {
        let mine = self.0.entry(id.to_owned()).or_insert(theirs);
        mine.count = mine.count.max(theirs.count);
        mine.last = mine.last.max(theirs.last);
        mine.worth = mine.worth.max(theirs.worth);
    }
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
            all.iter().map(|(id, used)| (id, used.worth)).collect();
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
