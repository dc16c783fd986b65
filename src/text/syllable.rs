//! Pinyin, as far as it is used to write around a word.
//!
//! The table is `syllables.txt`, written by `xtask/tables/syllables.py`: the
//! usual reading of the common characters, without tones. A run of Latin
//! letters or of Zhuyin is read as syllables if it is syllables from end to
//! end; anything else stays what it is.

use super::fold::Folded;

const TABLE: &str = include_str!("syllables.txt");

/// The place of the first character of the table.
const BASE: u32 = 0x4E00;

/// Syllables are written as private characters from here.
const PRIVATE: u32 = 0xE000;

/// Longer runs of letters are words or codes, not syllables.
const LONGEST: usize = 36;

/// Which characters are read how.
#[derive(Debug, Clone)]
pub struct Syllables {
    names: Vec<&'static str>,
    of: Vec<u16>,
}

/// A draft as it sounds.
#[derive(Debug, Clone, Default)]
pub struct Sounded {
    /// One character a syllable; what has no sound stands as it is.
    pub text: String,
    /// For each character of `text`, the units it stands for.
    pub units: Vec<Sound>,
}

/// What one character of a [`Sounded`] text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    /// The first unit.
    pub start: u32,
    /// The first unit after it.
    pub end: u32,
    /// Whether it was spelled, in letters or in Zhuyin.
    pub spelled: bool,
}

impl Default for Syllables {
    fn default() -> Self {
        let mut names = Vec::new();
        let mut of = vec![0; 0x9FFF - BASE as usize + 1];
        for line in TABLE.lines() {
            let Some((name, characters)) = line.split_once(' ') else { continue };
            names.push(name);
            for character in characters.chars() {
                if let Some(place) = of.get_mut((character as u32).wrapping_sub(BASE) as usize) {
                    *place = names.len() as u16;
                }
            }
        }
        Syllables { names, of }
    }
}

impl Syllables {
    /// A character as it sounds; itself if it has no sound here.
    pub fn sound(&self, form: char) -> char {
        let place = (form as u32).wrapping_sub(BASE) as usize;
        self.of.get(place).map_or(form, |number| private(*number).unwrap_or(form))
    }

