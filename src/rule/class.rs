//! What is no word, but is recognised all the same: numbers, account names,
//! links. A phrase speaks of them by name, as it does of a pack's own words.

use super::link::links;
use super::published;
use crate::shop::Shop;
use crate::text::{Folded, Unit};

/// The classes. Their numbers are the first atoms of every lexicon.
pub(super) const NAMES: [&str; 11] = [
    "n",
    "digits",
    "handle",
    "link",
    "email",
    "token",
    "veiled",
    "phone",
    "ship-time",
    "refund-time",
    "date",
];

const N: u32 = 0;
const DIGITS: u32 = 1;
const HANDLE: u32 = 2;
pub(super) const LINK: u32 = 3;
pub(super) const EMAIL: u32 = 4;
const TOKEN: u32 = 5;
const VEILED: u32 = 6;
pub(super) const PHONE: u32 = 7;
pub(super) const SHIP_TIME: u32 = 8;
pub(super) const REFUND_TIME: u32 = 9;
const DATE: u32 = 10;

/// A mobile number has so many digits.
const MOBILE: usize = 11;

/// The characters that count, by their low byte: most characters are told from
/// them by this alone.
static LOW: [bool; 256] = low_bytes();

const NUMERALS: [char; 30] = [
    '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '幺', '壹', '贰', '叁', '肆',
    '伍', '陆', '柒', '捌', '玖', '十', '百', '千', '万', '两', '几', '半', '数', '多',
];

/// The first of [`NUMERALS`] that stand for one digit.
const FIGURES: usize = 21;

const fn low_bytes() -> [bool; 256] {
    let mut low = [false; 256];
    let mut place = 0;
    while place < NUMERALS.len() {
        low[NUMERALS[place] as usize & 0xFF] = true;
        place += 1;
    }
    low
}

/// What a form is to a number or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A digit as in `3`.
    Digit,
    /// A digit in characters: `三` `叁`. One of them says nothing; a run does.
    Figure,
    /// A character that counts: `十` `几`.
    Count,
    /// A Latin letter.
    Letter,
    /// The sign of money.
    Money,
    Other,
}

impl Kind {
    #[inline]
    fn of(form: char) -> Kind {
        match form {
            '0'..='9' => Kind::Digit,
            'a'..='z' => Kind::Letter,
            '¥' => Kind::Money,
            _ if form < '〇' || !LOW[form as usize & 0xFF] => Kind::Other,
            _ => match NUMERALS.iter().position(|numeral| *numeral == form) {
                Some(place) if place < FIGURES => Kind::Figure,
                Some(_) => Kind::Count,
                None => Kind::Other,
            },
        }
    }

    /// Digits in any writing.
    fn is_digit(self) -> bool {
        matches!(self, Kind::Digit | Kind::Figure)
    }
}

/// A unit that is something to a number or a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked {
    place: u32,
    kind: Kind,
}

/// Finds every class in a draft; `asked` has a bit for each class that any
/// phrase speaks of, and `marked` is room.
pub(super) fn find(
    raw: &[u16],
    folded: &Folded,
    shop: &Shop,
    asked: u32,
    marked: &mut Vec<Marked>,
    mut found: impl FnMut(u32, usize, usize),
) {
    if asked == 0 {
        return;
    }
    marked.clear();
    let between = |place: usize| {
        let figure = |unit: &Unit| Kind::of(unit.form).is_digit();
        let before = place.checked_sub(1).and_then(|before| folded.units.get(before));
        before.is_some_and(figure) && folded.units.get(place + 1).is_some_and(figure)
    };
    let (mut digits, mut counts, mut letters, mut money) = (0, 0, 0, 0);
    for (place, unit) in (0..).zip(&folded.units) {
        let kind = match Kind::of(unit.form) {
            // A three only between other figures: `參加` counts nothing.
            Kind::Other if unit.form == '参' && between(place as usize) => Kind::Figure,
            kind => kind,
        };
        match kind {
            Kind::Digit | Kind::Figure => digits += 1,
            Kind::Count => counts += 1,
            Kind::Letter => letters += 1,
            Kind::Money => money += 1,
            Kind::Other => continue,
        }
        marked.push(Marked { place, kind });
    }
    let asks = |class: u32| asked >> class & 1 == 1;
    let runs = Runs { units: &folded.units, marked };
    if asks(N) && digits + counts > 0 {
        runs.each(
            |one| one.kind.is_digit() || one.kind == Kind::Count,
            |start, end| found(N, start, end),
        );
    }
    if asks(DIGITS) && digits >= 2 {
        runs.digits(|start, end| found(DIGITS, start, end));
    }
    if asks(HANDLE) && digits + letters > 3 {
        runs.handles(|start, end| found(HANDLE, start, end));
    }
    if asks(VEILED) && digits >= MOBILE {
        runs.veiled(raw, |start, end| found(VEILED, start, end));
    }
    if asks(DATE) && digits > 1 {
        runs.dates(raw, |start, end| found(DATE, start, end));
    }
    if asks(TOKEN) && money > 1 {
        tokens(&folded.units, |start, end| found(TOKEN, start, end));
    }
    if (asks(LINK) || asks(EMAIL)) && letters > 1 {
        links(raw, folded, shop, &mut found);
    }
    if (asks(PHONE) || asks(SHIP_TIME) || asks(REFUND_TIME)) && digits + counts > 0 {
        published::find(folded, shop, &mut found);
    }
}

