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
    /// This atom, and that is all.
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
