//! The desk and everything around it: what happens is handed to the desk, what
//! the desk wants is carried out, and its view is shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use deti::desk::view::Tab;
use deti::desk::wire::{FromPage, ToPage};
use deti::desk::{ConsoleEvent, Desk, Effect, Event, PAUSES, PanelEvent, Unkept, View};
use deti::record::{Record, Value};
use deti::reply::Reply;
use deti::zone::Zone;
use deti_web::{Failure, Host, Port, clipboard, clock, handshake, storage};
use futures_signals::signal::{Mutable, SignalExt};
use gloo_timers::callback::{Interval, Timeout};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MessagePort};

use crate::files::{Column, Formats, Incoming, IncomingOrders, Mapping, OrdersHow};
use crate::screen::{FileWish, Trouble};
use crate::{adapter_file, focus, visible, watch, word};

/// The library is read after the first verdict, but no later than after so many
/// milliseconds: a page may have nothing to say.
const VERDICT_WITHIN: u32 = 500;

/// The format of the agent's own replies where she named none.
const USUAL: &str = "pack";

/// Milliseconds between two looks at the clock: what is shown are minutes.
const TICK: u32 = 15_000;

thread_local! {
    /// The port to the page; a document has one at most. It stands here so that
    /// a panic can close it, whatever else is broken then.
    static PORT: RefCell<Option<Port<ToPage>>> = const { RefCell::new(None) };
}

/// The desk at work.
pub(crate) struct Panel {
    host: Host,
    /// The languages whose words are on screen.
    languages: Vec<String>,
    desk: RefCell<Desk>,
    /// What the screen shows.
    pub(crate) view: Mutable<View>,
    /// The file that is looked at before it is imported.
    pub(crate) incoming: Mutable<Option<Incoming>>,
    /// The file of orders that is looked at before it is taken in.
    pub(crate) incoming_orders: Mutable<Option<IncomingOrders>>,
    /// That file, and what its columns were said to be.
    order_file: RefCell<Option<(File, Mapping)>>,
    formats: Formats,
    /// The format that the agent's own replies are wanted in.
    wanted: RefCell<String>,
    /// The time, as often as the screen needs it.
    pub(crate) time: Mutable<u64>,
    /// What is wrong around the desk.
    pub(crate) trouble: Mutable<Option<Trouble>>,
    /// Whether a first verdict was said, or none came for a while.
    answered: Mutable<bool>,
    /// What other tabs wrote before the library was read.
    early: RefCell<Option<Vec<Record>>>,
    /// When the desk is to look at the clock again.
    settles: Cell<Option<u64>>,
    /// Under which key this host's preferences are kept.
    kept_as: RefCell<Option<String>>,
}

impl Panel {
    /// A panel that no page has spoken to yet.
    pub(crate) fn new(host: Host, languages: Vec<String>, desk: Desk, formats: Formats) -> Self {
        Self {
            host,
            languages,
            view: Mutable::new(desk.view()),
            desk: RefCell::new(desk),
            incoming: Mutable::new(None),
            incoming_orders: Mutable::new(None),
            order_file: RefCell::new(None),
            formats,
            wanted: RefCell::new(USUAL.to_owned()),
            time: Mutable::new(clock::now()),
            trouble: Mutable::new(None),
            answered: Mutable::new(false),
            early: RefCell::new(Some(Vec::new())),
            settles: Cell::new(None),
            kept_as: RefCell::new(None),
        }
    }

    /// Something happened.
    pub(crate) fn happen(self: &Rc<Self>, event: Event) {
        let effects = {
            let mut desk = self.desk.borrow_mut();
            let effects = desk.handle(event, clock::now());
            self.view.set_neq(desk.view());
            effects
        };
        for effect in effects {
            self.carry_out(effect);
        }
        self.settle();
    }

    /// Wakes the desk when it has to look at the clock again: a pause ends, or cards
    /// stood beside a conversation for long enough.
    fn settle(self: &Rc<Self>) {
        let at = self.desk.borrow().wakes_at();
        if self.settles.replace(at) == at {
            return;
        }
        let Some(at) = at else { return };
        let wait = u32::try_from(at.saturating_sub(clock::now())).unwrap_or(u32::MAX);
        let panel = self.clone();
        Timeout::new(wait, move || panel.happen(Event::Tick)).forget();
    }

