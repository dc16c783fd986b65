//! Links and mail addresses, as they are written to get past a reader: wide,
//! with a dot in words, with signs that nobody sees between.

use super::class::{EMAIL, LINK};
use crate::shop::Shop;
use crate::text::{Folded, Unit, form_of};

/// Endings of a host name that shops and shorteners use.
const ENDINGS: [&str; 25] = [
    "com", "cn", "net", "tw", "hk", "org", "shop", "top", "cc", "me", "vip", "xyz", "store", "io",
    "co", "site", "link", "ee", "gl", "gg", "ly", "app", "fun", "club", "info",
];

/// A character of an address, as written.
struct Letter {
    form: char,
    start: u32,
    end: u32,
}

/// Finds the links and mail addresses of a draft that are not the shop's own.
pub(super) fn links(
    raw: &[u16],
    folded: &Folded,
    shop: &Shop,
    found: &mut impl FnMut(u32, usize, usize),
) {
    if !(0..folded.units.len()).any(|place| ends_a_host(&folded.units[place..])) {
        return;
    }
    let letters = letters(raw);
    let mut at = 0;
    while at < letters.len() {
        let end = host_end(&letters, at);
        if end == at {
            at += 1;
            continue;
        }
        let mut stop = end;
        let path = letters.get(end).is_some_and(|letter| letter.form == '/');
        if host_ends_well(&written(&letters[at..end]), path) {
            while letters.get(stop).is_some_and(|letter| is_path(letter.form)) {
                stop += 1;
            }
            let mail = at > 0 && letters[at - 1].form == '@';
            let (from, to) = (letters[at].start, letters[stop - 1].end);
            let units = folded.units.partition_point(|unit| unit.end <= from)
                ..folded.units.partition_point(|unit| unit.start < to);
            if mail {
                found(EMAIL, units.start, units.end);
            } else if !is_own(&written(&letters[at..stop]), shop) {
                found(LINK, units.start, units.end);
            }
        }
        at = stop.max(at + 1);
    }
}

/// Whether units begin with the ending of a host name.
fn ends_a_host(units: &[Unit]) -> bool {
    let letter = units.first().is_some_and(|unit| unit.form.is_ascii_lowercase());
    let begins = |ending: &&str| {
        units.len() >= ending.len()
            && ending.chars().zip(units).all(|(form, unit)| unit.form == form)
    };
    letter && ENDINGS.iter().any(begins)
}

fn written(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.form).collect()
}

/// The raw text with widths folded and the invisible left out; a dot may be
/// written in any way.
fn letters(raw: &[u16]) -> Vec<Letter> {
    let mut at = 0;
    let mut letters = Vec::new();
    for character in char::decode_utf16(raw.iter().copied()) {
        let start = at;
        at += character.as_ref().map_or(1, |character| character.len_utf16()) as u32;
        let Ok(character) = character else { continue };
        let form = match character {
            '。' | '．' | '点' | '點' | '｡' => '.',
            '／' => '/',
            '？' => '?',
            '＝' => '=',
            '＠' => '@',
            '：' => ':',
            '.' | '/' | '?' | '=' | '@' | '-' | '_' | '&' | '%' | '#' | ':' | '~' => character,
            _ => match form_of(character) {
                Some(form) => form,
                None if character.is_whitespace() => ' ',
                None => continue,
            },
        };
        letters.push(Letter { form, start, end: at });
    }
    letters
}

fn is_host(form: char) -> bool {
    form.is_ascii_alphanumeric() || form == '-' || form == '_'
}

fn is_path(form: char) -> bool {
    is_host(form) || ".:/?=&%#~".contains(form)
}

/// The end of a run of host letters with dots between them.
fn host_end(letters: &[Letter], at: usize) -> usize {
    let is = |place: usize, test: fn(char) -> bool| {
        letters.get(place).is_some_and(|letter| test(letter.form))
    };
    let mut end = at;
    while is(end, is_host) || (end > at && is(end, |form| form == '.') && is(end + 1, is_host)) {
        end += 1;
    }
    end
}

/// Whether a host name ends as one does. The name before the ending may be a
/// single letter only where a path follows, as in `t.cn/A6x`.
fn host_ends_well(host: &str, path: bool) -> bool {
    let mut labels = host.rsplit('.');
    let ending = labels.next().unwrap_or_default();
    labels.next().is_some_and(|label| label.len() > 1 || (path && label.len() == 1))
        && ENDINGS.contains(&ending)
}

/// Whether an address is the shop's own: an allowed prefix, and nothing that
/// makes it another address.
fn is_own(address: &str, shop: &Shop) -> bool {
    shop.own_links.iter().any(|own| {
        let own = own.to_ascii_lowercase();
        address
            .strip_prefix(own.as_str())
            .is_some_and(|rest| !rest.starts_with(|form: char| is_host(form) || form == '.'))
    })
}
