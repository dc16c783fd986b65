//! An amount of money, as a page writes it.
//!
//! A number is an amount only with its currency: a bare 66 may be a count. Two
//! amounts in one place are none, because nobody can say which one is meant.

/// An amount with its currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The currency's sign, as the page writes it; `元` for yuan after a number.
    pub sign: String,
    /// Hundredths of the unit.
    pub hundredths: u64,
    /// Sign and number as they stand on the page.
    pub text: String,
}

/// Signs before a number, the longer first where one ends in another.
const BEFORE: &[&str] = &[
    "NT$", "HK$", "US$", "S$", "R$", "A$", "RMB", "CNY", "TWD", "USD", "¥", "￥", "$", "€", "£",
    "฿", "₫", "₱", "RM", "Rp", "₹",
];

/// Signs after a number.
const AFTER: &[&str] = &["元", "圆", "圓", "₫", "đ", "€", "฿", "บาท"];

impl Amount {
    /// Reads the one amount in the text.
    pub fn read(text: &str) -> Option<Self> {
        let mut found = None;
        let mut at = 0;
        while let Some(number) = Number::next(text, at) {
            at = number.end;
            // `1.2万` and `66-99` are no amounts that this reader knows.
            let more = ['万', '萬', '亿', '億', '-', '~', '～', '–', '—', '至'];
            let counted = text[number.end..].trim_start().starts_with(more);
            let Some((sign, start, end)) = number.sign(text) else { continue };
            if counted || found.is_some() {
                return None;
            }
            found = Some(Self {
                sign: sign.to_owned(),
                hundredths: number.hundredths()?,
                text: text[start..end].to_owned(),
            });
            at = end;
        }
        found
    }
}

/// A run of digits with separators, in place.
struct Number<'a> {
    digits: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Number<'a> {
    fn next(text: &'a str, from: usize) -> Option<Self> {
        let rest = text.get(from..)?;
        let start = from + rest.find(|c| digit(c).is_some())?;
        let run = text[start..]
            .find(|c| digit(c).is_none() && !matches!(c, '.' | ',' | '．' | '，'))
            .map_or(text.len(), |length| start + length);
        let digits = text[start..run].trim_end_matches(['.', ',', '．', '，']);
        Some(Self { digits, start, end: start + digits.len() })
    }

    /// The currency next to the number, and where sign and number stand.
    fn sign(&self, text: &'a str) -> Option<(&'static str, usize, usize)> {
        let before = text[..self.start].trim_end();
        let after = text[self.end..].trim_start();
        let first = BEFORE.iter().filter_map(|&sign| {
            let left = before.strip_suffix(sign)?;
            // A sign of letters is a word of its own: not the end of `FORM`.
            let own = !sign.starts_with(|c: char| c.is_ascii_alphabetic())
                || !left.ends_with(|c: char| c.is_ascii_alphabetic());
            own.then_some((sign, left.len(), self.end))
        });
        let first = first.max_by_key(|(sign, ..)| sign.len());
        first.or_else(|| {
            let sign = AFTER.iter().find(|&&sign| after.starts_with(sign))?;
            Some((*sign, self.start, text.len() - after.len() + sign.len()))
        })
    }

    /// The last separator with one or two digits after it is the decimal one;
    /// every other must part groups of three.
    fn hundredths(&self) -> Option<u64> {
        let plain: String = self
            .digits
            .chars()
            .filter_map(|c| digit(c).or(Some(if matches!(c, '.' | '．') { '.' } else { ',' })))
            .collect();
        let (whole, fraction) = match plain.rsplit_once(['.', ',']) {
            Some((whole, fraction)) if fraction.len() <= 2 => (whole, fraction),
            _ => (plain.as_str(), ""),
        };
        let mut groups = whole.split(['.', ',']);
        let first = groups.next().filter(|first| !first.is_empty())?;
        let mut digits = first.to_owned();
        for group in groups {
            if group.len() != 3 || first.len() > 3 {
                return None;
            }
            digits.push_str(group);
        }
        let units: u64 = digits.parse().ok()?;
        let cents: u64 = format!("{fraction:0<2}").parse().ok()?;
        units.checked_mul(100)?.checked_add(cents)
    }
}

/// The digit, full width or not.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use proptest::prelude::*;

    #[test]
    fn amounts() {
        for (text, expected) in [
            ("¥66.00", Some(("¥", 6600, "¥66.00"))),
            ("实付：￥1,299", Some(("￥", 129_900, "￥1,299"))),
            ("￥６６．５", Some(("￥", 6650, "￥６６．５"))),
            ("¥ 66", Some(("¥", 6600, "¥ 66"))),
            ("共2件 ¥66.00", Some(("¥", 6600, "¥66.00"))),
            ("299元", Some(("元", 29_900, "299元"))),
            ("299.90 元", Some(("元", 29_990, "299.90 元"))),
            ("NT$1,280", Some(("NT$", 128_000, "NT$1,280"))),
            ("US$ 12.5", Some(("US$", 1250, "US$ 12.5"))),
            ("$12", Some(("$", 1200, "$12"))),
            ("RM12.90", Some(("RM", 1290, "RM12.90"))),
            ("Rp150.000", Some(("Rp", 15_000_000, "Rp150.000"))),
            ("R$ 1.234,56", Some(("R$", 123_456, "R$ 1.234,56"))),
            ("120.000₫", Some(("₫", 12_000_000, "120.000₫"))),
            ("฿1,050.00", Some(("฿", 105_000, "฿1,050.00"))),
            // No currency, two amounts, or a number that nobody writes so.
            ("66.00", None),
            ("2件", None),
            ("", None),
            ("¥", None),
            ("¥299.00 优惠 ¥300.00", None),
            ("¥1.2万", None),
            ("¥66-99", None),
            ("¥66 ~ ¥99", None),
            ("¥1,29,9", None),
            ("FORM12", None),
            ("¥99999999999999999999", None),
        ] {
            let got = Amount::read(text);
            let got = got.as_ref().map(|a| (a.sign.as_str(), a.hundredths, a.text.as_str()));
            assert_eq!(got, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(units in 0u64..10_000_000, cents in 0u64..100) {
            let text = format!("金额 ¥{units}.{cents:02}");
            prop_assert_eq!(Amount::read(&text).map(|a| a.hundredths), Some(units * 100 + cents));
        }

        #[test]
        fn any_text_can_be_read(text in "[¥$RNT元万.,，０-９0-9 a]{0,16}") {
            if let Some(amount) = Amount::read(&text) {
                prop_assert!(text.contains(&amount.text));
            }
        }
    }
}
