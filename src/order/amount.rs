//! An amount of money, as a page writes it.
//!
//! A number is an amount only with its currency: a bare 66 may be a count. Two
//! amounts in one place are none, because nobody can say which one is meant, and
//! nothing is none: it stands where nothing was paid yet. What a
//! point and a comma are, the currency decides; a number that can be read in two ways,
//! or that nobody writes so, is not read.

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

/// What stands between the digits of a currency's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Custom {
    /// A comma parts groups of three, a point the cents: `1,299.00`. So `15.999` and
    /// `12,50` are a slip or another country's, and are not read.
    Point,
    /// The same with groups of two before the last one, or of three: `1,29,900`.
    Lakh,
    /// Both are in use. One or two digits behind the last of them are cents; three are a
    /// group, because there are no prices in thousandths, or no cents at all.
    Either,
}

/// Signs before a number, and how its numbers are written.
const BEFORE: &[(&str, Custom)] = &[
    ("NT$", Custom::Point),
    ("HK$", Custom::Point),
    ("US$", Custom::Point),
    ("S$", Custom::Point),
    ("R$", Custom::Either),
    ("A$", Custom::Point),
    ("RMB", Custom::Point),
    ("CNY", Custom::Point),
    ("TWD", Custom::Point),
    ("USD", Custom::Point),
    ("¥", Custom::Point),
    ("￥", Custom::Point),
    ("$", Custom::Point),
    ("€", Custom::Either),
    ("£", Custom::Point),
    ("฿", Custom::Point),
    ("₫", Custom::Either),
    ("₱", Custom::Point),
    ("RM", Custom::Point),
    ("Rp", Custom::Either),
    ("₹", Custom::Lakh),
];

/// Signs after a number.
const AFTER: &[(&str, Custom)] = &[
    ("元", Custom::Point),
    ("圆", Custom::Point),
    ("圓", Custom::Point),
    ("₫", Custom::Either),
    ("đ", Custom::Either),
    ("€", Custom::Either),
    ("฿", Custom::Point),
    ("บาท", Custom::Point),
];

/// What makes more of a number than stands there, or a range of it: `1.2万`, `150rb`,
/// `66-99`.
const MORE: &[&str] = &[
    "万", "萬", "亿", "億", "千", "百", "-", "~", "～", "–", "—", "至", "mil", "ribu", "rb",
    "juta", "jt", "nghìn", "ngàn", "triệu", "tr",
];

/// What some countries put between groups of digits, where others begin a new number.
const GAPS: [char; 6] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’'];

impl Amount {
    /// Reads the one amount in the text.
    pub fn read(text: &str) -> Option<Self> {
        let mut found = None;
        let mut at = 0;
        while let Some(number) = Number::next(text, at) {
            at = number.end;
            let Some(Sign { sign, custom, start, end }) = number.sign(text) else { continue };
            let taken_off = text[..start].ends_with(['-', '−']);
            if number.is_more(text, custom)
                || text[end..].starts_with(|c| digit(c).is_some())
                || taken_off
                || found.is_some()
            {
                return None;
            }
            found = Some(Self {
                sign: sign.to_owned(),
                hundredths: number.hundredths(custom)?,
                text: text[start..end].to_owned(),
            });
            at = end;
        }
        found.filter(|it| it.hundredths > 0)
    }

    /// Whether this is a number, and nothing that is to be paid: `0`, `¥0.00`, `-¥5`.
    pub fn is_nothing(text: &str) -> bool {
        let mut digits = text.chars().filter_map(digit).peekable();
        let before = text.split(|c| digit(c).is_some()).next().unwrap_or_default();
        let less = before.contains(['-', '−']);
        digits.peek().is_some() && (less || digits.all(|digit| digit == '0'))
    }
}

/// The currency of a number, and where both of them stand.
struct Sign {
    sign: &'static str,
    custom: Custom,
    start: usize,
    end: usize,
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

    /// The currency next to the number.
    fn sign(&self, text: &'a str) -> Option<Sign> {
        let before = text[..self.start].trim_end();
        let after = text[self.end..].trim_start();
        let first = BEFORE.iter().filter_map(|&(sign, custom)| {
            let left = before.strip_suffix(sign)?;
            // A sign of letters is a word of its own: not the end of `FORM`.
            let own = !sign.starts_with(|c: char| c.is_ascii_alphabetic())
                || !left.ends_with(|c: char| c.is_ascii_alphabetic());
            own.then_some(Sign { sign, custom, start: left.len(), end: self.end })
        });
        let first = first.max_by_key(|it| it.sign.len());
        first.or_else(|| {
            let (sign, custom) = *AFTER.iter().find(|(sign, _)| after.starts_with(sign))?;
            let end = text.len() - after.len() + sign.len();
            Some(Sign { sign, custom, start: self.start, end })
        })
    }

    /// Whether more of the number stands before or behind it: `1.2万`, `66-99`, `$12k`,
    /// `1 299,00 €`.
    fn is_more(&self, text: &str, custom: Custom) -> bool {
        let (before, after) = (&text[..self.start], &text[self.end..]);
        let counted = after.trim_start().to_lowercase();
        let signed = AFTER.iter().any(|(sign, _)| after.starts_with(sign));
        let lettered = !signed && after.starts_with(|c: char| c.is_ascii_alphabetic());
        // Three digits beside a gap may be a group of the same number.
        let group = |digits: &str| {
            digits.chars().take_while(|c| digit(*c).is_some()).count() == 3
                && digits.chars().nth(3).is_none_or(|c| digit(c).is_none())
        };
        let whole = !self.digits.contains(['.', '．']);
        let follows = whole && after.strip_prefix(GAPS).is_some_and(group);
        let led = before.strip_suffix(GAPS).is_some_and(|left| {
            // `2 299元` is a count before an amount.
            let count = custom != Custom::Either && before.ends_with(' ');
            !count && left.ends_with(|c| digit(c).is_some())
        });
        let more = |word: &&str| {
            let left = counted.strip_prefix(*word);
            left.is_some_and(|left| {
                !word.is_ascii() || !left.starts_with(|c: char| c.is_alphabetic())
            })
        };
        // `59 . 90`: the cents stand apart.
        let spaced = after.trim_start();
        let apart = spaced.len() < after.len()
            && spaced
                .strip_prefix(['.', ','])
                .is_some_and(|cents| cents.trim_start().starts_with(|c| digit(c).is_some()));
        MORE.iter().any(more) || apart || lettered || follows || (led && group(self.digits))
    }

