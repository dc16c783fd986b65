//! An adapter in the making: what the agent pointed at, what was proposed for it,
//! what the page found, and the file that comes of it.

use std::collections::BTreeMap;

use super::places::{self, Ground, single};
use super::seen::{Part, SeenElement, Tried};
use super::slot::Slot;
use super::value::{list, map, text, words_of};
use super::{cards, messages, rows};
use crate::day::Day;
use crate::record::Value;

/// So many elements a list may find, like the messages of years; more is the page as a
/// whole. The page side looks no further than that either.
const MOST_FOUND: u32 = 20_000;

/// So many selectors a slot keeps, one for when the other no longer holds.
const KEPT: usize = 3;

/// Why what was pointed at cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is in a frame within a frame, or in one that cannot be read.
    Elsewhere,
    /// The two messages are one, or of different lists.
    NotTwo,
    /// Nothing tells the buyer's message from the agent's own.
    Alike,
    /// Nothing can be written in it.
    NoBox,
    /// There is no order number in it.
    NoNumber,
    /// There is no name in it.
    NoName,
    /// No selector finds it and nothing else.
    Unfound,
}

/// Selectors to be tried on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// For which slot.
    pub slot: Slot,
    /// The selectors, the likeliest first.
    pub places: Vec<String>,
    /// The numbers of the elements that must be among what they find.
    pub hold: Vec<u32>,
    /// The frame in which they are looked for.
    pub frames: Vec<String>,
    /// The hosts of the shadow roots.
    pub shadow: Vec<String>,
}

/// A slot that was pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// What finds it, the best first, and how many each.
    good: Vec<(String, u32)>,
    /// Which of those is taken.
    at: usize,
    ground: Ground,
}

/// What is known of the page beside what was pointed at.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The adapter's id.
    pub id: &'a str,
    /// The console's name.
    pub title: &'a str,
    /// The page's host.
    pub host: &'a str,
    /// What the page already calls the conversation.
    pub key: &'a str,
    /// The buyer's name, as it is read already.
    pub buyer: &'a str,
    /// The agent's day.
    pub day: Day,
}

/// The making of an adapter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mending {
    pointed: BTreeMap<Part, SeenElement>,
    picked: BTreeMap<Slot, Picked>,
    wanted: Option<(Part, Wanted)>,
    makes_key: bool,
}

impl Mending {
    /// Whether this part was pointed at and can be read.
    pub fn has(&self, part: Part) -> bool {
        self.pointed.contains_key(&part)
            && (self.picked.contains_key(&slot(part)) || matches!(part, Part::Theirs | Part::Own))
    }

    /// Whether anything comes of it.
    pub fn is_empty(&self) -> bool {
        self.picked.is_empty()
    }

    /// What tells conversations apart is made of what is pointed at: the page says
    /// nothing else.
    pub fn makes_key(&mut self) {
        self.makes_key = true;
    }

    /// Whether it is.
    pub fn made_key(&self) -> bool {
        self.makes_key
    }

    /// The part whose selectors are being tried.
    pub fn wanted(&self) -> Option<Part> {
        self.wanted.as_ref().map(|(part, _)| *part)
    }

    /// Whether there is another selector for this slot.
    pub fn has_next(&self, slot: Slot) -> bool {
        self.picked.get(&slot).is_some_and(|picked| picked.good.len() > 1)
    }

    /// The selector that is taken for the slot.
    pub fn place(&self, slot: Slot) -> Option<&str> {
        self.picked.get(&slot).and_then(|it| it.good.get(it.at)).map(|(css, _)| css.as_str())
    }

    /// The agent pointed at something: what is to be tried, if it says enough.
    pub fn point(&mut self, part: Part, element: SeenElement) -> Result<Option<Wanted>, Refused> {
        let ground = places::ground(&element).ok_or(Refused::Elsewhere)?;
        let node = element.path.first().ok_or(Refused::Unfound)?;
        let (places, hold) = match part {
            Part::Composer if !element.writable => return Err(Refused::NoBox),
            Part::Composer | Part::Send | Part::Buyer => (single(&element.path), vec![node.number]),
            Part::Row => {
                let row = rows::row(&element).first().ok_or(Refused::Unfound)?;
                (rows::places(&element), vec![row.number])
            }
            Part::Order if !cards::has_number(&element) => return Err(Refused::NoNumber),
            Part::Order => (cards::places(&element), vec![node.number]),
            Part::Theirs | Part::Own => {
                let other = if part == Part::Theirs { Part::Own } else { Part::Theirs };
                let Some(other) = self.pointed.get(&other) else {
                    self.pointed.insert(part, element);
                    return Ok(None);
                };
                let (theirs, own) =
                    if part == Part::Theirs { (&element, other) } else { (other, &element) };
                let both = messages::rows(theirs, own).ok_or(Refused::NotTwo)?;
                messages::signs(theirs, own).ok_or(Refused::Alike)?;
                let rows = [both.0, both.1];
                let hold = rows.iter().filter_map(|it| it.first()).map(|it| it.number).collect();
                (places::listed(&rows), hold)
            }
        };
        let wanted = Wanted {
            slot: slot(part),
            places,
            hold,
            frames: ground.frame.clone().into_iter().collect(),
            shadow: ground.shadow.clone(),
        };
        self.pointed.insert(part, element);
        self.wanted = Some((part, wanted.clone()));
        Ok(Some(wanted))
    }

