//! Disguises by kind, with what looks like each and hides nothing. The table is
//! `disguises.txt`, so that a line can be read, added and argued about.

use std::collections::BTreeMap;

use deti::rule::{Context, Level};
use deti::shop::Shop;

use crate::packs::{checker, told};

const TABLE: &str = include_str!("disguises.txt");

/// The kind, the rule that must speak (none if all must be silent), and the draft.
fn rows() -> impl Iterator<Item = (&'static str, Option<&'static str>, String)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [kind, rule, draft] => (kind, (rule != "-").then_some(rule), draft.replace('⏎', "\n")),
        _ => panic!("{line:?} has no three columns"),
    })
}

#[test]
fn every_kind_has_a_dozen_of_each() {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (kind, rule, _) in rows() {
        counts.entry(kind).or_default()[usize::from(rule.is_none())] += 1;
    }
    let few = counts.iter().filter(|(_, counts)| counts.iter().any(|count| *count < 12));
    assert_eq!(few.collect::<Vec<_>>(), []);
}

#[test]
fn disguises_are_seen_through() {
    let checker = checker(&Shop::default());
    let mut missed = Vec::new();
    for (kind, rule, draft) in rows() {
        let Some(rule) = rule else { continue };
        let findings = checker.check(&draft, &Context::default());
        if !findings.iter().any(|finding| finding.rule == rule) {
            missed.push(format!("{kind}: {draft:?} is no {rule}: {}", told(&findings)));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_rewrite_leaves_nothing_of_a_disguise() {
    let checker = checker(&Shop::default());
    let mut left = Vec::new();
    for (kind, rule, draft) in rows() {
        let rewritten = checker.rewrite(&draft, &Context::default());
        if rule.is_some() && !rewritten.left.is_empty() {
            left.push(format!("{kind}: {draft:?} becomes {:?}", rewritten.text));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn what_hides_nothing_is_left_alone() {
    let checker = checker(&Shop::default());
    let mut wrong = Vec::new();
    for (kind, rule, draft) in rows() {
        if rule.is_some() {
            continue;
        }
        let mut findings = checker.check(&draft, &Context::default());
        findings.retain(|finding| finding.level > Level::Tip);
        if !findings.is_empty() {
            wrong.push(format!("{kind}: {draft:?}: {}", told(&findings)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
