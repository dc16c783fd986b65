//! What a shop publishes about itself, as a draft says it: its telephone
//! numbers, and the times that it ships and refunds within.

use super::class::{PHONE, REFUND_TIME, SHIP_TIME};
use crate::shop::Shop;
use crate::text::Folded;

/// Finds telephone numbers that are not the shop's, and times that are not
/// shorter than what it publishes.
pub(super) fn find(folded: &Folded, shop: &Shop, found: &mut impl FnMut(u32, usize, usize)) {
    if !shop.telephones.is_empty() {
        numbers(folded, shop, found);
    }
    if shop.ship_within_hours.is_some() || shop.refund_within_hours.is_some() {
        times(folded, shop, found);
    }
}

fn numbers(folded: &Folded, shop: &Shop, found: &mut impl FnMut(u32, usize, usize)) {
    let digit = |place: usize| folded.units.get(place).is_some_and(|u| u.form.is_ascii_digit());
    let own = |number: &str| {
        shop.telephones.iter().any(|own| {
            let own: String = own.chars().filter(char::is_ascii_digit).collect();
            own.ends_with(number) || (!own.is_empty() && number.ends_with(&own))
        })
    };
    let mut start = 0;
    while start < folded.units.len() {
        let mut end = start;
        while digit(end) && (end == start || folded.touches(end)) {
            end += 1;
        }
        if (7..=12).contains(&(end - start)) {
            let number: String = folded.units[start..end].iter().map(|unit| unit.form).collect();
            if !own(&number) {
                found(PHONE, start, end);
            }
        }
        start = end.max(start + 1);
    }
}

/// How many hours the units of time have, the longer words first.
const UNITS: &[(&str, u32)] = &[
    ("个工作日", 24),
    ("个工作天", 24),
    ("工作日", 24),
    ("工作天", 24),
    ("个小时", 1),
    ("小时", 1),
    ("个钟头", 1),
    ("h", 1),
    ("天", 24),
    ("日", 24),
    ("个星期", 168),
    ("星期", 168),
    ("周", 168),
];

fn times(folded: &Folded, shop: &Shop, found: &mut impl FnMut(u32, usize, usize)) {
    let mut start = 0;
    while start < folded.units.len() {
        let mut end = start;
        // In `1-3天` the sign parts two numbers, and the last one counts.
        while folded
            .units
            .get(end)
            .is_some_and(|unit| value(unit.form).is_some() && (end == start || unit.noise == 0))
        {
            end += 1;
        }
        let rest: String = folded.units[end..].iter().take(4).map(|unit| unit.form).collect();
        let unit = UNITS.iter().find(|(unit, _)| rest.starts_with(unit)).filter(|_| end > start);
        if let Some((unit, hours)) = unit {
            let number = number(folded.units[start..end].iter().map(|unit| unit.form));
            let hours = number.saturating_mul(*hours);
            let to = end + unit.chars().count();
            for (class, published) in
                [(SHIP_TIME, shop.ship_within_hours), (REFUND_TIME, shop.refund_within_hours)]
            {
                if published.is_some_and(|published| hours >= u32::from(published)) {
                    found(class, start, to);
                }
            }
        }
        start = end.max(start + 1);
    }
}

fn value(form: char) -> Option<u32> {
    let place = "零一二三四五六七八九".chars().position(|numeral| numeral == form);
    match form {
        '两' => Some(2),
        '十' => Some(10),
        _ => form.to_digit(10).or(place.map(|place| place as u32)),
    }
}

/// `48`, `四十八`, `十`.
fn number(forms: impl Iterator<Item = char>) -> u32 {
    let (mut sum, mut last) = (0_u32, None);
    for form in forms {
        if form == '十' {
            sum = last.take().unwrap_or(1) * 10;
        } else {
            let digit = value(form).unwrap_or_default();
            last = Some(
                last.map_or(digit, |last: u32| last.saturating_mul(10))
                    + if last.is_some() { digit } else { 0 },
            );
        }
    }
    sum.saturating_add(last.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_in_either_writing() {
        for (written, value) in [
            ("48", 48),
            ("3", 3),
            ("四十八", 48),
            ("十", 10),
            ("十二", 12),
            ("七十二", 72),
            ("两", 2),
        ] {
            assert_eq!(number(written.chars()), value, "{written}");
        }
    }
}