    /// The page says what the selectors found. What cannot be found is forgotten.
    pub fn tried(&mut self, slot: Slot, tried: &[Tried]) -> Result<(), Refused> {
        let Some((part, wanted)) = self.wanted.take_if(|(_, it)| it.slot == slot) else {
            return Ok(());
        };
        let alone = matches!(slot, Slot::Composer | Slot::Send | Slot::Buyer);
        let holding = wanted.places.into_iter().zip(tried).filter(|(_, it)| it.holds);
        let mut good: Vec<(String, u32)> = holding
            .filter(|(_, it)| it.found <= if alone { 3 } else { MOST_FOUND })
            .map(|(css, it)| (css, it.found))
            .collect();
        // One is what is wanted of a single thing, and several of a list.
        good.sort_by_key(|(_, found)| (*found == 1) != alone);
        if alone && good.iter().any(|(_, found)| *found == 1) {
            good.retain(|(_, found)| *found == 1);
        }
        if good.is_empty() {
            self.pointed.remove(&part);
            return Err(Refused::Unfound);
        }
        let ground = Ground { frame: wanted.frames.into_iter().next(), shadow: wanted.shadow };
        self.picked.insert(slot, Picked { good, at: 0, ground });
        Ok(())
    }

    /// Takes the next selector for a slot.
    pub fn next(&mut self, slot: Slot) {
        if let Some(picked) = self.picked.get_mut(&slot) {
            picked.at = (picked.at + 1) % picked.good.len().max(1);
        }
    }

    /// The adapter as its file has it; none before there is anything in it, and none
    /// where a row has no name.
    pub fn adapter(&self, wish: &Wish<'_>) -> Option<Value> {
        if self.picked.is_empty() {
            return None;
        }
        let mut surface = vec![("matches".to_owned(), self.matches(wish.host))];
        surface.extend(self.ground());
        for (name, slot) in [("composer", Slot::Composer), ("send", Slot::Send)] {
            surface.extend(self.kept(slot).map(|places| (name.to_owned(), list(&places))));
        }
        let row =
            self.pointed.get(&Part::Row).zip(self.kept(Slot::Rows)).and_then(|(row, places)| {
                let name = self.name().unwrap_or(wish.buyer);
                rows::made(row, &places, &rows::Whose { key: wish.key, name })
            });
        let (row, open) = row.map_or((None, None), |made| (Some(made.rows), made.key));
        surface.extend(self.conversation(wish, open).map(|it| ("conversation".to_owned(), it)));
        let order = self.pointed.get(&Part::Order).zip(self.kept(Slot::Orders));
        let orders = order.and_then(|(card, places)| {
            cards::made(card, &places, self.name().unwrap_or(wish.buyer))
        });
        surface.extend(orders.map(|it| ("orders".to_owned(), Value::List(vec![it]))));
        surface.extend(row.map(|it| ("rows".to_owned(), it)));
        surface.push(("expect".to_owned(), self.expected()));
        Some(map([
            ("id", text(wish.id)),
            ("title", text(wish.title)),
            ("source", text("Pointed at on the page")),
            ("evidence", self.evidence(wish.day)),
            ("surfaces", Value::List(vec![Value::Map(surface)])),
        ]))
    }

    /// The buyer's name as it was pointed at.
    fn name(&self) -> Option<&str> {
        let buyer = self.pointed.get(&Part::Buyer)?;
        let [leaf] = buyer.leaves.as_slice() else { return None };
        Some(leaf.text.as_str()).filter(|it| !it.is_empty())
    }

    fn conversation(&self, wish: &Wish<'_>, open: Option<Value>) -> Option<Value> {
        let mut entries = Vec::new();
        let name = self.kept(Slot::Buyer).map(|places| words_of(&places));
        // A number is better than a name, and the page's own key than any of both.
        let keys: Vec<Value> = open.into_iter().chain(name.clone()).collect();
        if wish.key.is_empty() && !keys.is_empty() {
            entries.push(("key".to_owned(), Value::List(keys)));
        }
        entries.extend(name.map(|name| ("buyer".to_owned(), name)));
        let both = self.pointed.get(&Part::Theirs).zip(self.pointed.get(&Part::Own));
        if let Some(((theirs, own), places)) = both.zip(self.kept(Slot::Messages)) {
            entries.extend(messages::entries(theirs, own, &places)?);
        }
        (!entries.is_empty()).then_some(Value::Map(entries))
    }

