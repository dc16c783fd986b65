//! What a buyer said about paying: that it is not wanted, that it is for later,
//! that something is in the way. How each is recognised is data.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::order::limits::Limits;
use crate::phrase::{Phrase, fold};
use crate::sort;
use crate::zone::{MINUTE, Zone};

/// Why an order stays unpaid, as far as the buyer's words tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Nothing was said: it may have been forgotten.
    #[default]
    Forgot,
    /// Something about the goods or the delivery is not clear yet.
    Hesitating,
    /// The price, or another shop's.
    Comparing,
    /// Paying did not work.
    Payment,
    /// The wrong thing was ordered, or to the wrong address.
    Wrong,
    /// It is not wanted any longer.
    Unwanted,
}

impl Cause {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Forgot,
        Self::Hesitating,
        Self::Comparing,
        Self::Payment,
        Self::Wrong,
        Self::Unwanted,
    ];

    /// Its name in packs and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Forgot => "forgot",
            Self::Hesitating => "hesitating",
            Self::Comparing => "comparing",
            Self::Payment => "payment",
            Self::Wrong => "wrong",
            Self::Unwanted => "unwanted",
        }
    }
}

/// What some words of a buyer mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// The order is not wanted any longer.
    Declined,
    /// Something is complained about, and not settled.
    Complaint,
    /// A complaint is settled.
    Settled,
    /// It is wanted after all.
    Wants,
    /// It is for later.
    Later,
    /// Something about the goods or the delivery is not clear yet.
    Hesitating,
    /// The price, or another shop's.
    Comparing,
    /// Paying did not work.
    Payment,
    /// The wrong thing was ordered, or to the wrong address.
    Wrong,
}

impl Meaning {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Declined,
        Self::Complaint,
        Self::Settled,
        Self::Wants,
        Self::Later,
        Self::Hesitating,
        Self::Comparing,
        Self::Payment,
        Self::Wrong,
    ];

    /// Its name in packs and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Complaint => "complaint",
            Self::Settled => "settled",
            Self::Wants => "wants",
            Self::Later => "later",
            Self::Hesitating => "hesitating",
            Self::Comparing => "comparing",
            Self::Payment => "payment",
            Self::Wrong => "wrong",
        }
    }

    fn cause(self) -> Option<Cause> {
        match self {
            Self::Declined => Some(Cause::Unwanted),
            Self::Hesitating => Some(Cause::Hesitating),
            Self::Comparing => Some(Cause::Comparing),
            Self::Payment => Some(Cause::Payment),
            Self::Wrong => Some(Cause::Wrong),
            Self::Wants | Self::Later => Some(Cause::Forgot),
            Self::Complaint | Self::Settled => None,
        }
    }
}

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
    /// At this hour, today or tomorrow.
    Hour(u32),
    /// The next such day of the week, counted from Monday as 0.
    Weekday(u32),
    /// The next such day of the month.
    DayOfMonth(u32),
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
            Self::Hour(hour) => {
                // `3点付`, said at noon, is three in the afternoon.
                let hours = [hour, hour + 12].into_iter().filter(|it| *it < 24);
                let today = hours.map(|it| zone.moment(today, it * 60)).find(|it| *it > at);
                today.unwrap_or_else(|| zone.moment(days(1), hour.min(23) * 60))
            }
            Self::Weekday(weekday) => {
                let ahead = (weekday % 7 + 7 - u32::try_from(today.weekday()).unwrap_or(0)) % 7;
                morning(days(if ahead == 0 { 7 } else { ahead }))
            }
            Self::DayOfMonth(wanted) => {
                let day = (1..=62).map(days).find(|day| day.parts().2 == wanted)?;
                morning(day)
            }
            Self::Unnamed => return None,
        })
    }
}

/// Something that a buyer said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// What it means.
    pub meaning: Meaning,
    /// When it was said, as far as anybody knows; milliseconds since the epoch.
    pub at: u64,
    /// For [`Meaning::Later`]: when that is.
    pub when: Option<When>,
    /// The words.
    pub words: String,
}

impl Heard {
    /// Why the order is unpaid, if the words tell.
    pub fn cause(&self) -> Option<Cause> {
        match self.when {
            Some(When::Thinking) => Some(Cause::Hesitating),
            _ => self.meaning.cause(),
        }
    }
}

/// How one meaning is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// What it means.
    pub means: Meaning,
    /// For what is for later: when. `hours`, `days`, `hour`… take the number that
    /// stands in the phrase for `#`.
    #[serde(default)]
    pub when: String,
    /// Phrases of which one is enough.
    pub(crate) any: Vec<Phrase>,
    /// Phrases that take the meaning away from words that they share a character
    /// with: `要不要` is not `不要`.
    #[serde(default)]
    pub(crate) unless: Vec<Phrase>,
    /// Sentences that mean it.
    #[serde(default, skip_serializing)]
    pub yes: Vec<String>,
    /// Sentences that do not.
    #[serde(default, skip_serializing)]
    pub no: Vec<String>,
}

/// What is recognised in a buyer's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ear(pub(crate) Vec<Said>);

impl Ear {
    /// Everything that a message means, in the order of its words. Where several
    /// phrases share words, the longest is meant.
    pub fn listen(&self, text: &str, at: u64) -> Vec<Heard> {
        let folded = fold(text);
        let mut found: Vec<(usize, usize, &Said)> = Vec::new();
        for said in &self.0 {
            let barred: Vec<_> = said.unless.iter().filter_map(|it| it.find(&folded)).collect();
            let clear = |(start, end): &(usize, usize)| {
                !barred.iter().any(|(from, to)| from < end && start < to)
            };
            let here = said.any.iter().filter_map(|it| it.find(&folded)).filter(clear);
            if let Some((start, end)) = here.max_by_key(|(start, end)| end - start) {
                found.push((start, end, said));
            }
        }
        let longer = |one: &(usize, usize, &Said), other: &(usize, usize, &Said)| {
            one.0 < other.1 && other.0 < one.1 && one.1 - one.0 < other.1 - other.0
        };
        let kept = found.iter().filter(|one| !found.iter().any(|other| longer(one, other)));
        let mut kept: Vec<_> = kept.copied().collect();
        sort::by_key(&mut kept, |(start, ..)| [u32::try_from(*start).unwrap_or(u32::MAX), 0, 0, 0]);
        let heard = |(start, end, said): (usize, usize, &Said)| {
            let words: String = text.chars().skip(start).take(end - start).collect();
            let later = said.means == Meaning::Later;
            let when = later.then(|| when(&said.when, &folded[start..end]));
            Heard { meaning: said.means, at, when, words }
        };
        kept.into_iter().map(heard).collect()
    }
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

fn when(name: &str, words: &[char]) -> When {
    named(name, number_within(words).unwrap_or(1)).unwrap_or(When::Unnamed)
}

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