    /// Something around the desk went wrong.
    pub(crate) fn report(&self, word: &'static str, detail: impl ToString) {
        self.trouble.set(Some(Trouble::Wrong { word, detail: detail.to_string() }));
    }

    /// Whether a secret is the one that was left for this tab.
    pub(crate) async fn redeems(&self, secret: &str) -> bool {
        matches!(handshake::redeem(&self.host, secret).await, Ok(true))
    }

    /// Speaks on this port from now on, and on no other.
    pub(crate) fn take(self: &Rc<Self>, port: MessagePort) {
        let (first, changes) = clock::offsets();
        self.happen(Event::Zone(Zone::new(first, changes)));
        if close_port() {
            self.happen(Event::PageGone);
        }
        let (hearing, closing) = (self.clone(), self.clone());
        let port = Port::open(
            port,
            move |message| hearing.hear(message),
            move || {
                close_port();
                closing.happen(Event::PageGone);
                closing.report(word::TROUBLE_PORT, "");
            },
        );
        // What was wrong with the page before is over; a pack that is missing still is.
        let stays = |trouble: &Trouble| matches!(trouble, Trouble::Wrong { word, .. } if *word == word::TROUBLE_PACKS);
        if !self.trouble.lock_ref().as_ref().is_some_and(stays) {
            self.trouble.set_neq(None);
        }
        PORT.with_borrow_mut(|slot| *slot = Some(port));
    }

    fn hear(self: &Rc<Self>, message: Result<FromPage, Failure>) {
        match message {
            // The interface has one language: that of the words on screen,
            // which were fetched before the page could say anything.
            Ok(FromPage::Hello { site, host, dark, .. }) => {
                let languages = self.languages.clone();
                self.happen(Event::Page(FromPage::Hello { site, host, languages, dark }));
            }
            Ok(said) => self.happen(Event::Page(said)),
            Err(failure) => self.report(word::TROUBLE_PAGE, failure),
        }
    }

    fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Page(ToPage::Copy { text }) => self.copy(text),
            Effect::Page(message) => {
                self.send(&message);
                if matches!(message, ToPage::Verdict { .. }) {
                    self.answered.set_neq(true);
                }
            }
            Effect::Focus(target) => focus::to(target, &self.view.lock_ref()),
            Effect::Restore(host) => self.restore(&host),
            Effect::Store { id, put, remove } => self.store(id, put, remove),
            Effect::File { replies, beside } => self.offer(replies, beside),
            Effect::AdapterFile { name, adapter } => match adapter_file::offer(&name, &adapter) {
                Ok(()) => self.trouble.set_neq(None),
                Err(failure) => self.report(word::TROUBLE_FILE, failure),
            },
            Effect::Remember(preferences) => {
                if let Some(key) = self.kept_as.borrow().clone() {
                    self.keep(key, preferences);
                }
            }
            Effect::KeepPauses(record) => self.keep(PAUSES.to_owned(), record),
        }
    }

    /// Keeps one value that the desk does not count on.
    fn keep(self: &Rc<Self>, key: String, value: impl Serialize + 'static) {
        let panel = self.clone();
        spawn_local(async move {
            if let Err(failure) = storage::set(&panel.host, &key, &value).await {
                panel.report(word::TROUBLE_STORAGE, failure);
            }
        });
    }

    /// Lets the desk know that time passes, while anybody can see it; who looks
    /// again sees at once what is due by now.
    pub(crate) fn keep_time(self: &Rc<Self>) {
        let panel = self.clone();
        spawn_local(async move {
            let mut ticks = None;
            let watching = visible::signal().for_each(move |visible| {
                drop(ticks.take());
                if visible {
                    panel.tick();
                    let panel = panel.clone();
                    ticks = Some(Interval::new(TICK, move || panel.tick()));
                }
                async {}
            });
            watching.await;
        });
    }

    /// Leaves for the background what becomes due, whenever it is something else.
    pub(crate) fn leave_watch(self: &Rc<Self>) {
        let panel = self.clone();
        let watches = self.view.signal_ref(|view| view.watch.clone()).dedupe_cloned();
        spawn_local(watches.for_each(move |watch| {
            let panel = panel.clone();
            async move {
                let Some(watch) = watch else { return };
                if let Err(failure) = watch::leave(&panel.host, &watch).await {
                    panel.report(word::TROUBLE_STORAGE, failure);
                }
            }
        }));
    }

    /// Whether there is a background behind the panel.
    pub(crate) fn has_background(&self) -> bool {
        self.host.is_extension()
    }

    /// Opens the extension's own page of choices.
    pub(crate) fn open_options(self: &Rc<Self>) {
        let panel = self.clone();
        spawn_local(async move {
            if let Err(failure) = panel.host.open_options().await {
                panel.report(word::TROUBLE_PORT, failure);
            }
        });
    }

    fn tick(self: &Rc<Self>) {
        self.time.set(clock::now());
        self.happen(Event::Tick);
    }

    /// Reads the library of replies when the first verdict has been said, and from
    /// then on hears what another tab writes.
    pub(crate) fn read_library(self: &Rc<Self>) {
        let hearing = self.clone();
        let listening = storage::on_change(&self.host, move |records: Vec<Record>| {
            // A pause holds at once, and for all that is open.
            for (_, record) in records.iter().filter(|(key, _)| key == PAUSES) {
                hearing.happen(Event::Pauses(record.clone()));
            }
            // What is written while the library is read comes behind that.
            if let Some(early) = &mut *hearing.early.borrow_mut() {
                early.extend(records);
                return;
            }
            hearing.happen(Event::Stored(records));
        });
        if let Err(failure) = listening {
            self.report(word::TROUBLE_STORAGE, failure);
        }
        let panel = self.clone();
        Timeout::new(VERDICT_WITHIN, move || panel.answered.set_neq(true)).forget();
        let panel = self.clone();
        spawn_local(async move {
            panel.answered.signal().wait_for(true).await;
            match storage::all::<Value>(&panel.host).await {
                Ok(kept) => {
                    let records = kept.into_iter().map(|(key, value)| (key, Some(value)));
                    panel.happen(Event::Stored(records.collect()));
                    let early = panel.early.borrow_mut().take().unwrap_or_default();
                    if !early.is_empty() {
                        panel.happen(Event::Stored(early));
                    }
                }
                // What cannot be read must not be written over either.
                Err(failure) => panel.report(word::TROUBLE_STORAGE, failure),
            }
        });
    }

    fn store(self: &Rc<Self>, id: u32, put: Vec<(String, Value)>, remove: Vec<String>) {
        let panel = self.clone();
        spawn_local(async move {
            let records: Vec<(&str, &Value)> =
                put.iter().map(|(key, value)| (key.as_str(), value)).collect();
            let mut done = storage::set_all(&panel.host, &records).await;
            if done.is_ok() && !remove.is_empty() {
                done = storage::remove(&panel.host, &remove).await;
            }
            panel.happen(match done {
                Ok(()) => Event::StoreDone(id),
                Err(failure) if failure.is_full() => {
                    Event::StoreFailed { id, reason: Unkept::Full }
                }
                Err(failure) => {
                    Event::StoreFailed { id, reason: Unkept::Failed(failure.to_string()) }
                }
            });
        });
    }

    /// The agent wants something done with a file.
    pub(crate) fn wished(self: &Rc<Self>, wish: FileWish) {
        match wish {
            FileWish::Bring(file) => {
                // What is said about the file is not to stand behind an older notice.
                self.happen(Event::Panel(PanelEvent::Open(Tab::Replies)));
                let panel = self.clone();
                spawn_local(async move {
                    match panel.formats.read(&file).await {
                        Ok((incoming, rows)) => {
                            panel.trouble.set_neq(None);
                            // The desk says whether the dry run is open; this is
                            // what it cannot know of the file.
                            panel.incoming.set(Some(incoming));
                            panel.happen(Event::Panel(PanelEvent::Plan(Some(rows))));
                            focus::on(focus::IMPORT);
                        }
                        Err(failure) => panel.report(word::TROUBLE_FILE, failure),
                    }
                });
            }
            FileWish::BringOrders(file) => {
                self.order_file.replace(Some((file, Mapping::new())));
                self.read_orders(None);
            }
            FileWish::MapColumn { name, is } => {
                if let Some((_, columns)) = &mut *self.order_file.borrow_mut() {
                    columns.retain(|(known, _)| *known != name);
                    columns.push((name.clone(), is));
                }
                self.read_orders(Some(name));
            }
            FileWish::BringAdapter(file) => {
                let panel = self.clone();
                spawn_local(async move {
                    match adapter_file::read(&file).await {
                        Ok(adapter) => {
                            panel.trouble.set_neq(None);
                            let plan = ConsoleEvent::Plan(Some(Box::new(adapter)));
                            panel.happen(Event::Panel(PanelEvent::Console(plan)));
                        }
                        Err(failure) => panel.report(word::TROUBLE_FILE, failure),
                    }
                });
            }
            FileWish::Export(format) => {
                self.wanted.replace(format);
                self.happen(Event::Panel(PanelEvent::SaveFile));
            }
        }
    }

    /// Reads the file of orders that was chosen, and shows what taking it in would do.
    /// The keyboard goes to the button, or stays with the column that was mapped.
    fn read_orders(self: &Rc<Self>, mapped: Option<String>) {
        let Some((file, columns)) = self.order_file.borrow().clone() else { return };
        let panel = self.clone();
        spawn_local(async move {
            let (now, zone) = (clock::now(), clock::offsets());
            let how = OrdersHow { columns: &columns, zone, now };
            match panel.formats.read_orders(&file, &how).await {
                Ok((incoming, rows)) => {
                    panel.trouble.set_neq(None);
                    let is_mapped = |column: &Column| Some(&column.name) == mapped.as_ref();
                    let place = incoming.columns.iter().position(is_mapped);
                    panel.incoming_orders.set(Some(incoming));
                    panel.happen(Event::Panel(PanelEvent::PlanOrders(Some(rows))));
                    match place {
                        Some(place) => focus::on(&focus::column(place)),
                        None => focus::on(focus::IMPORT),
                    }
                }
                Err(failure) => panel.report(word::TROUBLE_FILE, failure),
            }
        });
    }

    fn offer(self: &Rc<Self>, replies: Vec<Reply>, beside: Vec<Reply>) {
        let panel = self.clone();
        let format = self.wanted.replace(USUAL.to_owned());
        spawn_local(async move {
            match panel.formats.write(&replies, &beside, &format).await {
                Ok(lost) if lost.is_empty() => panel.trouble.set_neq(None),
                Ok(lost) => panel.trouble.set(Some(Trouble::Lost(lost))),
                Err(failure) => panel.report(word::TROUBLE_FILE, failure),
            }
        });
    }

    fn restore(self: &Rc<Self>, host: &str) {
        let key = format!("preferences:{host}");
        self.kept_as.replace(Some(key.clone()));
        let panel = self.clone();
        spawn_local(async move {
            let preferences = panel.kept(&key).await;
            // A pause that holds is known before anything is checked.
            let pauses = panel.kept(PAUSES).await;
            panel.happen(Event::Pauses(pauses));
            panel.happen(Event::Restored(preferences.unwrap_or_default()));
        });
    }

    /// What is kept under this key; what cannot be read is said, and is nothing.
    async fn kept<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        storage::get(&self.host, key).await.unwrap_or_else(|failure| {
            self.report(word::TROUBLE_STORAGE, failure);
            None
        })
    }

    /// The document that has the focus may write to the clipboard: this one,
    /// or else the page.
    fn copy(self: &Rc<Self>, text: String) {
        let here = focus::document().is_some_and(|it| it.has_focus().unwrap_or(false));
        let panel = self.clone();
        spawn_local(async move {
            if !here || clipboard::write(&text).await.is_err() {
                panel.send(&ToPage::Copy { text });
            }
        });
    }

    fn send(&self, message: &ToPage) {
        let sent = PORT.with_borrow(|port| port.as_ref().map(|port| port.send(message)));
        if let Some(Err(failure)) = sent {
            self.report(word::TROUBLE_PORT, failure);
        }
    }
}

/// Closes the port to the page, and tells whether there was one.
pub(crate) fn close_port() -> bool {
    // While the port is being used it cannot be taken away, as when sending on
    // it is what panicked.
    PORT.with(|slot| slot.try_borrow_mut().is_ok_and(|mut port| port.take().is_some()))
}
