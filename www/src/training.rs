//! The training as a whole: choosing, playing, reading the score.

use std::rc::Rc;

use deti::desk::Language;
use deti::drill::{Play, PointKind, Score, score};
use deti::rule::{Context, Words};
use deti_web::clock;
use futures_signals::signal::Mutable;

use crate::library::Library;
use crate::performance::Performance;
use crate::stage::Stage;

/// The training.
pub struct Training {
    /// The console.
    pub stage: Rc<Stage>,
    /// What was loaded.
    pub library: Rc<Library>,
    /// Where the training is.
    pub phase: Mutable<Phase>,
}

/// Where a training is.
#[derive(Clone)]
pub enum Phase {
    /// A drill can be chosen.
    Choosing,
    /// The drill at this place of the library plays.
    Playing(usize, Rc<Performance>),
    /// It is over.
    Scored(usize, Rc<Outcome>),
}

/// A finished play and its score.
pub struct Outcome {
    /// What was said.
    pub play: Play,
    /// What it is worth.
    pub score: Score,
}

impl Training {
    /// A training with nothing chosen yet.
    pub fn new(stage: Stage, library: Library) -> Rc<Self> {
        let phase = Mutable::new(Phase::Choosing);
        Rc::new(Self { stage: Rc::new(stage), library: Rc::new(library), phase })
    }

    /// Starts the drill at a place of the library.
    pub fn start(self: &Rc<Self>, place: usize) {
        let Some(drill) = self.library.drills.get(place) else { return };
        // The performance that may still play stops here, with its timers.
        self.phase.set(Phase::Choosing);
        let training = Rc::downgrade(self);
        let performance = Performance::start(
            self.stage.clone(),
            self.library.clone(),
            drill.clone(),
            Box::new(move |play| {
                if let Some(training) = training.upgrade() {
                    training.finish(place, play);
                }
            }),
        );
        self.phase.set(Phase::Playing(place, performance));
    }

    /// Ends a play, whether or not it came to its own end.
    pub fn finish(&self, place: usize, play: Play) {
        let mut score = score(&play, clock::now());
        self.rewrite(&mut score);
        self.phase.set(Phase::Scored(place, Rc::new(Outcome { play, score })));
    }

    /// Where the rules spoke, the whole line as "fix all" would have it stands
    /// once, under its last finding, instead of one edit under each.
    fn rewrite(&self, score: &mut Score) {
        let mut below = None;
        for point in score.points.iter_mut().rev() {
            let (PointKind::Finding { .. }, Some(quote)) = (&point.kind, &point.quote) else {
                continue;
            };
            let fixed = self.library.checker.rewrite(&quote.line, &Context::default()).text;
            let last = below.replace(quote.turn) != Some(quote.turn);
            point.better = (last && fixed != quote.line).then_some(fixed);
        }
    }

    /// Goes back to choosing.
    pub fn close(&self) {
        self.phase.set(Phase::Choosing);
    }

    /// A word of the interface.
    pub fn say(&self, key: &str) -> String {
        self.library.words.say(key)
    }

    /// A word of the interface with a value in it.
    pub fn say_with(&self, key: &str, value: &str) -> String {
        self.library.words.say_with(key, &[value])
    }

    /// A pack's sentence in the language of the interface.
    pub fn tell(&self, words: &Words) -> String {
        match self.library.language {
            Language::Hans => &words.hans,
            Language::Hant => &words.hant,
            Language::En => &words.en,
        }
        .clone()
    }
}
