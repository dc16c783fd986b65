//! Which half of the day an hour is of: `下午2:50`, `2:50 PM`, `昨晚 8:30`.
//!
//! Words that leave two answers, or that contradict the hour, leave none: an hour
//! that is twelve too early makes an order half a day old.

/// What the words beside an hour say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Nothing: the clock has 24 hours.
    Whole,
    /// `AM`, `上午`.
    First,
    /// Between midnight and six.
    Small,
    /// Until noon, in a language that has no twelve in it: `早上`.
    Morning,
    /// About noon.
    Noon,
    /// `PM`, `下午`.
    Second,
    /// `晚上`: its twelve is the next day's first.
    Night,
    /// `半夜`, on either side of midnight.
    DeadOfNight,
}

use Half::{DeadOfNight, First, Morning, Night, Noon, Second, Small, Whole};

/// The longer ones first: `中午` holds the `午` of `下午`.
const WORDS: [(&str, Half); 30] = [
    ("凌晨", Small),
    ("清晨", Morning),
    ("早上", Morning),
    ("早晨", Morning),
    ("今早", Morning),
    ("明早", Morning),
    ("今晨", Morning),
    ("上午", First),
    ("中午", Noon),
    ("正午", Noon),
    ("午间", Noon),
    ("午間", Noon),
    ("下午", Second),
    ("午后", Second),
    ("午後", Second),
    ("傍晚", Second),
    ("晚上", Night),
    ("晚间", Night),
    ("晚間", Night),
    ("夜间", Night),
    ("夜間", Night),
    ("夜里", Night),
    ("夜裡", Night),
    ("今晚", Night),
    ("昨晚", Night),
    ("明晚", Night),
    ("今夜", Night),
    ("昨夜", Night),
    ("半夜", DeadOfNight),
    ("午夜", DeadOfNight),
];

/// What stands behind a time, up to the first sign that is no letter: English with
/// and without points, Vietnamese, Malay.
const LETTERS: [(&str, Half); 6] =
    [("am", First), ("pm", Second), ("sa", First), ("ch", Second), ("pg", First), ("ptg", Second)];

/// What the words before an hour and those behind its minute say together; none if
/// they contradict each other or cannot be known.
pub(super) fn half_of(before: &str, behind: &str) -> Option<Half> {
    let word = |text: &str| WORDS.iter().find(|(word, _)| text.contains(word)).map(|it| it.1);
    let led = word(before);
    let letters = |text: &str| {
        let points = text.replace('.', "");
        points.chars().take_while(|c| c.is_ascii_alphabetic()).collect::<String>()
    };
    let named = |name: &str| LETTERS.iter().find(|(it, _)| *it == name).map(|it| it.1);
    let last = |text: &str| {
        let tail: Vec<char> =
            text.trim_end().chars().rev().take_while(|c| c.is_ascii_alphabetic()).collect();
        tail.into_iter().rev().collect::<String>()
    };
    let behind = letters(behind);
    let said = match behind.as_str() {
        // Nothing of it behind the time: it may stand before.
        "" | "z" | "utc" | "gmt" | "h" => named(&last(before)),
        name => match named(name) {
            None if name.len() <= 3 => return None,
            known => known,
        },
    };
    match (led, said) {
        (Some(one), Some(other)) if one.is_early() != other.is_early() => None,
        (one, other) => Some(one.or(other).unwrap_or(Whole)),
    }
}

impl Half {
    fn is_early(self) -> bool {
        matches!(self, First | Small | Morning)
    }

    /// The minute of the day of a minute as it is written; none if there is none
    /// such in this half, or two.
    pub fn minute(self, written: u32) -> Option<u32> {
        let hour = written / 60;
        let twelve = |early: bool| match (hour, early) {
            (12, true) => Some(written - 720),
            (0..=11, true) | (12..=23, false) => Some(written),
            (1..=11, false) => Some(written + 720),
            _ => None,
        };
        match self {
            Whole => Some(written),
            First => twelve(true),
            Small if hour < 6 => Some(written),
            Morning if (4..12).contains(&hour) => Some(written),
            Noon if (11..=14).contains(&hour) => Some(written),
            Noon if (1..=2).contains(&hour) => Some(written + 720),
            Second => twelve(false),
            Night if hour != 12 && (5..=23).contains(&hour) => twelve(false),
            DeadOfNight if hour < 5 || hour == 23 => Some(written),
            Small if hour == 12 => Some(written - 720),
            _ => None,
        }
    }
}
