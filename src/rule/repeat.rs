//! Saying a thing once: two findings of a draft may have the same rewrite, or
//! the draft says already what a rewrite begins with. A reply that repeats
//! itself, or that apologises twice, reads like a machine's.

use super::finding::Edit;

/// Shorter words, such as `您好`, may well stand twice.
const CLAUSE: usize = 4;

/// What is longer than this does more than apologise.
const APOLOGY: usize = 10;

/// What an apology has in it, in both scripts.
const SORRY: [&str; 6] = ["抱歉", "对不起", "對不起", "见谅", "見諒", "歉意"];

/// Takes clauses out of the edits that the text, or an edit before, has said;
/// and an apology where one has been made. Where nothing is left of an edit, the
/// sign that parted its clause goes too. The edits are sorted and apart, and
/// stay so. Whether anything was taken out.
pub(super) fn once(text: &str, edits: &mut [Edit]) -> bool {
    let text: Vec<u16> = text.encode_utf16().collect();
    let mut said = Said::of(&text, edits);
    let mut changed = false;
    let mut floor = 0;
    for place in 0..edits.len() {
        let ceiling = edits.get(place + 1).map_or(text.len(), |next| next.start as usize);
        let Some(edit) = edits.get_mut(place) else { break };
        let left = said.left(&text, edit);
        if left != edit.text {
            changed = true;
            edit.text = left;
            if edit.text.is_empty() {
                close(&text, edit, floor, ceiling);
            }
        }
        said.hear_edit(&text, edit);
        floor = edit.end as usize;
    }
    changed
}

/// What has been said of all that the edits say, clause by clause.
struct Said {
    clauses: Vec<(String, bool)>,
    sorry: bool,
}

impl Said {
    /// What a text says outside of the edits.
    fn of(text: &[u16], edits: &[Edit]) -> Said {
        let mut said = Said { clauses: Vec::new(), sorry: false };
        for clause in edits.iter().flat_map(|edit| clauses(&edit.text)).map(bare) {
            if !said.clauses.iter().any(|(known, _)| known == clause) {
                said.clauses.push((clause.to_owned(), false));
            }
        }
        let bounds = edits.iter().map(|edit| (edit.start as usize, edit.end as usize));
        let mut from = 0;
        for (start, end) in bounds.chain([(text.len(), text.len())]) {
            // A clause that an edit cuts off is not the clause that it was.
            let mut kept = text.get(from..start).unwrap_or_default();
            if from > 0 {
                let cut = kept.iter().position(|unit| ends(*unit)).unwrap_or(kept.len());
                kept = &kept[cut..];
            }
            if end < text.len() || start < text.len() {
                let cut = kept.iter().rposition(|unit| ends(*unit)).unwrap_or(0);
                kept = &kept[..cut];
            }
            said.hear(&String::from_utf16_lossy(kept));
            from = end;
        }
        said
    }

    fn hear(&mut self, words: &str) {
        for clause in clauses(words) {
            self.sorry |= SORRY.iter().any(|sorry| clause.contains(sorry));
            let clause = bare(clause);
            if let Some((_, said)) = self.clauses.iter_mut().find(|(own, _)| own == clause) {
                *said = true;
            }
        }
    }

    /// The clauses of an edit, but for one that goes on in the text.
    fn hear_edit(&mut self, text: &[u16], edit: &Edit) {
        let (opens, closes) = bounds(text, edit);
        let words = edit.text.as_str();
        let words = if opens { words } else { words.split_once(is_end).map_or("", |(_, own)| own) };
        self.hear(if closes {
            words
        } else {
            words.rsplit_once(is_end).map_or("", |(own, _)| own)
        });
    }

    /// The words of an edit without what has been said.
    fn left(&self, text: &[u16], edit: &Edit) -> String {
        let (opens, closes) = bounds(text, edit);
        let all: Vec<&str> = clauses(&edit.text).collect();
        let last = all.len().saturating_sub(1);
        let is_whole = |place: usize| (place > 0 || opens) && (place < last || closes);
        let kept = all.iter().enumerate().filter(|(place, clause)| {
            let clause = bare(clause);
            let length = clause.chars().count();
            let apology = length <= APOLOGY && SORRY.iter().any(|sorry| clause.contains(sorry));
            let known =
                length >= CLAUSE && self.clauses.iter().any(|(own, said)| *said && own == clause);
            !(is_whole(*place) && (known || (apology && self.sorry)))
        });
        let kept: Vec<&str> = kept.map(|(_, clause)| *clause).collect();
        if kept.len() == all.len() {
            return edit.text.clone();
        }
        // The sign after the last clause parted it from one that is gone.
        let words = kept.concat();
        let ended = edit.text.ends_with(is_end);
        if ended { words } else { bare(&words).to_owned() }
    }
}

/// Whether an edit begins where a clause does, and whether it ends where one does.
fn bounds(text: &[u16], edit: &Edit) -> (bool, bool) {
    let before = text.get(..edit.start as usize).unwrap_or_default();
    let after = text.get(edit.end as usize..).unwrap_or_default();
    (before.last().is_none_or(|unit| ends(*unit)), after.first().is_none_or(|unit| ends(*unit)))
}

/// Clauses, each with the sign that ends it.
fn clauses(words: &str) -> impl Iterator<Item = &str> {
    // In English a blank parts words.
    let english = words.is_ascii();
    let parts = move |sign: char| is_end(sign) && !(english && sign == ' ');
    words.split_inclusive(parts).filter(|clause| !bare(clause).is_empty())
}

/// A clause without signs at its ends.
fn bare(clause: &str) -> &str {
    clause.trim_matches(is_end)
}

