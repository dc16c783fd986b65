//! Calendar days: when an offer begins and ends, what date a reply names.
//!
//! A day is not a moment. Which day it is depends on where the clock hangs, so
//! whoever asks says how far the agent's clock is from UTC.

use std::fmt;

/// Milliseconds of a day.
const LENGTH: i64 = 86_400_000;

/// A day of the Gregorian calendar, written `2026-11-08`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

impl Day {
    /// The first and the last day that there are here: the years 1 to 9999.
    const RANGE: std::ops::RangeInclusive<i32> = -719_162..=2_932_896;

    /// A day by its year, month and day of the month; `None` if there is none.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=length_of(year, month)).contains(&day);
        real.then(|| Self(days_before(year, month) + day as i32 - 1))
    }

    /// The day on a clock that is `offset` minutes ahead of UTC, at a moment in
    /// milliseconds since the epoch.
    pub fn at(millis: u64, offset: i32) -> Self {
        let local = i64::try_from(millis).unwrap_or(i64::MAX);
        let local = local.saturating_add(i64::from(offset) * 60_000);
        Self::from_epoch(local.div_euclid(LENGTH))
    }

    /// Reads `2026-11-08`, or `2026/11/8` as tables have it.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(['-', '/', '.']);
        let mut number = |most: usize| {
            let part = parts.next()?;
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            (digits && part.len() <= most).then(|| part.parse::<u32>().ok()).flatten()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let whole = parts.next().is_none();
        whole.then(|| Self::new(i32::try_from(year).ok()?, month, day)).flatten()
    }

    /// The day so many days later, or earlier.
    pub fn plus(self, days: i32) -> Self {
        Self::from_epoch(i64::from(self.0) + i64::from(days))
    }

    /// How many days it is from another day to this one.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Its year, its month and its day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        // A guess by the mean length of a year is at most one year off.
        let guess = 1970 + (i64::from(self.0) * 10_000).div_euclid(3_652_425) as i32;
        let begins = |year: &i32| days_before(*year, 1) <= self.0;
        let year = [guess + 1, guess].into_iter().find(begins).unwrap_or(guess - 1);
        let mut month = 12;
        while month > 1 && days_before(year, month) > self.0 {
            month -= 1;
        }
        (year, month, (self.0 - days_before(year, month) + 1) as u32)
    }

    /// The day of the week, counted from Monday as 0.
    pub fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    fn from_epoch(days: i64) -> Self {
        let (first, last) = (i64::from(*Self::RANGE.start()), i64::from(*Self::RANGE.end()));
        Self(days.clamp(first, last) as i32)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| format!("`{text}` is no day: write 2026-11-08"))
    }
}

/// From the epoch to the first of a month.
fn days_before(year: i32, month: u32) -> i32 {
    let years = year - 1;
    let leaps = years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let months: u32 = (1..month).map(|month| length_of(year, month)).sum();
    years * 365 + leaps + months as i32 - 719_162
}

fn length_of(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, LENGTH};
    use proptest::prelude::*;

    #[test]
    fn days_are_read_and_refused() {
        for (text, read) in [
            ("2026-11-08", Some("2026-11-08")),
            (" 2026/11/8 ", Some("2026-11-08")),
            ("2028-02-29", Some("2028-02-29")),
            ("1900-02-29", None),
            ("2026-02-29", None),
            ("2026-13-01", None),
            ("2026-00-01", None),
            ("2026-11-31", None),
            ("2026-11", None),
            ("2026-11-08-1", None),
            ("2026-+1-08", None),
            ("11.11", None),
            ("0000-01-01", None),
            ("20260-1-1", None),
            ("", None),
        ] {
            assert_eq!(Day::read(text).map(|day| day.to_string()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn the_clock_and_its_place_tell_the_day() {
        // 2026-11-08 16:30 UTC, a Sunday.
        let moment = 20_765 * LENGTH as u64 + 16 * 3_600_000 + 30 * 60_000;
        for (offset, day, weekday) in
            [(0, "2026-11-08", 6), (480, "2026-11-09", 0), (-1_020, "2026-11-07", 5)]
        {
            let there = Day::at(moment, offset);
            assert_eq!((there.to_string().as_str(), there.weekday()), (day, weekday));
        }
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        for (from, days, to) in [
            ("2026-11-08", 3, "2026-11-11"),
            ("2026-12-30", 3, "2027-01-02"),
            ("2028-02-28", 1, "2028-02-29"),
            ("2026-03-01", -1, "2026-02-28"),
            ("9999-12-31", 1, "9999-12-31"),
        ] {
            let day = Day::read(from).map(|day| day.plus(days).to_string());
            assert_eq!(day.as_deref(), Some(to), "{from} {days}");
        }
    }

    proptest! {
        #[test]
        fn a_day_is_its_parts(days in -719_162_i32..=2_932_896) {
            let (year, month, day) = Day(days).parts();
            prop_assert_eq!(Day::new(year, month, day), Some(Day(days)));
            prop_assert_eq!(Day::read(&Day(days).to_string()), Some(Day(days)));
        }
    }
}
