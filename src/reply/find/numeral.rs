//! Numbers, which are written in digits or in characters: 7天 is 七天.
//!
//! A word with a number in it is looked for in its other spelling as well, which may
//! be longer or shorter: 15 is 十五. What a number is read as where nobody counts, such
//! as 一下 as 1下, stands nowhere and finds nothing.

/// Longer numbers are names, such as an order's, and are spelled in one way.
const LONGEST: usize = 4;

/// The characters of 0 to 9.
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// What a digit is multiplied by, from the right.
const UNITS: [(char, u32); 3] = [('千', 1_000), ('百', 100), ('十', 10)];

/// The word with its numbers spelled in each other way, if it has any.
pub(super) fn respelled(word: &[char]) -> Vec<Vec<char>> {
    let in_digits = spelled(word, is_numeral, |run| Some(value(run)?.to_string()));
    let in_characters = |couple| {
        let number = move |run: &[char]| Some(in_words(value_of_digits(run)?, couple));
        spelled(word, |c| c.is_ascii_digit(), number)
    };
    let mut ways = vec![in_digits, in_characters('二'), in_characters('两')];
    ways.retain(|way| way != word);
    ways.dedup();
    ways
}

/// The word with every run of such characters in other ones, where there are some.
fn spelled(
    word: &[char],
    counts: impl Fn(char) -> bool,
    otherwise: impl Fn(&[char]) -> Option<String>,
) -> Vec<char> {
    let mut spelled = Vec::with_capacity(word.len());
    for run in word.chunk_by(|a, b| counts(*a) == counts(*b)) {
        let counted = run.first().is_some_and(|first| counts(*first));
        match otherwise(run).filter(|_| counted) {
            Some(number) => spelled.extend(number.chars()),
            None => spelled.extend_from_slice(run),
        }
    }
    spelled
}

/// Whether a number may be written with the character.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

fn digit(c: char) -> Option<u32> {
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => DIGITS.iter().zip(0..).find(|(known, _)| **known == c).map(|(_, digit)| digit),
    }
}

fn unit(c: char) -> Option<u32> {
    UNITS.iter().find(|(known, _)| *known == c).map(|(_, unit)| *unit)
}

/// The number that is written in characters: with units, or digit by digit.
fn value(run: &[char]) -> Option<u32> {
    if run.iter().all(|c| digit(*c).is_some()) {
        let short = run.len() <= LONGEST && (run.len() == 1 || digit(*run.first()?) != Some(0));
        return short.then(|| run.iter().filter_map(|c| digit(*c)).fold(0, |n, it| n * 10 + it));
    }
    let (mut sum, mut ones, mut least) = (0, None, u32::MAX);
    for &c in run {
        match (digit(c), unit(c)) {
            // A zero only says that a unit is left out.
            (Some(0), _) if ones.is_none() => {}
            (Some(digit), _) if ones.is_none() => ones = Some(digit),
            // Ten is said without a one before it.
            (_, Some(unit)) if unit < least && (ones.is_some() || (unit == 10 && sum == 0)) => {
                sum += ones.take().unwrap_or(1) * unit;
                least = unit;
            }
            _ => return None,
        }
    }
    Some(sum + ones.unwrap_or(0))
}

fn value_of_digits(run: &[char]) -> Option<u32> {
    let plain = run.len() == 1 || run.first() != Some(&'0');
    let short = plain && run.len() <= LONGEST;
    short.then(|| run.iter().filter_map(|c| c.to_digit(10)).fold(0, |n, it| n * 10 + it))
}

/// A number below ten thousand as it is said, with this character for a couple: people
/// say 两 by itself and before a hundred and a thousand.
fn in_words(number: u32, couple: char) -> String {
    if let Some(digit) = DIGITS.get(number as usize) {
        return if number == 2 { couple } else { *digit }.to_string();
    }
    let mut said = String::new();
    let mut rest = number;
    let mut gap = false;
    for (name, unit) in UNITS.into_iter().chain([(' ', 1)]) {
        let digit = (rest / unit) as usize;
        rest %= unit;
        if digit == 0 {
            gap |= !said.is_empty() && rest > 0;
            continue;
        }
        if gap {
            said.push('零');
            gap = false;
        }
        match digit {
            // Fifteen is 十五, but a hundred and fifteen 一百一十五.
            1 if unit == 10 && said.is_empty() => {}
            2 if unit >= 100 => said.push(couple),
            _ => said.extend(DIGITS.get(digit)),
        }
        said.extend((unit > 1).then_some(name));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{in_words, respelled, value};

    #[test]
    fn numbers_are_written_in_both_ways() {
        for (word, ways) in [
            ("7天", "七天"),
            ("七天", "7天"),
            ("2件", "二件 两件"),
            ("两件", "2件"),
            ("二件", "2件"),
            ("15天", "十五天"),
            ("十五天", "15天"),
            ("十天", "10天"),
            ("30天", "三十天"),
            ("24小时", "二十四小时"),
            ("四十八小时", "48小时"),
            ("满200减20", "满二百减二十 满两百减二十"),
            ("一百零五", "105"),
            ("一二三", "123"),
            ("二〇二六年", "2026年"),
            ("3期免息", "三期免息"),
            ("七tian", "7tian"),
            ("一下", "1下"),
            // What is no number stays as it is.
            ("百分之五", "百分之5"),
            ("百货", ""),
            ("十十", ""),
            ("12306", ""),
            ("007", ""),
            ("退货", ""),
            ("", ""),
        ] {
            let word: Vec<char> = word.chars().collect();
            let got: Vec<String> = respelled(&word).into_iter().map(String::from_iter).collect();
            assert_eq!(got.join(" "), ways, "{word:?}");
        }
    }

    #[test]
    fn what_is_said_is_read_as_the_same_number() {
        for number in 0..10_000 {
            for couple in ['二', '两'] {
                let said: Vec<char> = in_words(number, couple).chars().collect();
                assert_eq!(value(&said), Some(number), "{said:?}");
            }
        }
    }
}
