//! How often, how soon and at which hours a buyer may be reminded: every number
//! of the plan, as a shop sets it.
//!
//! The trade's usual numbers are a pack; a shop changes some of them, for all
//! platforms or for one. Without the pack nobody is reminded at all: a number
//! that nobody gave is not made up here.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// A span of the day, from a minute to a minute; it may reach over midnight.
/// Written `22:00-08:00`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hours {
    /// The first minute of the day that is in it.
    pub from: u32,
    /// The first that is not. The same as `from`: the span is empty.
    pub to: u32,
}

impl Hours {
    /// Whether a minute of the day is in it.
    pub fn holds(self, minute: u32) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }
}

/// What a setting is, for who offers to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Number,
    /// A whole number, or nothing.
    MaybeNumber,
    /// Yes or no.
    Flag,
    /// A span of the day.
    Hours,
    /// A time of day.
    Time,
    /// Days.
    Days,
}

impl Kind {
    /// How it is written, for who wrote something else.
    fn like(self) -> &'static str {
        match self {
            Self::Number => "a whole number such as 20",
            Self::MaybeNumber => "a whole number, or nothing",
            Self::Flag => "true or false",
            Self::Hours => "two times such as 22:00-08:00",
            Self::Time => "a time such as 18:00",
            Self::Days => "days such as 2026-11-11 2026-12-12",
        }
    }
}

/// A value as settings are written.
trait Written: Sized {
    const KIND: Kind;
    fn read(text: &str) -> Option<Self>;
    fn write(&self) -> String;
}

impl Written for u32 {
    const KIND: Kind = Kind::Number;
    fn read(text: &str) -> Option<Self> {
        // A year of minutes; more is a slip of the hand.
        text.parse().ok().filter(|number| *number <= 527_040)
    }
    fn write(&self) -> String {
        self.to_string()
    }
}

impl Written for Option<u32> {
    const KIND: Kind = Kind::MaybeNumber;
    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { u32::read(text).map(Some) }
    }
    fn write(&self) -> String {
        self.as_ref().map(u32::write).unwrap_or_default()
    }
}

