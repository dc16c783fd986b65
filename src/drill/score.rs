//! The score of a play. Every point says what it is for and quotes the line
//! that it is about; what is missing quotes nothing and shows a better line.

use super::cue::Heard;
use super::play::{AgentLine, Play, Turn};
use super::scene::{Drill, Line};
use crate::rule::{Finding, Level, Words};

/// The score of a play.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// From 0 to 100.
    pub total: i32,
    /// What it is made of, in the order of the sheet.
    pub points: Vec<Point>,
}

/// A part of the score.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is for.
    pub kind: PointKind,
    /// What was earned; below zero for what was deducted.
    pub earned: i32,
    /// What could have been earned; zero for deductions.
    pub worth: i32,
    /// The line that it is about.
    pub quote: Option<Quote>,
    /// What would have been better to write, in the buyer's script.
    pub better: Option<String>,
}

/// What a point is for.
#[derive(Debug, Clone, PartialEq)]
pub enum PointKind {
    /// The first line greets.
    Greeting,
    /// Empathy or apology came no later than the explanation.
    EmpathyFirst,
    /// Something that the drill asks for was said.
    Said {
        /// What the drill calls it.
        name: Words,
    },
    /// A time was named, and nothing was promised that cannot be kept.
    Truthful,
    /// The buyer left content.
    Ending,
    /// A finding of the live rules.
    Finding {
        /// The rule's slug.
        rule: String,
        /// How grave it is.
        level: Level,
        /// Why, as the rule says it.
        why: Words,
    },
    /// It hurt the buyer, though no rule of the live check speaks against it.
    Hurt {
        /// The cue.
        cue: String,
    },
    /// The buyer waited too long for this line, or it was never written.
    Wait {
        /// How many seconds.
        seconds: u64,
        /// Whether the wait called for an apology that did not come.
        unsorry: bool,
        /// Whether it ended with a line of the agent.
        answered: bool,
    },
}

/// A line of the play, and the words in it that count. It is the agent's own,
/// but for the ending: that quotes what the buyer left with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The place among the play's turns.
    pub turn: usize,
    /// The whole line.
    pub line: String,
    /// The words, empty when it is the line as a whole.
    pub found: String,
}

/// Scores a play as far as it has come; `now` closes a wait that is going on.
pub fn score(play: &Play, now: u64) -> Score {
    let lines = Spoken::of(play);
    let drill = play.drill();
    let better = |line: &Line| Some(line.in_script(play.script()).to_owned());
    let mut points = vec![
        Point { better: better(&drill.greeting), ..lines.greeting() },
        Point { better: better(&drill.empathy), ..lines.empathy_first() },
    ];
    points.extend(drill.asks.iter().map(|ask| Point {
        better: better(&ask.better),
        ..lines.said(&[&ask.cue], ask.worth, PointKind::Said { name: ask.name.clone() })
    }));
    let dated = drill.asks.iter().find(|ask| ask.cue == "date");
    points.push(Point { better: dated.and_then(|ask| better(&ask.better)), ..lines.truthful() });
    points.push(ending(play));
    points.extend(lines.findings());
    points.extend(lines.hurts(drill));
    points.extend(lines.waits(play, now));
    for point in points.iter_mut().filter(|point| point.worth > 0 && point.earned == point.worth) {
        point.better = None;
    }
    let total = points.iter().map(|point| point.earned).sum::<i32>().clamp(0, 100);
    Score { total, points }
}

/// What the agent wrote in a play.
struct Spoken<'a>(Vec<(usize, &'a AgentLine)>);

const SORRY: [&str; 2] = ["apology", "empathy"];
const EXPLAINS: [&str; 4] = ["cause", "action", "date", "compensation"];

impl<'a> Spoken<'a> {
    fn of(play: &'a Play) -> Self {
        let lines = play.turns().iter().enumerate().filter_map(|(turn, said)| match said {
            Turn::Agent(line) => Some((turn, line)),
            Turn::Buyer(_) => None,
        });
        Self(lines.collect())
    }

    /// The first line with one of the cues.
    fn first(&self, cues: &[&str]) -> Option<Quote> {
        self.0.iter().find_map(|(turn, line)| {
            let has = |heard: &&Heard| cues.contains(&heard.cue.as_str());
            let found = line.heard.iter().find(has)?.found.clone();
            Some(Quote { turn: *turn, line: line.text.clone(), found })
        })
    }

    fn said(&self, cues: &[&str], worth: i32, kind: PointKind) -> Point {
        let quote = self.first(cues);
        let earned = if quote.is_some() { worth } else { 0 };
        Point { earned, quote, ..missed(kind, worth) }
    }

    fn greeting(&self) -> Point {
        let opening = Self(self.0.iter().take(1).copied().collect());
        opening.said(&["greeting"], 5, PointKind::Greeting)
    }

