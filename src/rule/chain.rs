//! A phrase as the steps that it is followed in.

use super::lexicon::{Atom, Set};
use super::pattern::Edge;

/// A phrase as steps, and what it is for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    /// A place that the phrase must start at.
    pub(super) edge: Option<Edge>,
    /// What it begins with.
    pub(super) head: Head,
    /// The number of the group that its first word is, if it is one.
    pub(super) group: Option<u8>,
    /// What follows: the first of its steps, and how many there are.
    pub(super) steps: (u32, u32),
    /// Of what must stand behind the first word, the two rarest; the rarest first.
    pub(super) needs: [Option<Need>; 2],
    /// How many units it takes at most, if all words are written as they are;
    /// the largest number if there is no bound.
    pub(super) reach: u32,
    pub(super) purpose: Purpose,
    /// Which hits count.
    pub(super) views: u8,
}

/// What a phrase begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// This atom.
    Atom(Atom),
    /// One of these.
    Set(Set),
}

/// One step of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Set { set: Set, optional: bool, group: Option<u8> },
    Gap { most: u8, wide: bool },
    Edge(Edge),
}

/// A set that a phrase cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    pub(super) set: Set,
    /// How many units may lie between the first word and this one, if all
    /// words between are written as they are; half of all numbers if there is
    /// no bound.
    pub(super) within: u32,
    /// How many words there may be between.
    pub(super) words: u32,
}

/// What a chain's match means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A rule speaks against it.
    Find(u32),
    /// It is fine, and so is every word in it; for one rule or for all.
    Allow(Option<u32>),
    /// It is a context, by the number of its entry.
    Context(u32),
}