/// Whether a sign parts two clauses.
fn is_end(sign: char) -> bool {
    " ,;!?，；。！？~～…\n".contains(sign)
}

fn ends(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(is_end)
}

fn is_line(unit: u16) -> bool {
    unit == 0xA
}

/// How much a sign parts.
fn weight(signs: &[u16]) -> usize {
    let weight = |unit: &u16| match char::from_u32((*unit).into()) {
        Some('。' | '！' | '？' | '；' | '!' | '?' | ';') => 2,
        Some(' ') | None => 0,
        Some(_) => 1,
    };
    signs.iter().map(weight).max().unwrap_or_default()
}

/// Widens an edit that leaves its words out by the signs on one side, so that
/// those around it are parted once: within a line the weaker ones, and a line of
/// its own goes whole.
fn close(text: &[u16], edit: &mut Edit, floor: usize, ceiling: usize) {
    let (mut start, mut end) = (edit.start as usize, edit.end as usize);
    let before = text.get(floor..start).unwrap_or_default();
    let after = text.get(end..ceiling).unwrap_or_default();
    let signs = |unit: &&u16| ends(**unit) && !is_line(**unit);
    let (left, right) =
        (before.iter().rev().take_while(signs).count(), after.iter().take_while(signs).count());
    let opens = text.get(..start - left).and_then(<[u16]>::last).is_none_or(|unit| is_line(*unit));
    let closes = text.get(end + right).is_none_or(|unit| is_line(*unit));
    let weaker = weight(&before[before.len() - left..]) <= weight(&after[..right]);
    match (opens, closes) {
        (true, true) => {
            start -= left;
            end += right;
            if end < ceiling {
                end += 1;
            } else if start > floor {
                start -= 1;
            }
        }
        (true, false) => end += right,
        (false, true) => start -= left,
        (false, false) if weaker => start -= left,
        (false, false) => end += right,
    }
    (edit.start, edit.end) = (start as u32, end as u32);
}

#[cfg(test)]
mod tests {
    use super::{Edit, once};

    /// A text with the places of the edits in brackets, `[old/new]`; and how it
    /// reads with each thing said once.
    const TABLE: &[(&str, &str)] = &[
        ("[原单/我们是原厂正品]，[一样/我们是原厂正品]。", "我们是原厂正品。"),
        ("[原单/我们是原厂正品]！[一样/我们是原厂正品]，好", "我们是原厂正品！好"),
        ("我们是原厂正品！[一样/我们是原厂正品]", "我们是原厂正品"),
        ("[原单/我们是原厂正品]，好，[一样/我们是原厂正品]", "我们是原厂正品，好"),
        ("好。[原单/我们是原厂正品]，行。我们是原厂正品", "好。行。我们是原厂正品"),
        ("[原单/我们是原厂正品]\n[一样/我们是原厂正品]\n好", "我们是原厂正品\n好"),
        ("[原单/我们是原厂正品]\n[一样/我们是原厂正品]", "我们是原厂正品"),
        // Short words may stand twice, and half a clause is no clause.
        ("[你/您]，[你/您]", "您，您"),
        ("都说我们是原厂正品，[一样/我们是原厂正品]", "都说我们是原厂正品，我们是原厂正品"),
        ("我们是原厂正品，也[一样/我们是原厂正品]", "我们是原厂正品，也我们是原厂正品"),
        ("[原单/我们是原厂正品]的，[一样/我们是原厂正品]", "我们是原厂正品的，我们是原厂正品"),
        // One clause of several.
        (
            "[怪你/太心疼您了，您先别着急]，[摔的/非常抱歉，您先别着急，我马上核实]。",
            "太心疼您了，您先别着急，非常抱歉，我马上核实。",
        ),
        ("[不行/好的，您慢慢看]，[不/我帮您查，您慢慢看]。", "好的，您慢慢看，我帮您查。"),
        // One apology.
        (
            "[不好意思/非常抱歉]，没货。[没有/非常抱歉，货到付款暂未开通]",
            "非常抱歉，没货。货到付款暂未开通",
        ),
        ("对不起，[滚/非常抱歉给您带来困扰，我马上处理]", "对不起，我马上处理"),
        ("真是[不好意思/非常抱歉]，抱歉了", "真是非常抱歉，抱歉了"),
        ("太抱歉了，[不好意思/非常抱歉]，您稍等", "太抱歉了，您稍等"),
        ("[不/非常抱歉，您要的颜色我帮您查]，好", "非常抱歉，您要的颜色我帮您查，好"),
    ];

    fn read(marked: &str) -> (String, Vec<Edit>) {
        let (mut text, mut edits) = (String::new(), Vec::new());
        for piece in marked.split('[') {
            let Some((inside, rest)) = piece.split_once(']') else {
                text.push_str(piece);
                continue;
            };
            let (old, new) = inside.split_once('/').unwrap();
            let start = text.encode_utf16().count() as u32;
            text.push_str(old);
            let end = text.encode_utf16().count() as u32;
            edits.push(Edit { start, end, text: new.to_owned() });
            text.push_str(rest);
        }
        (text, edits)
    }

    #[test]
    fn a_thing_is_said_once() {
        for (marked, wanted) in TABLE {
            let (text, mut edits) = read(marked);
            once(&text, &mut edits);
            let mut units: Vec<u16> = text.encode_utf16().collect();
            for edit in edits.iter().rev() {
                units.splice(edit.start as usize..edit.end as usize, edit.text.encode_utf16());
            }
            assert_eq!(String::from_utf16_lossy(&units), *wanted, "{marked}");
            assert!(edits.is_sorted_by(|one, next| one.end <= next.start), "{marked}: {edits:?}");
        }
    }
}