    fn empathy_first(&self) -> Point {
        let kind = PointKind::EmpathyFirst;
        match (self.first(&SORRY), self.first(&EXPLAINS)) {
            (Some(sorry), Some(reason)) if sorry.turn > reason.turn => {
                Point { earned: 5, quote: Some(sorry), ..missed(kind, 15) }
            }
            (Some(sorry), _) => Point { earned: 15, quote: Some(sorry), ..missed(kind, 15) },
            (None, reason) => Point { quote: reason, ..missed(kind, 15) },
        }
    }

    fn truthful(&self) -> Point {
        let kind = PointKind::Truthful;
        match self.first(&["promise"]) {
            Some(quote) => Point { quote: Some(quote), ..missed(kind, 10) },
            None => self.said(&["date"], 10, kind),
        }
    }

    fn findings(&self) -> Vec<Point> {
        let of_line = |(turn, line): &(usize, &AgentLine)| {
            let turn = *turn;
            let point = |finding: &Finding| Point {
                kind: PointKind::Finding {
                    rule: finding.rule.clone(),
                    level: finding.level,
                    why: finding.why.clone(),
                },
                earned: match finding.level {
                    Level::Block => -10,
                    Level::Warn => -5,
                    Level::Tip => -1,
                },
                worth: 0,
                quote: Some(Quote { turn, line: line.text.clone(), found: finding.found.clone() }),
                better: finding.rewrites.first().and_then(|edit| apply(&line.text, edit)),
            };
            line.findings.iter().map(point).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_line).collect()
    }

    /// What the buyer resented in lines that the rules leave alone.
    fn hurts(&self, drill: &Drill) -> Vec<Point> {
        let hurts = |heard: &&Heard| drill.feels.get(&heard.cue).is_some_and(|change| *change < 0);
        let unruled = |line: &&(usize, &AgentLine)| {
            line.1.findings.iter().all(|finding| finding.level < Level::Warn)
        };
        let point = |turn: usize, line: &AgentLine, heard: &Heard| Point {
            earned: -5,
            quote: Some(Quote { turn, line: line.text.clone(), found: heard.found.clone() }),
            ..missed(PointKind::Hurt { cue: heard.cue.clone() }, 0)
        };
        let lines = self.0.iter().filter(unruled);
        let of_line = |(turn, line): &(usize, &AgentLine)| {
            let (turn, line) = (*turn, *line);
            line.heard.iter().filter(hurts).map(|h| point(turn, line, h)).collect::<Vec<_>>()
        };
        lines.flat_map(of_line).collect()
    }

    fn waits(&self, play: &Play, now: u64) -> Vec<Point> {
        let limits = play.drill().waits;
        let point = |millis: u64, quote: Option<Quote>, sorry: bool| {
            let seconds = millis / 1000;
            let unsorry = seconds >= u64::from(limits.sorry) && !sorry;
            let late = seconds >= u64::from(limits.late);
            let earned = if unsorry { -10 } else { -5 };
            let kind = PointKind::Wait { seconds, unsorry, answered: quote.is_some() };
            late.then_some(Point { kind, earned, worth: 0, quote, better: None })
        };
        let answered = self.0.iter().filter_map(|(turn, line)| {
            let sorry = line.heard.iter().any(|heard| SORRY.contains(&heard.cue.as_str()));
            let quote = Quote { turn: *turn, line: line.text.clone(), found: String::new() };
            point(line.waited?, Some(quote), sorry)
        });
        // A buyer who left content is not waiting for anything.
        let open = play.ended().is_none_or(|ending| !ending.well);
        let unanswered = play.waiting_since().filter(|_| open);
        let unanswered = unanswered.and_then(|since| point(now.saturating_sub(since), None, false));
        answered.chain(unanswered).collect()
    }
}

fn ending(play: &Play) -> Point {
    let well = play.ended().is_some_and(|ending| ending.well);
    let last = play.turns().iter().enumerate().rev().find_map(|(turn, said)| match said {
        Turn::Buyer(line) => Some(Quote { turn, line: line.text.clone(), found: String::new() }),
        Turn::Agent(_) => None,
    });
    let quote = play.ended().and(last);
    Point { earned: if well { 5 } else { 0 }, quote, ..missed(PointKind::Ending, 5) }
}

fn missed(kind: PointKind, worth: i32) -> Point {
    Point { kind, earned: 0, worth, quote: None, better: None }
}

/// The line with an edit carried out; `None` if the edit is not of this line.
fn apply(line: &str, edit: &crate::rule::Edit) -> Option<String> {
    let units: Vec<u16> = line.encode_utf16().collect();
    let before = units.get(..edit.start as usize)?;
    let after = units.get(edit.end as usize..)?;
    let text: Vec<u16> = edit.text.encode_utf16().collect();
    String::from_utf16(&[before, &text, after].concat()).ok()
}