    /// A folded draft as it sounds. The second value says whether anything in
    /// it was spelled.
    pub fn read(&self, folded: &Folded) -> (Sounded, bool) {
        let mut sounded = Sounded::default();
        let mut spelled = false;
        let mut at = 0;
        while let Some(unit) = folded.units.get(at) {
            let kind = Kind::of(unit.form);
            if kind == Kind::Other {
                sounded.push(self.sound(unit.form), at, at + 1, false);
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < folded.units.len()
                && Kind::of(folded.units[end].form) == kind
                && folded.touches(end)
            {
                end += 1;
            }
            let cuts = self.spell(folded, at, end, kind);
            spelled |= !cuts.is_empty();
            for (start, end, number) in &cuts {
                if let Some(form) = private(*number) {
                    sounded.push(form, *start, *end, true);
                }
            }
            if cuts.is_empty() {
                for place in at..end {
                    sounded.push(folded.units[place].form, place, place + 1, false);
                }
            }
            at = end;
        }
        (sounded, spelled)
    }

    /// Cuts a run into syllables: where the writer left spaces, if that works,
    /// else as one run. Empty if it is no pinyin.
    fn spell(
        &self,
        folded: &Folded,
        at: usize,
        end: usize,
        kind: Kind,
    ) -> Vec<(usize, usize, u16)> {
        let mut pieces = Vec::new();
        let mut start = at;
        for place in at + 1..=end {
            if place == end || folded.units[place].noise > 0 {
                pieces.push((start, place));
                start = place;
            }
        }
        let mut cuts = Vec::new();
        if pieces.iter().all(|(start, end)| self.cut(folded, *start, *end, kind, &mut cuts)) {
            return cuts;
        }
        cuts.clear();
        if pieces.len() > 1 && self.cut(folded, at, end, kind, &mut cuts) {
            cuts
        } else {
            Vec::new()
        }
    }

    /// Cuts one piece, longest syllables first; from its end backwards, so that
    /// no piece is tried twice.
    fn cut(
        &self,
        folded: &Folded,
        start: usize,
        end: usize,
        kind: Kind,
        cuts: &mut Vec<(usize, usize, u16)>,
    ) -> bool {
        if end - start > LONGEST {
            return false;
        }
        let longest = if kind == Kind::Letter { 6 } else { 3 };
        let mut steps: Vec<Option<(usize, u16)>> = vec![None; end - start];
        for place in (start..end).rev() {
            steps[place - start] = (1..=longest.min(end - place)).rev().find_map(|length| {
                let next = place + length;
                let goes_on = next == end || steps[next - start].is_some();
                let number = if goes_on { self.number(folded, place, next, kind) } else { None };
                number.map(|number| (next, number))
            });
        }
        let mut place = start;
        while let Some((next, number)) = steps.get(place - start).copied().flatten() {
            cuts.push((place, next, number));
            place = next;
        }
        place == end
    }

    /// The number of the syllable that these units spell.
    fn number(&self, folded: &Folded, start: usize, end: usize, kind: Kind) -> Option<u16> {
        let mut name: String = folded.units[start..end].iter().map(|unit| unit.form).collect();
        if kind == Kind::Zhuyin {
            name = romanised(&name);
        }
        self.names.binary_search(&name.as_str()).ok().map(|place| place as u16 + 1)
    }
}

impl Sounded {
    fn push(&mut self, form: char, start: usize, end: usize, spelled: bool) {
        self.text.push(form);
        self.units.push(Sound { start: start as u32, end: end as u32, spelled });
    }
}

fn private(number: u16) -> Option<char> {
    (number > 0).then(|| char::from_u32(PRIVATE + u32::from(number))).flatten()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Zhuyin,
    Other,
}

impl Kind {
    fn of(form: char) -> Kind {
        match form {
            'a'..='z' => Kind::Letter,
            '\u{3105}'..='\u{3129}' => Kind::Zhuyin,
            _ => Kind::Other,
        }
    }
}

/// Zhuyin initials and the vowels that follow, in pinyin.
const INITIALS: &str = "ㄅbㄆpㄇmㄈfㄉdㄊtㄋnㄌlㄍgㄎkㄏhㄐjㄑqㄒxㄓzhㄔchㄕshㄖrㄗzㄘcㄙs";
const FINALS: &[(&str, &str, &str)] = &[
    ("ㄚ", "a", "a"),
    ("ㄛ", "o", "o"),
    ("ㄜ", "e", "e"),
    ("ㄞ", "ai", "ai"),
    ("ㄟ", "ei", "ei"),
    ("ㄠ", "ao", "ao"),
    ("ㄡ", "ou", "ou"),
    ("ㄢ", "an", "an"),
    ("ㄣ", "en", "en"),
    ("ㄤ", "ang", "ang"),
    ("ㄥ", "eng", "eng"),
    ("ㄦ", "er", "er"),
    ("ㄧ", "yi", "i"),
    ("ㄧㄚ", "ya", "ia"),
    ("ㄧㄝ", "ye", "ie"),
    ("ㄧㄠ", "yao", "iao"),
    ("ㄧㄡ", "you", "iu"),
    ("ㄧㄢ", "yan", "ian"),
    ("ㄧㄣ", "yin", "in"),
    ("ㄧㄤ", "yang", "iang"),
    ("ㄧㄥ", "ying", "ing"),
    ("ㄨ", "wu", "u"),
    ("ㄨㄚ", "wa", "ua"),
    ("ㄨㄛ", "wo", "uo"),
    ("ㄨㄞ", "wai", "uai"),
    ("ㄨㄟ", "wei", "ui"),
    ("ㄨㄢ", "wan", "uan"),
    ("ㄨㄣ", "wen", "un"),
    ("ㄨㄤ", "wang", "uang"),
    ("ㄨㄥ", "weng", "ong"),
    ("ㄩ", "yu", "u"),
    ("ㄩㄝ", "yue", "ue"),
    ("ㄩㄢ", "yuan", "uan"),
    ("ㄩㄣ", "yun", "un"),
    ("ㄩㄥ", "yong", "iong"),
];

/// A Zhuyin syllable in pinyin; empty if it is none.
fn romanised(zhuyin: &str) -> String {
    let first = zhuyin.chars().next().unwrap_or_default();
    let initial = INITIALS.find(first).map(|place| {
        let rest = &INITIALS[place + first.len_utf8()..];
        rest.split(|letter: char| !letter.is_ascii()).next().unwrap_or_default()
    });
    let vowels = initial.map_or(zhuyin, |_| &zhuyin[first.len_utf8()..]);
    match (initial, FINALS.iter().find(|(written, _, _)| *written == vowels)) {
        (Some(initial), Some((_, _, after))) => format!("{initial}{after}"),
        (Some(initial), None) if vowels.is_empty() => format!("{initial}i"),
        (None, Some((_, alone, _))) => (*alone).to_owned(),
        _ => String::new(),
    }
}
