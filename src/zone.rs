//! Where the agent's clock hangs: how far it is from UTC, and from when on.
//!
//! "Today", quiet hours and midnight are matters of that clock, and twice a year
//! many clocks jump. The core knows no rules of any country: whoever asks says
//! from which moment on which offset holds.

use crate::day::Day;

/// Milliseconds of a minute.
pub const MINUTE: u64 = 60_000;

/// The offsets of one clock. Offsets are in minutes ahead of UTC, moments in
/// milliseconds since the epoch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Zone {
    /// What holds before the first change.
    first: i32,
    /// From when on another offset holds, in the order of time.
    changes: Vec<(u64, i32)>,
}

impl Zone {
    /// A clock that never jumps.
    pub fn fixed(offset: i32) -> Self {
        Self { first: within_a_day(offset), changes: Vec::new() }
    }

    /// A clock that jumps: from each of these moments on, its offset is the one
    /// beside it.
    pub fn new(first: i32, mut changes: Vec<(u64, i32)>) -> Self {
        changes.sort_unstable();
        for (_, offset) in &mut changes {
            *offset = within_a_day(*offset);
        }
        Self { first: within_a_day(first), changes }
    }

    /// The offset at a moment.
    pub fn offset(&self, at: u64) -> i32 {
        let before = self.changes.iter().rev().find(|(from, _)| *from <= at);
        before.map_or(self.first, |(_, offset)| *offset)
    }

    /// Which day it is on this clock.
    pub fn day(&self, at: u64) -> Day {
        Day::at(at, self.offset(at))
    }

    /// The minute of the day on this clock, from 0 to 1439.
    pub fn minute(&self, at: u64) -> u32 {
        let minutes = i64::try_from(at / MINUTE).unwrap_or(i64::MAX);
        let local = minutes.saturating_add(i64::from(self.offset(at)));
        u32::try_from(local.rem_euclid(1440)).unwrap_or_default()
    }

    /// The first moment at which the clock shows this minute of this day. A time
    /// that the clock jumps over is the moment of the jump.
    pub fn moment(&self, day: Day, minute: u32) -> u64 {
        let days = Day::new(1970, 1, 1).map_or(0, |epoch| day.since(epoch));
        let local = i64::from(days) * 1440 + i64::from(minute);
        let at = |offset: i32| {
            let minutes = local.saturating_sub(i64::from(offset)).max(0);
            u64::try_from(minutes).unwrap_or_default().saturating_mul(MINUTE)
        };
        let offsets = std::iter::once(self.first).chain(self.changes.iter().map(|it| it.1));
        let shown = offsets.filter(|offset| self.offset(at(*offset)) == *offset).map(at).min();
        shown.unwrap_or_else(|| {
            let mut before = self.first;
            for &(from, offset) in &self.changes {
                if at(before) >= from && at(offset) < from {
                    return from;
                }
                before = offset;
            }
            at(before)
        })
    }

    /// The first moment of the next day.
    pub fn midnight_after(&self, at: u64) -> u64 {
        self.moment(self.day(at).plus(1), 0)
    }
}

/// No clock on earth is further from UTC than this.
fn within_a_day(offset: i32) -> i32 {
    offset.clamp(-1440, 1440)
}

#[cfg(test)]
mod tests {
    use super::{MINUTE, Zone};
    use crate::day::Day;

    /// Berlin in 2026: an hour ahead, two from 29 March 01:00 UTC to 25 October
    /// 01:00 UTC.
    fn berlin() -> Zone {
        let jump = |day: &str| Zone::fixed(0).moment(Day::read(day).unwrap(), 60);
        Zone::new(60, vec![(jump("2026-03-29"), 120), (jump("2026-10-25"), 60)])
    }

    fn utc(day: &str, hour: u32, minute: u32) -> u64 {
        Zone::fixed(0).moment(Day::read(day).unwrap(), hour * 60 + minute)
    }

    #[test]
    fn what_a_clock_shows() {
        let beijing = Zone::fixed(480);
        for (zone, at, day, minute) in [
            (&beijing, utc("2026-11-08", 16, 30), "2026-11-09", 30),
            (&beijing, utc("2026-11-08", 15, 59), "2026-11-08", 23 * 60 + 59),
            (&Zone::fixed(-210), utc("2026-01-01", 0, 0), "2025-12-31", 20 * 60 + 30),
            (&berlin(), utc("2026-03-29", 0, 59), "2026-03-29", 119),
            (&berlin(), utc("2026-03-29", 1, 0), "2026-03-29", 180),
            (&berlin(), utc("2026-10-25", 0, 59), "2026-10-25", 179),
            (&berlin(), utc("2026-10-25", 1, 0), "2026-10-25", 120),
        ] {
            assert_eq!((zone.day(at).to_string().as_str(), zone.minute(at)), (day, minute));
        }
    }

    #[test]
    fn a_time_of_day_is_a_moment_also_when_the_clock_jumps() {
        for (day, minute, at) in [
            ("2026-03-28", 480, utc("2026-03-28", 7, 0)),
            ("2026-03-29", 480, utc("2026-03-29", 6, 0)),
            // 02:30 is jumped over in spring, and comes twice in autumn.
            ("2026-03-29", 150, utc("2026-03-29", 1, 0)),
            ("2026-10-25", 150, utc("2026-10-25", 0, 30)),
            ("2026-10-25", 480, utc("2026-10-25", 7, 0)),
        ] {
            assert_eq!(berlin().moment(Day::read(day).unwrap(), minute), at, "{day} {minute}");
        }
    }

    #[test]
    fn a_day_can_have_23_hours_or_25() {
        for (from, hours) in [("2026-03-28", 24), ("2026-03-29", 23), ("2026-10-25", 25)] {
            let begins = berlin().moment(Day::read(from).unwrap(), 0);
            assert_eq!(berlin().midnight_after(begins) - begins, hours * 60 * MINUTE, "{from}");
        }
    }
}
