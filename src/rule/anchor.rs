//! What a phrase is looked for by: the rarest of the words that it cannot do
//! without. Most phrases begin with a word that stands in every draft, and a
//! draft is searched faster for what is seldom there.

use super::chain::{Chain, Head, Step};
use super::class;
use super::lexicon::{Atom, Builder, Set};
use super::place::{ends_clause, ends_sentence};
use crate::sort;

/// How many words beside the anchor are asked about before a phrase is followed.
pub(super) const NEEDS: usize = 3;

/// Sets that are so common stand in nearly every place where they are looked for.
pub(super) const OFTEN: u32 = 300;

/// No longer distance is counted; one without a bound is this one.
const FAR: u32 = u32::MAX / 4;

/// The characters that chat is full of, the commonest first.
const COMMON: &str = "您的一我是不到了有以款这就在可用下个给好天上单看发能要货先时后面装会拍包收里两分都没付和退行号\
    出再话们三那前点自家件小机问价说手卡放次信页色边来箱子也平开十费把安支电水已加码台大公期选果请快新对人片本过回订原换店得度按内定";

/// The anchor of a phrase, and how much of a draft the phrase may take around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) set: Set,
    /// What the phrase begins with; none if that is the anchor.
    pub(super) head: Option<Set>,
    /// How many units may lie between the starts of the phrase and of the anchor,
    /// and between the start of the anchor and the end of the phrase, if all
    /// words are written as they are.
    pub(super) before: u32,
    pub(super) after: u32,
    /// How many words the phrase has.
    pub(super) words: u32,
    /// What the phrase lies in.
    pub(super) within: Within,
    /// The rarest of its other words; the anchor again where there are fewer.
    pub(super) needs: [Set; NEEDS],
}

/// What a phrase cannot reach out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Within {
    Clause,
    Sentence,
    Draft,
}

/// What is known of a set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    /// How many units its words take at most.
    longest: u32,
    /// How common they are, guessed by their characters.
    pub(super) common: u32,
    within: Within,
}

/// What is known of every set.
pub(super) fn facts(builder: &Builder) -> Vec<Facts> {
    let mut ranks: Vec<(char, u32)> = COMMON.chars().zip(0..).collect();
    sort::by_key(&mut ranks, |(form, _)| [*form as u32, 0, 0, 0]);
    let common = |form: &char| match ranks.binary_search_by_key(form, |(form, _)| *form) {
        Ok(place) => 2200 / (ranks[place].1 + 10),
        Err(_) => 4,
    };
    let fact = |atom: Atom| match builder.text(atom) {
        None => {
            let address = atom == class::LINK || atom == class::EMAIL;
            let within = if address { Within::Draft } else { Within::Clause };
            Facts { longest: FAR, common: 100, within }
        }
        Some(text) => {
            let rarest = text.iter().map(common).min().unwrap_or_default();
            let within = match text {
                _ if text.iter().any(|form| ends_sentence(*form)) => Within::Draft,
                _ if text.iter().any(|form| ends_clause(*form)) => Within::Sentence,
                _ => Within::Clause,
            };
            let parts = match text.len() {
                1 => 1,
                2 => 6,
                _ => 12,
            };
            Facts { longest: text.len() as u32, common: rarest / parts + 1, within }
        }
    };
    let set = |set: Set| {
        let none = Facts { longest: 0, common: 0, within: Within::Clause };
        builder.atoms(set).iter().map(|atom| fact(*atom)).fold(none, |all, one| Facts {
            longest: all.longest.max(one.longest),
            common: all.common + one.common,
            within: all.within.max(one.within),
        })
    };
    (0..builder.sets().len() as Set).map(set).collect()
}

/// How many units a phrase takes at most, and its anchor; none if it is a word
/// and nothing else that must be there.
pub(super) fn measure(
    chain: &Chain,
    steps: &[Step],
    facts: &[Facts],
    builder: &Builder,
) -> (u32, Option<Anchor>) {
    let of = |set: Set| facts.get(set as usize).copied();
    let (mut length, mut words, mut within) = (0_u32, 0, Within::Clause);
    // What must be there, each with the units that may stand before it.
    let mut needed: Vec<(Set, u32)> = Vec::new();
    match chain.head {
        Head::Atom(atom) => length = builder.text(atom).map_or(FAR, |text| text.len() as u32),
        Head::Set(set) => {
            if let Some(facts) = of(set) {
                (length, words, within) = (facts.longest, 1, facts.within);
                needed.push((set, 0));
            }
        }
    }
    let (first, count) = chain.steps;
    for step in steps.iter().skip(first as usize).take(count as usize) {
        match *step {
            Step::Gap { most, wide } => {
                length = (length + u32::from(most)).min(FAR);
                within = if wide { within.max(Within::Sentence) } else { within };
            }
            Step::Edge(_) => {}
            Step::Set { set, optional, .. } => {
                let Some(facts) = of(set) else { continue };
                if !optional {
                    needed.push((set, length));
                }
                (length, words) = ((length + facts.longest).min(FAR), words + 1);
                within = within.max(facts.within);
            }
        }
    }
    if needed.len() < 2 {
        return (length, None);
    }
    sort::by_key(&mut needed, |(set, _)| [of(*set).map_or(0, |facts| facts.common), 0, 0, 0]);
    let (set, before) = needed[0];
    let need = |place: usize| needed.get(place + 1).map_or(set, |(set, _)| *set);
    let head = match chain.head {
        Head::Set(head) if before > 0 => Some(head),
        _ => None,
    };
    let after = if before < FAR { length - before } else { FAR };
    let needs = std::array::from_fn(need);
    (length, Some(Anchor { set, head, before, after, words, within, needs }))
}