    /// The amount in hundredths, if it is written as the currency's numbers are.
    fn hundredths(&self, custom: Custom) -> Option<u64> {
        let plain: String = self
            .digits
            .chars()
            .filter_map(|c| digit(c).or(Some(if matches!(c, '.' | '．') { '.' } else { ',' })))
            .collect();
        let last = plain.rfind(['.', ',']);
        let (whole, mark, fraction) = match last {
            Some(at) if plain.len() - at <= 3 => {
                (&plain[..at], plain.get(at..=at), &plain[at + 1..])
            }
            _ => (plain.as_str(), None, ""),
        };
        let marks: Vec<char> = whole.chars().filter(|c| matches!(c, '.' | ',')).collect();
        // One mark parts the groups, and another one the cents.
        let groups_by = marks.first().copied();
        let mixed = marks.iter().any(|mark| Some(*mark) != groups_by);
        let same = mark.is_some() && mark.and_then(|mark| mark.chars().next()) == groups_by;
        // A comma before cents, or a point between groups, takes the other one to be clear.
        let foreign = custom != Custom::Either
            && matches!((groups_by, mark), (Some('.'), None) | (None, Some(",")));
        if mixed || same || foreign {
            return None;
        }
        let groups: Vec<&str> = whole.split(['.', ',']).collect();
        let (first, rest) = groups.split_first()?;
        let lakh = custom == Custom::Lakh && rest.len() > 1 && first.len() <= 2;
        let widths = |group: usize| rest.iter().rev().skip(1).all(|it| it.len() == group);
        let parted = rest.last().is_none_or(|it| it.len() == 3)
            && (widths(3) || (lakh && widths(2)))
            && (rest.is_empty() || (first.len() <= 3 && !first.starts_with('0')));
        if first.is_empty() || !parted {
            return None;
        }
        let units: u64 = groups.concat().parse().ok()?;
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
            // What a point and a comma are, the currency decides.
            ("1.299,00 €", Some(("€", 129_900, "1.299,00 €"))),
            ("€1,299.00", Some(("€", 129_900, "€1,299.00"))),
            ("€12,50", Some(("€", 1250, "€12,50"))),
            ("€1.299", Some(("€", 129_900, "€1.299"))),
            ("¥1.299,00", Some(("¥", 129_900, "¥1.299,00"))),
            ("12.345₫", Some(("₫", 1_234_500, "12.345₫"))),
            ("12,345 đ", Some(("đ", 1_234_500, "12,345 đ"))),
            ("Rp 1.234.567", Some(("Rp", 123_456_700, "Rp 1.234.567"))),
            ("Rp 150.000,00", Some(("Rp", 15_000_000, "Rp 150.000,00"))),
            ("₹1,29,900", Some(("₹", 12_990_000, "₹1,29,900"))),
            ("₹12,34,567.50", Some(("₹", 123_456_750, "₹12,34,567.50"))),
            ("₹1,299", Some(("₹", 129_900, "₹1,299"))),
            ("¥1,234,567", Some(("¥", 123_456_700, "¥1,234,567"))),
            ("¥0.99", Some(("¥", 99, "¥0.99"))),
            // The same where it may be either, or is a slip.
            ("¥15.999", None),
            ("¥12.345", None),
            ("12.345元", None),
            ("$12,50", None),
            ("￥12，5", None),
            ("NT$1.280", None),
            ("¥1,29,900", None),
            ("₹1,2,900", None),
            ("₹129,90,000.5.0", None),
            ("¥0.999", None),
            ("€0.999", None),
            ("€1.299.00", None),
            ("¥1,299,00", None),
            ("¥1,234.567", None),
            ("€1.234,567", None),
            ("Rp1,234.567,00", None),
            // More of the number stands beside it.
            ("1 299,00 €", None),
            ("1\u{a0}299,00 €", None),
            ("1'299.00 €", None),
            ("¥1 299.00", None),
            ("Rp 150 000", None),
            ("$12k", None),
            ("RM1.2K", None),
            ("Rp150rb", None),
            ("R$ 2 mil", None),
            ("¥3千", None),
            ("¥66x2", None),
            ("¥1e9", None),
            ("99元9角", None),
            ("¥ 59 . 90", None),
            ("¥1’299.00", None),
            ("2 299元", Some(("元", 29_900, "299元"))),
            ("¥12 trending", Some(("¥", 1200, "¥12"))),
            // It is taken off, and not to be paid.
            ("-¥10.00", None),
            ("优惠 −¥10.00", None),
            // No currency, two amounts, or a number that nobody writes so.
            ("12.345", None),
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
        fn any_text_can_be_read(text in "[¥$€₹RNTp元万.,，０-９0-9 'a]{0,16}") {
            if let Some(amount) = Amount::read(&text) {
                prop_assert!(text.contains(&amount.text));
            }
        }
    }
}
