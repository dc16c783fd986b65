//! When "later" is, as words tell it: `三小时后`, `明早`, `下班以后`. Buyers name such
//! times, and so do agents who promise something.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::order::limits::Limits;
use crate::order::spoken::spoken;
use crate::phrase::fold;
use crate::zone::{MINUTE, Zone};

/// When "later" is. Numbers are read from the words themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// In so many minutes.
    Minutes(u32),
    /// In so many hours.
    Hours(u32),
    /// In so many days.
    Days(u32),
    /// In a while.
    Soon,
    /// When the buyer has thought about it.
    Thinking,
    /// So many days from now, at a part of the day.
    Part(u32, PartOfDay),
    /// So many days from now at this minute of the day; if that is over today,
    /// tomorrow.
    At(u32, u32),
    /// When a clock shows this minute next, before or after noon.
    Clock(u32),
    /// At this hour, today or tomorrow.
    Hour(u32),
    /// The next such day of the week, counted from Monday as 0.
    Weekday(u32),
    /// On this day of the week, so many weeks after this one (0 for the next such
    /// day), at this minute of the day.
    OnWeekday(u32, u32, u32),
    /// The next such day of the month.
    DayOfMonth(u32),
    /// The next such day of this month of the year, both counted from 1.
    Date(u32, u32),
    /// This day of the next month.
    NextMonth(u32),
    /// At a time that the words do not tell.
    Unnamed,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// The morning.
    Morning,
    /// Noon.
    Noon,
    /// After work.
    AfterWork,
    /// The evening.
    Evening,
}

impl When {
    /// The moment that is meant by words said at `at`.
    pub fn moment(self, at: u64, zone: &Zone, limits: &Limits) -> Option<u64> {
        let today = zone.day(at);
        let morning = |day: Day| zone.moment(day, limits.morning.0);
        let days = |days: u32| today.plus(i32::try_from(days).unwrap_or(i32::MAX));
        let after = |minutes: u64| at.saturating_add(minutes.saturating_mul(MINUTE));
        Some(match self {
            Self::Minutes(count) => after(count.into()),
            Self::Hours(count) => after(u64::from(count) * 60),
            Self::Days(count) => morning(days(count.min(400))),
            Self::Soon => after(limits.soon.into()),
            Self::Thinking => after(limits.thinking.into()),
            Self::Part(count, part) => {
                let minute = match part {
                    PartOfDay::Morning => limits.morning.0,
                    PartOfDay::Noon => 12 * 60,
                    PartOfDay::AfterWork => limits.after_work.0,
                    PartOfDay::Evening => limits.evening.0,
                };
                zone.moment(days(count.min(400)), minute)
            }
            Self::At(count, minute) => {
                let on = |count: u32| {
                    let day = days(count.min(400).saturating_add(minute / DAY));
                    zone.moment(day, minute % DAY)
                };
                let moment = on(count);
                if count == 0 && moment <= at { on(1) } else { moment }
            }
            // `3点付`, said at noon, is three in the afternoon.
            Self::Hour(hour) => self::next_on_clock(hour.min(23) * 60, at, zone),
            Self::Clock(minute) => self::next_on_clock(minute.min(DAY - 1), at, zone),
            Self::Weekday(weekday) => morning(days(ahead(weekday, &today))),
            Self::OnWeekday(0, weekday, minute) => {
                zone.moment(days(ahead(weekday, &today)), minute.min(DAY - 1))
            }
            Self::OnWeekday(week, weekday, minute) => {
                let gone = u32::try_from(today.weekday()).unwrap_or(0);
                let until = week.min(9) * 7 + weekday % 7;
                zone.moment(days(until.saturating_sub(gone)), minute.min(DAY - 1))
            }
            Self::DayOfMonth(wanted) => {
                let day = (1..=62).map(days).find(|day| day.parts().2 == wanted)?;
                morning(day)
            }
            Self::NextMonth(wanted) => {
                let month = today.parts().1;
                let later = (1..=62).map(days).skip_while(|day| day.parts().1 == month);
                morning(later.take(31).find(|day| day.parts().2 == wanted)?)
            }
            Self::Date(month, wanted) => {
                let is_it = |day: &Day| (day.parts().1, day.parts().2) == (month, wanted);
                // A leap day comes in eight years at the latest.
                morning((0..8 * 366).map(days).find(is_it)?)
            }
            Self::Unnamed => return None,
        })
    }
}

/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// The days until the next such day of the week.
fn ahead(weekday: u32, today: &Day) -> u32 {
    let ahead = (weekday % 7 + 7 - u32::try_from(today.weekday()).unwrap_or(0)) % 7;
    if ahead == 0 { 7 } else { ahead }
}

/// When a clock shows this minute next.
fn next_on_clock(minute: u32, at: u64, zone: &Zone) -> u64 {
    let today = zone.day(at);
    let minutes = [minute, minute + DAY / 2].into_iter().filter(|it| *it < DAY);
    let moment = minutes.map(|it| zone.moment(today, it)).find(|it| *it > at);
    moment.unwrap_or_else(|| zone.moment(today.plus(1), minute))
}

/// The names that packs give to [`When`], and what they mean with a number.
pub(crate) fn named(name: &str, number: u32) -> Option<When> {
    Some(match name {
        "minutes" => When::Minutes(number),
        "half-hour" => When::Minutes(30),
        "hours" => When::Hours(number),
        "days" => When::Days(number),
        "soon" => When::Soon,
        "thinking" => When::Thinking,
        "noon" => When::Part(0, PartOfDay::Noon),
        "after-work" => When::Part(0, PartOfDay::AfterWork),
        "evening" => When::Part(0, PartOfDay::Evening),
        "tomorrow" => When::Part(1, PartOfDay::Morning),
        "tomorrow-evening" => When::Part(1, PartOfDay::Evening),
        "hour" => When::Hour(number),
        "evening-hour" if number < 12 => When::Hour(number + 12),
        "evening-hour" => When::Hour(number),
        "day-after" => When::Part(2, PartOfDay::Morning),
        "several-days" => When::Days(5),
        "weekday" => When::Weekday(number.saturating_sub(1)),
        "weekend" => When::Weekday(5),
        "day-of-month" => When::DayOfMonth(number),
        "unnamed" => When::Unnamed,
        _ => return None,
    })
}

/// When something is that these words call by this name; by `said` the time is the one
/// that the words themselves say.
pub(crate) fn when(name: &str, words: &str) -> When {
    let number = || number_within(&fold(words)).unwrap_or(1);
    let named = if name == SAID { spoken(words) } else { named(name, number()) };
    named.unwrap_or(When::Unnamed)
}

/// The name of a time that the words say.
pub(crate) const SAID: &str = "said";

/// The first number in the words, in digits or in Chinese.
pub(crate) fn number_within(words: &[char]) -> Option<u32> {
    let digit = |c: char| match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10).or_else(|| {
            "一二三四五六七八九".chars().position(|it| it == c).map(|it| it as u32 + 1)
        }),
    };
    let start = words.iter().position(|c| digit(*c).is_some() || "十两半".contains(*c))?;
    let (mut number, mut met) = (0_u32, false);
    for &c in &words[start..] {
        match digit(c) {
            Some(value) if c.is_ascii_digit() || ('０'..='９').contains(&c) => {
                number = number.saturating_mul(10).saturating_add(value);
            }
            Some(value) => number += value,
            None if c == '十' => number = if met { number.saturating_mul(10) } else { 10 },
            None if c == '两' => number += 2,
            _ => break,
        }
        met = true;
    }
    met.then_some(number)
}