impl Written for bool {
    const KIND: Kind = Kind::Flag;
    fn read(text: &str) -> Option<Self> {
        match text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
    fn write(&self) -> String {
        self.to_string()
    }
}

impl Written for Hours {
    const KIND: Kind = Kind::Hours;
    fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        Some(Self { from: minute(from)?, to: minute(to)? })
    }
    fn write(&self) -> String {
        format!("{}-{}", clock(self.from), clock(self.to))
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimeOfDay(pub u32);

impl Written for TimeOfDay {
    const KIND: Kind = Kind::Time;
    fn read(text: &str) -> Option<Self> {
        minute(text).map(Self)
    }
    fn write(&self) -> String {
        clock(self.0)
    }
}

impl Written for Vec<Day> {
    const KIND: Kind = Kind::Days;
    fn read(text: &str) -> Option<Self> {
        text.split_whitespace().map(Day::read).collect()
    }
    fn write(&self) -> String {
        self.iter().map(Day::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// Reads `08:30` as a minute of the day; 24:00 is the end of one.
fn minute(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let real = (hours < 24 && minutes < 60) || (hours, minutes) == (24, 0);
    real.then_some(hours * 60 + minutes)
}

/// A minute of the day as a clock shows it.
pub fn clock(minute: u32) -> String {
    let mut text = String::new();
    let _ = write!(text, "{:02}:{:02}", minute / 60, minute % 60);
    text
}

macro_rules! limits {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty,)*) => {
        /// The numbers of one platform. Times without another unit are minutes.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Limits {
            $($(#[doc = $doc])+ pub $name: $type,)*
        }

        impl Limits {
            /// The names of all settings, as they are written in files.
            pub const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// A setting as it is written; none if there is no such setting.
            pub fn get(&self, name: &str) -> Option<String> {
                match name {
                    $(stringify!($name) => Some(self.$name.write()),)*
                    _ => None,
                }
            }

            /// What a setting is; none if there is no such setting.
            pub fn kind(name: &str) -> Option<Kind> {
                match name {
                    $(stringify!($name) => Some(<$type as Written>::KIND),)*
                    _ => None,
                }
            }

            /// Changes a setting to what is written. Says what is wrong with it
            /// otherwise, and changes nothing.
            pub fn set(&mut self, name: &str, value: &str) -> Result<(), Wrong> {
                match name {
                    $(stringify!($name) => {
                        self.$name = Written::read(value.trim())
                            .ok_or(Wrong::Value(<$type as Written>::KIND))?;
                    })*
                    _ => return Err(Wrong::Name),
                }
                Ok(())
            }
        }
    };
}

/// What is wrong with a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is no setting of this name.
    Name,
    /// The value is written otherwise: it is this.
    Value(Kind),
}

impl Wrong {
    /// The same in words, for who wrote the setting.
    pub fn said(self, name: &str) -> String {
        match self {
            Self::Name => {
                format!("there is no limit `{name}`; there are: {}", Limits::NAMES.join(", "))
            }
            Self::Value(kind) => format!("`{name}` is {}", kind.like()),
        }
    }
}

limits! {
    /// After the order, until the first reminder.
    first: u32,
    /// The same for a buyer who has bought here before.
    first_returning: u32,
    /// The same on a promotion day.
    first_promotion: u32,
    /// The promotion days.
    promotion_days: Vec<Day>,
    /// From one reminder of an order, or of its buyer, to the next.
    gap: u32,
    /// Before an order closes, when the third and any later reminder may be sent.
    last: u32,
    /// Reminders of one order in a day.
    order_day: u32,
    /// Reminders of one order in all.
    order_total: u32,
    /// Reminders of one buyer in a day, whatever the order.
    buyer_day: u32,
    /// Reminders of all buyers in a day.
    day: u32,
    /// When nobody is reminded, by the agent's clock.
    quiet: Hours,
    /// When reminding is usual; outside of it the plan says so.
    usual: Hours,
    /// After a message of either side, until a reminder.
    contact: u32,
    /// Whether a buyer who was written with today is left alone until tomorrow.
    contact_today: bool,
    /// So many reminders that were not read are enough.
    unread: u32,
    /// The least amount worth a reminder, in hundredths of the currency's unit.
    amount_least: Option<u32>,
    /// The greatest amount that is reminded from here.
    amount_most: Option<u32>,
    /// Before this age of an order, a platform's own tool does not credit a
    /// reminder; only said, and only where the shop sets it.
    credited: Option<u32>,
    /// After how long an order closes by the shop's own table. Used where the
    /// page says nothing, and shown as unverified.
    closes: Option<u32>,
    /// When work is over: `我下班就付`.
    after_work: TimeOfDay,
    /// When the evening begins: `晚上付`.
    evening: TimeOfDay,
    /// When the morning begins: `明早付`, and tomorrow without a time.
    morning: TimeOfDay,
    /// How long a buyer who wants to think is left alone: `我再想想`.
    thinking: u32,
    /// How long `一会儿` is.
    soon: u32,
    /// For how many days a complaint holds reminders back, if the agent does not
    /// mark it as settled.
    complaint_days: u32,
    /// For how many days an order is remembered after it was last seen.
    keep_days: u32,
    /// After a buyer who asked and did not order was last heard, until the first
    /// follow-up.
    ask_first: u32,
    /// From one follow-up to the next.
    ask_gap: u32,
    /// Follow-ups of one buyer in a day.
    ask_day: u32,
    /// Follow-ups of one buyer in all.
    ask_total: u32,
    /// After how many days a question is too old to follow up.
    ask_days: u32,
}

/// One setting, as it is written and kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// The platform; empty for all.
    #[serde(default)]
    pub platform: String,
    /// Its name, one of [`Limits::NAMES`].
    pub name: String,
    /// Its value.
    pub value: String,
}

/// The limits of all platforms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Setting>", into = "Vec<Setting>")]
pub struct Settings {
    given: Vec<Setting>,
    all: Limits,
    platforms: Vec<(String, Limits)>,
}

impl Settings {
    /// The limits of a platform.
    pub fn of(&self, platform: &str) -> &Limits {
        let own = self.platforms.iter().find(|(name, _)| name == platform);
        own.map_or(&self.all, |(_, limits)| limits)
    }

    /// What was given, in the order in which it was.
    pub fn given(&self) -> &[Setting] {
        &self.given
    }

    /// Gives a setting. A platform's own stands before that of all, whichever
    /// was given first; given again, a setting replaces the earlier one.
    pub fn give(&mut self, setting: Setting) -> Result<(), Wrong> {
        self.all.clone().set(&setting.name, &setting.value)?;
        let same = |it: &Setting| it.platform == setting.platform && it.name == setting.name;
        self.given.retain(|it| !same(it));
        self.given.push(setting);
        self.compile();
        Ok(())
    }

    /// What was given for a platform (empty for all), as it was written.
    pub fn own(&self, platform: &str, name: &str) -> Option<&str> {
        let same = |it: &&Setting| it.platform == platform && it.name == name;
        self.given.iter().find(same).map(|setting| setting.value.as_str())
    }

    /// Takes a setting back, so that what stood behind it holds again.
    pub fn take_back(&mut self, platform: &str, name: &str) {
        self.given.retain(|it| it.platform != platform || it.name != name);
        self.compile();
    }

    /// These settings, over those of somebody else.
    #[must_use]
    pub fn over(&self, below: &Self) -> Self {
        let mut given = below.given.clone();
        for setting in &self.given {
            let same = |it: &Setting| it.platform == setting.platform && it.name == setting.name;
            given.retain(|it| !same(it));
            given.push(setting.clone());
        }
        Self::from(given)
    }

    fn compile(&mut self) {
        self.all = Limits::default();
        self.platforms.clear();
        for of_all in [true, false] {
            for setting in self.given.iter().filter(|it| it.platform.is_empty() == of_all) {
                let limits = if of_all {
                    &mut self.all
                } else {
                    let known = self.platforms.iter().position(|it| it.0 == setting.platform);
                    let place = known.unwrap_or_else(|| {
                        self.platforms.push((setting.platform.clone(), self.all.clone()));
                        self.platforms.len() - 1
                    });
                    &mut self.platforms[place].1
                };
                // What cannot be read was refused when it was given.
                let _ = limits.set(&setting.name, &setting.value);
            }
        }
    }
}

impl From<Vec<Setting>> for Settings {
    fn from(given: Vec<Setting>) -> Self {
        let known = |it: &Setting| Limits::default().set(&it.name, &it.value).is_ok();
        let mut settings = Self { given, ..Self::default() };
        settings.given.retain(known);
        settings.compile();
        settings
    }
}

impl From<Settings> for Vec<Setting> {
    fn from(settings: Settings) -> Self {
        settings.given
    }
}

#[cfg(test)]
mod tests {
    use super::{Hours, Kind, Limits, Setting, Settings, Wrong, clock};

    fn setting(platform: &str, name: &str, value: &str) -> Setting {
        Setting { platform: platform.into(), name: name.into(), value: value.into() }
    }

    #[test]
    fn settings_are_read_and_refused() {
        for (name, value, written) in [
            ("first", "20", Ok("20")),
            ("first", " 20 ", Ok("20")),
            ("first", "-1", Err(Wrong::Value(Kind::Number))),
            ("first", "9999999", Err(Wrong::Value(Kind::Number))),
            ("quiet", "22:00-8:00", Ok("22:00-08:00")),
            ("quiet", "22-8", Err(Wrong::Value(Kind::Hours))),
            ("quiet", "22:00-25:00", Err(Wrong::Value(Kind::Hours))),
            ("credited", "60", Ok("60")),
            ("credited", "", Ok("")),
            ("contact_today", "true", Ok("true")),
            ("after_work", "18:00", Ok("18:00")),
            ("promotion_days", "2026-11-11 2026/12/12", Ok("2026-11-11 2026-12-12")),
            ("second", "20", Err(Wrong::Name)),
        ] {
            let mut limits = Limits::default();
            let set = limits.set(name, value).map(|()| limits.get(name).unwrap_or_default());
            assert_eq!(set.as_deref().map_err(|wrong| *wrong), written, "{name} = {value}");
        }
    }

    #[test]
    fn a_platforms_own_setting_stands_before_that_of_all() {
        let mut settings = Settings::default();
        for (platform, name, value) in
            [("jd", "first", "30"), ("", "first", "20"), ("", "gap", "180"), ("jd", "gap", "240")]
        {
            settings.give(setting(platform, name, value)).unwrap();
        }
        let both = |settings: &Settings, platform: &str| {
            let limits = settings.of(platform);
            (limits.first, limits.gap)
        };
        assert_eq!((both(&settings, "jd"), both(&settings, "taobao")), ((30, 240), (20, 180)));
        settings.take_back("jd", "gap");
        assert_eq!(both(&settings, "jd"), (30, 180));
        let mut own = Settings::default();
        own.give(setting("", "gap", "200")).unwrap();
        assert_eq!(both(&own.over(&settings), "jd"), (30, 200));
        assert!(own.give(setting("", "gap", "much")).is_err());
    }

    #[test]
    fn hours_may_reach_over_midnight() {
        let night = Hours { from: 22 * 60, to: 8 * 60 };
        let day = Hours { from: 9 * 60, to: 21 * 60 };
        for (time, in_night, in_day) in [
            (0, true, false),
            (7 * 60 + 59, true, false),
            (8 * 60, false, false),
            (9 * 60, false, true),
            (21 * 60, false, false),
            (22 * 60, true, false),
        ] {
            assert_eq!((night.holds(time), day.holds(time)), (in_night, in_day), "{}", clock(time));
        }
        assert!(!Hours::default().holds(0));
    }
}