    /// The selectors that an adapter keeps of a slot: the one that is taken, and those
    /// behind it that find as much.
    fn kept(&self, slot: Slot) -> Option<Vec<String>> {
        let Picked { good, at, .. } = self.picked.get(&slot)?;
        let (_, found) = good.get(*at)?;
        let from = good[*at..].iter().chain(&good[..*at]);
        Some(
            from.filter(|(_, other)| other == found)
                .take(KEPT)
                .map(|(css, _)| css.clone())
                .collect(),
        )
    }

    fn matches(&self, host: &str) -> Value {
        let known = self.pointed.values().find(|it| !it.matches.is_empty());
        known.map_or_else(|| list(&[format!("https://{host}/*")]), |it| list(&it.matches))
    }

    /// The frames and shadow hosts of all that was pointed at.
    fn ground(&self) -> Vec<(String, Value)> {
        let mut frames: Vec<String> = Vec::new();
        let mut shadow: Vec<Vec<String>> = Vec::new();
        for Picked { ground, .. } in self.picked.values() {
            frames.extend(ground.frame.clone().filter(|it| !frames.contains(it)));
            for (level, host) in ground.shadow.iter().enumerate() {
                if shadow.len() <= level {
                    shadow.push(Vec::new());
                }
                if !shadow[level].contains(host) {
                    shadow[level].push(host.clone());
                }
            }
        }
        let shadow: Vec<String> = shadow.iter().map(|level| level.join(", ")).collect();
        [("frames", frames), ("shadow", shadow)]
            .into_iter()
            .filter(|(_, all)| !all.is_empty())
            .map(|(name, all)| (name.to_owned(), list(&all)))
            .collect()
    }

    fn expected(&self) -> Value {
        let one = |name: &'static str| (name, map([("least", Value::from(1))]));
        let entries = self.picked.keys().filter_map(|slot| match slot {
            Slot::Composer => Some(one("composer")),
            Slot::Send => Some(one("send")),
            Slot::Buyer => Some(one("buyer")),
            Slot::Messages => Some(one("messages")),
            Slot::Rows => Some(one("rows")),
            Slot::Orders => Some(one("orders")),
            Slot::Key => None,
        });
        map(entries)
    }

    fn evidence(&self, day: Day) -> Value {
        let seen = day.to_string();
        let grade = || {
            map([
                ("sure", text("high")),
                ("seen", text(&seen)),
                ("what", text("pointed at on the page itself")),
            ])
        };
        let names = self.picked.keys().filter_map(|slot| match slot {
            Slot::Composer => Some("composer"),
            Slot::Send => Some("send"),
            Slot::Buyer => Some("buyer"),
            Slot::Messages => Some("messages"),
            Slot::Rows => Some("rows"),
            Slot::Orders => Some("orders"),
            Slot::Key => None,
        });
        map([("address", grade())].into_iter().chain(names.map(|name| (name, grade()))))
    }
}

/// What was made lies over what there was: slots that were not pointed at stay.
pub fn over(earlier: &Value, made: Value) -> Value {
    let first = |value: &Value| Some(value.get("surfaces")?.as_list()?.first()?.clone());
    let (Some(before), Some(after)) = (first(earlier), first(&made)) else { return made };
    if before.get("matches") != after.get("matches") {
        return made;
    }
    let surface = laid(&before, &after, 1);
    let evidence = earlier.get("evidence").zip(made.get("evidence")).map(|(a, b)| laid(a, b, 0));
    let Value::Map(entries) = made else { return made };
    let entry = |(name, value): (String, Value)| match name.as_str() {
        "surfaces" => (name, Value::List(vec![surface.clone()])),
        "evidence" => (name, evidence.clone().unwrap_or(value)),
        _ => (name, value),
    };
    Value::Map(entries.into_iter().map(entry).collect())
}

/// One map over another, and so many levels of maps in them likewise.
fn laid(below: &Value, above: &Value, levels: u32) -> Value {
    let (Value::Map(before), Value::Map(after)) = (below, above) else { return above.clone() };
    let mut entries = before.clone();
    for (name, value) in after {
        match entries.iter_mut().find(|(known, _)| known == name) {
            Some((_, there)) if levels > 0 => *there = laid(there, value, levels - 1),
            Some((_, there)) => *there = value.clone(),
            None => entries.push((name.clone(), value.clone())),
        }
    }
    Value::Map(entries)
}

/// The slot that a part makes known.
pub fn slot(part: Part) -> Slot {
    match part {
        Part::Composer => Slot::Composer,
        Part::Send => Slot::Send,
        Part::Buyer => Slot::Buyer,
        Part::Theirs | Part::Own => Slot::Messages,
        Part::Row => Slot::Rows,
        Part::Order => Slot::Orders,
    }
}
