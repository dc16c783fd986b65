//! The dry run of an import of replies.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::reply::{Fate, Part, Planned, Same, Why};
use deti::rule::Level;
use deti::text::Script;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};

use super::dry_run::{Choice, Kind, Line, table};
use super::editor::broken_words;
use super::finding;
use crate::files::{FORMATS, Incoming};
use crate::screen::Screen;
use crate::{focus, word};

pub(super) fn plan(screen: &Rc<Screen>) -> Dom {
    let only = Mutable::new(None);
    let drawn = screen.clone();
    let facts = map_ref! {
        let incoming = screen.incoming(),
        let plan = screen.see(|view| view.plan.clone()),
        let _only = only.signal() => (incoming.clone(), plan.clone())
    };
    html!("div", {
        .class("form-place")
        .child_signal(facts.map(move |(incoming, plan)| {
            let (incoming, plan) = (incoming?, plan?);
            let lines = plan.rows.iter().enumerate().map(|(at, row)| line(&drawn, at, row)).collect();
            let read_as = read_as(&drawn, &incoming);
            let choice = Choice {
                take: word::PLAN_IMPORT,
                taken: || PanelEvent::Import,
                closed: || PanelEvent::Plan(None),
                back: focus::SEARCH,
            };
            Some(table(&drawn, &incoming, &read_as, lines, None, &only, choice))
        }).boxed_local())
    })
}

fn line(screen: &Screen, place: usize, row: &Planned) -> Line {
    let title = [&row.reply.title, &row.reply.body]
        .into_iter()
        .flat_map(|words| [&words.hans, &words.hant])
        .find(|words| !words.is_empty())
        .cloned()
        .unwrap_or_default();
    let (kind, mut why) = match &row.fate {
        Fate::New => (Kind::New, String::new()),
        Fate::Changed(parts) => {
            let parts: Vec<String> =
                parts.iter().map(|part| screen.say(part_word(*part))).collect();
            (Kind::Changed, parts.join("、"))
        }
        Fate::Duplicate(Same::Reply(id)) => {
            (Kind::Duplicate, screen.say_with(word::SAME_REPLY, &[&called(screen, id)]))
        }
        Fate::Duplicate(Same::Row(line)) => {
            (Kind::Duplicate, screen.say_with(word::SAME_ROW, &[&line.to_string()]))
        }
        Fate::Refused(why) => (
            Kind::Refused,
            match why {
                Why::NoBody => screen.say(word::NOTICE_NO_BODY),
                Why::TooLong(length) => screen.say_with(word::WHY_TOO_LONG, &[&length.to_string()]),
                Why::Days => screen.say(word::NOTICE_DAYS),
            },
        ),
    };
    let mut also = |other: String| {
        why = if why.is_empty() { other } else { format!("{why}；{other}") };
    };
    if let Some(other) = &row.abbreviation_of {
        let (word, other) = match other {
            Same::Reply(id) => (word::WHY_LETTERS, called(screen, id)),
            Same::Row(line) => (word::WHY_LETTERS_ROW, line.to_string()),
        };
        also(screen.say_with(word, &[&row.reply.abbreviation, &other]));
    }
    if !row.strays.is_empty() && matches!(kind, Kind::New | Kind::Changed) {
        also(screen.say_with(word::WHY_STRAYS, &[&row.strays.join(" ")]));
    }
    if matches!(kind, Kind::New | Kind::Changed) {
        broken_words(screen, &row.broken).into_iter().for_each(&mut also);
        marks(screen, place).into_iter().for_each(&mut also);
    }
    for (script, word) in [(Script::Hans, word::WHY_OLD_HANS), (Script::Hant, word::WHY_OLD_HANT)] {
        let left = row.left_behind(script);
        if !left.is_empty() {
            let parts: Vec<String> = left.iter().map(|it| screen.say(part_word(*it))).collect();
            also(screen.say_with(word, &[&parts.join("、")]));
        }
    }
    let parts = match &row.fate {
        Fate::Changed(parts) => parts.as_slice(),
        _ => &[],
    };
    let replaced = row.was.iter().flat_map(|was| {
        parts.iter().flat_map(move |part| {
            let (was, now) = (part.of(was), part.of(&row.reply));
            was.into_iter().zip(now).filter(|(was, now)| was != now)
        })
    });
    Line { line: row.line, kind, title, why, replaced: replaced.collect() }
}

/// What the check finds in the row at this place, the worst first.
fn marks(screen: &Screen, place: usize) -> Vec<String> {
    let here = |(row, level, words): &(usize, Level, String)| {
        (*row == place).then(|| (*level, words.clone()))
    };
    let found: Vec<_> = screen.now(|view| view.plan_marks.iter().filter_map(here).collect());
    let said = |(level, words): (Level, String)| {
        screen.say_with(word::WHY_MARKED, &[&finding::level(screen, level), &words])
    };
    found.into_iter().map(said).collect()
}

/// What a reply is called that the plan names by its id.
fn called(screen: &Screen, id: &str) -> String {
    screen.now(|view| {
        let named = view.plan_names.iter().find(|(known, _)| known == id);
        named.map_or_else(|| id.to_owned(), |(_, title)| title.clone())
    })
}

/// The format and the encoding that the file was read in.
fn read_as(screen: &Screen, incoming: &Incoming) -> String {
    let Incoming { format, encoding, .. } = incoming;
    let known = FORMATS.iter().find(|(name, _)| format.starts_with(name));
    let format = known.map_or_else(|| format.clone(), |(_, word)| screen.say(word));
    [format, encoding.to_uppercase()].join(" · ").trim_matches([' ', '·']).to_owned()
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Folder => word::EDITOR_FOLDER,
        Part::Title => word::EDITOR_TITLE,
        Part::Abbreviation => word::EDITOR_LETTERS,
        Part::Tags => word::EDITOR_TAGS,
        Part::Body => word::EDITOR_BODY,
        Part::Platforms => word::PART_PLATFORMS,
        Part::Days => word::PART_DAYS,
        Part::Source => word::PART_SOURCE,
    }
}