/// What a number or a name may be made of, in text order.
struct Runs<'a> {
    units: &'a [Unit],
    marked: &'a [Marked],
}

impl Runs<'_> {
    /// Runs of units that touch each other and belong to something.
    fn each(&self, belongs: impl Fn(&Marked) -> bool, mut push: impl FnMut(usize, usize)) {
        let mut run: Option<(usize, usize)> = None;
        for one in self.marked.iter().filter(|one| belongs(one)) {
            let place = one.place as usize;
            let touches = self.units.get(place).is_some_and(Unit::touches);
            run = match run {
                Some((start, end)) if end == place && touches => Some((start, place + 1)),
                Some((start, end)) => {
                    push(start, end);
                    Some((place, place + 1))
                }
                None => Some((place, place + 1)),
            };
        }
        if let Some((start, end)) = run {
            push(start, end);
        }
    }

    /// Runs of digits. A letter O between them is a nought.
    fn digits(&self, mut push: impl FnMut(usize, usize)) {
        let is_o = |one: &Marked| {
            one.kind == Kind::Letter
                && self.units.get(one.place as usize).is_some_and(|unit| unit.form == 'o')
        };
        let is_digit = |unit: &Unit| Kind::of(unit.form).is_digit();
        self.each(
            |one| one.kind.is_digit() || is_o(one),
            |start, end| {
                let run = self.units.get(start..end).unwrap_or_default();
                let bounds = run.iter().position(is_digit).zip(run.iter().rposition(is_digit));
                if let Some((first, last)) = bounds.filter(|(first, last)| last - first >= 4) {
                    push(start + first, start + last + 1);
                }
            },
        );
    }

    /// A month and a day with a sign between: `12.3` `11/20` `9-15`. Another
    /// sign and figure on either side make it something else.
    fn dates(&self, raw: &[u16], mut push: impl FnMut(usize, usize)) {
        let sign = |place: usize| match (
            place.checked_sub(1).and_then(|at| self.units.get(at)),
            self.units.get(place),
        ) {
            (Some(before), Some(unit)) if unit.noise == 1 && unit.start == before.end + 1 => {
                raw.get(before.end as usize).is_some_and(|code| {
                    [b'.', b'/', b'-'].iter().any(|sign| u16::from(*sign) == *code)
                })
            }
            _ => false,
        };
        let number = |start: usize, end: usize| {
            let figures = self.units.get(start..end).unwrap_or_default().iter();
            let value = |number: u32, unit: &Unit| Some(number * 10 + unit.form.to_digit(10)?);
            if end - start > 2 {
                None
            } else {
                figures.copied().try_fold(0, |n, unit| value(n, &unit))
            }
        };
        self.each(
            |one| one.kind == Kind::Digit,
            |start, end| {
                let parts: Vec<usize> = (start + 1..end).filter(|place| sign(*place)).collect();
                let [middle] = parts[..] else { return };
                let month = number(start, middle).is_some_and(|month| (1..=12).contains(&month));
                let day = number(middle, end).is_some_and(|day| (1..=31).contains(&day));
                if month && day {
                    push(start, end);
                }
            },
        );
    }

    /// Runs of letters and digits. The name of an app may stand before the
    /// account, a space between.
    fn handles(&self, mut push: impl FnMut(usize, usize)) {
        self.each(
            |one| matches!(one.kind, Kind::Digit | Kind::Letter),
            |start, end| {
                for place in start..end.saturating_sub(3) {
                    if place == start || self.units.get(place).is_some_and(|unit| unit.noise > 0) {
                        push(place, end);
                    }
                }
            },
        );
    }

    /// A mobile number that is written so that no one sees it: in characters
    /// or in circled digits.
    fn veiled(&self, raw: &[u16], mut push: impl FnMut(usize, usize)) {
        let plain = |unit: &Unit| raw.get(unit.start as usize).is_some_and(|code| *code < 0x80);
        self.each(
            |one| one.kind.is_digit(),
            |start, end| {
                let run = self.units.get(start..end).unwrap_or_default();
                let mobile = run.first().is_some_and(|unit| "1一壹幺".contains(unit.form));
                if run.len() == MOBILE && mobile && !run.iter().all(plain) {
                    push(start, end);
                }
            },
        );
    }
}

/// The sealed words of a shopping app: letters and digits between two signs of money.
fn tokens(units: &[Unit], mut push: impl FnMut(usize, usize)) {
    let mut open: Option<usize> = None;
    for (place, unit) in units.iter().enumerate() {
        if unit.form == '¥' {
            if let Some(start) = open.filter(|start| (8..=24).contains(&(place - start))) {
                push(start, place + 1);
            }
            open = Some(place);
        } else if !unit.form.is_ascii_alphanumeric() {
            open = None;
        }
    }
}
