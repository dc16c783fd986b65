//! A drill on stage: the play, its timers, and the ear for the agent. When a
//! performance is dropped, its timers and its ear die with it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use deti::drill::{Drill, Play, Say, Turn};
use deti::rule::Context;
use deti_web::clock::{self, Ticks};
use futures_signals::signal::Mutable;
use gloo_timers::callback::Timeout;

use crate::enter::conversation;
use crate::library::Library;
use crate::stage::{Ear, Stage};

/// Milliseconds between the last words and the score sheet: time to read them.
const CURTAIN: u32 = 1600;

/// Told of the play when it has ended.
pub type Ended = Box<dyn Fn(Play)>;

/// A performance.
pub struct Performance {
    /// How the buyer feels, 0 to 10.
    pub mood: Mutable<i32>,
    /// Seconds that the buyer has waited; `None` while she writes.
    pub waited: Mutable<Option<u64>>,
    stage: Rc<Stage>,
    library: Rc<Library>,
    play: RefCell<Play>,
    ended: Ended,
    /// The lines that are still to appear, and the end that follows them.
    coming: RefCell<Vec<Timeout>>,
    /// Her patience.
    wake: RefCell<Option<Timeout>>,
    clock: RefCell<Option<Ticks>>,
    ear: RefCell<Option<Ear>>,
}

impl Performance {
    /// Starts a drill on the stage.
    pub fn start(stage: Rc<Stage>, library: Rc<Library>, drill: Drill, ended: Ended) -> Rc<Self> {
        stage.enter(conversation(&drill, library.script));
        let now = clock::now();
        // The moment of the click is chance enough.
        let (play, opening) = Play::start(drill, library.script, now, now);
        let performance = Rc::new(Self {
            mood: Mutable::new(play.mood()),
            waited: Mutable::new(None),
            stage: stage.clone(),
            library,
            play: RefCell::new(play),
            ended,
            coming: RefCell::default(),
            wake: RefCell::default(),
            clock: RefCell::default(),
            ear: RefCell::default(),
        });
        let weak = Rc::downgrade(&performance);
        let ear = Ear::on(stage, move |line| with(&weak, |performance| performance.hear(&line)));
        *performance.ear.borrow_mut() = Some(ear);
        let weak = Rc::downgrade(&performance);
        let tick = move || with(&weak, |performance| performance.show_wait());
        *performance.clock.borrow_mut() = Some(Ticks::since(now, tick));
        performance.perform(opening);
        performance
    }

    /// The play as it stands.
    pub fn play(&self) -> Play {
        self.play.borrow().clone()
    }

    fn hear(self: &Rc<Self>, line: &str) {
        let said = {
            let mut play = self.play.borrow_mut();
            let asked = play.turns().iter().rev().find_map(|turn| match turn {
                Turn::Buyer(line) => Some(line.text.clone()),
                Turn::Agent(_) => None,
            });
            let context = Context { buyer: asked.as_deref() };
            let findings = self.library.checker.check(line, &context);
            play.hear(line, &findings, clock::now())
        };
        self.perform(said);
    }

    fn wait(self: &Rc<Self>) {
        let said = self.play.borrow_mut().wait(clock::now());
        self.perform(said);
    }

    /// Lets the buyer's lines appear in their time, then waits for the agent.
    fn perform(self: &Rc<Self>, lines: Vec<Say>) {
        let last = lines.last().map_or(0, |say| say.after_ms);
        for Say { after_ms, text } in lines {
            self.after(after_ms, move |performance| performance.stage.say(&text));
        }
        let (ended, wake_at, mood) = {
            let play = self.play.borrow();
            (play.ended().is_some(), play.wake_at(), play.mood())
        };
        self.mood.set_neq(mood);
        self.show_wait();
        if ended {
            self.ear.borrow_mut().take();
            self.after(last + CURTAIN, |performance| (performance.ended)(performance.play()));
        }
        *self.wake.borrow_mut() = wake_at.map(|at| {
            let left = u32::try_from(at.saturating_sub(clock::now())).unwrap_or(u32::MAX);
            let weak = Rc::downgrade(self);
            Timeout::new(left, move || with(&weak, Self::wait))
        });
    }

    fn after(self: &Rc<Self>, millis: u32, act: impl FnOnce(&Rc<Self>) + 'static) {
        let weak = Rc::downgrade(self);
        let timeout = Timeout::new(millis, move || with(&weak, act));
        self.coming.borrow_mut().push(timeout);
    }

    fn show_wait(&self) {
        let now = clock::now();
        let since = self.play.borrow().waiting_since().filter(|since| *since <= now);
        self.waited.set_neq(since.map(|since| (now - since) / 1000));
    }
}

fn with(weak: &Weak<Performance>, act: impl FnOnce(&Rc<Performance>)) {
    if let Some(performance) = weak.upgrade() {
        act(&performance);
    }
}
